import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoPerson } from '../../seed/people.ts';
import { accessibilityFaults } from './axe.ts';
import { asPerson, rareWord, report, signIn, suite, useBrowser } from './support.ts';

const { newPage } = useBrowser();

async function openAs(person: string, path: string): Promise<Page> {
  const page = await newPage();
  page.setDefaultTimeout(15_000);
  await signIn(page, person, path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

it('answers, names, rewords and takes back, and says who has read and who types', async () => {
  const id = await report('demo-employee1', `Talked about ${rareWord()}`);
  const [analyst, reporter] = [await openAs('demo-analyst1', `/incidents/${id}`), await openAs('demo-employee1', `/incidents/${id}`)];
  const name = demoPerson('demo-employee1').name;
  const field = analyst.getByLabel('Message', { exact: true });

  await analyst.getByRole('button', { name: 'Draft a reply' }).click();
  await expect.poll(() => field.inputValue(), { timeout: 20_000 }).toContain(`Hello ${name.split(' ')[0]},`);
  await analyst.getByRole('button', { name: 'Discard' }).click();
  await expect.poll(() => field.inputValue()).toBe('');
  await field.pressSequentially(`@${name.slice(0, 4)}`);
  await analyst.getByRole('option', { name }).waitFor();
  await analyst.keyboard.press('Enter');
  await field.pressSequentially('please see **this** https://evil.example/login');
  await reporter.getByText('is typing…').waitFor();
  await analyst.keyboard.press('Enter');

  const seen = reporter.getByRole('article').filter({ hasText: 'please see' });
  await seen.getByText(`@${name}`).waitFor();
  await seen.getByText('hxxps[:]//evil[.]example/login').waitFor();
  expect(await seen.locator('strong', { hasText: 'this' }).count()).toBe(1);
  expect(await seen.locator('a').count()).toBe(0);

  await seen.hover();
  await seen.getByRole('button', { name: /^Answer/ }).click();
  await reporter.keyboard.type('It is gone, sorry');
  await reporter.keyboard.press('Enter');
  const answer = analyst.getByRole('article').filter({ hasText: 'It is gone' });
  await answer.getByRole('button', { name: /please see/ }).waitFor();
  await analyst.getByText(`Read by ${name}`).waitFor();

  const own = reporter.getByRole('article').filter({ hasText: 'It is gone' });
  await own.hover();
  await own.getByRole('button', { name: 'Reword this message' }).click();
  await reporter.getByLabel('Reword the message').fill('It is gone, here is a picture');
  await expect.poll(async () => {
    // The history takes a message up a moment after it was sent.
    if (await reporter.getByLabel('Reword the message').count()) await reporter.getByRole('button', { name: 'Save' }).click({ timeout: 500 }).catch(() => undefined);
    return analyst.getByText('It is gone, here is a picture').count();
  }, { timeout: 10_000, interval: 500 }).toBeGreaterThan(0);
  const reworded = analyst.getByRole('article').filter({ hasText: 'here is a picture' });
  await reworded.getByRole('button', { name: 'edited' }).click();
  await reworded.getByText('It is gone, sorry').waitFor();
  const after = reporter.getByRole('article').filter({ hasText: 'here is a picture' });
  await after.hover();
  await after.getByRole('button', { name: 'Take this message back' }).click();
  await reporter.getByRole('button', { name: 'Take it back' }).click();
  await analyst.getByText(`${name} took this message back.`).waitFor();
  expect(await analyst.getByText('here is a picture').count()).toBe(0);
  expect(await accessibilityFaults(analyst)).toEqual([]);
});

it('leads to the first message that one has not read, also where it is pages back', async () => {
  const id = await report('demo-employee2', `Long talk about ${rareWord()}`);
  const post = await asPerson('demo-employee2');
  const say = (text: string) => post('POST', `/api/incidents/${id}/messages`, { text });
  await say('This is where you were.');
  const page = await openAs('demo-analyst1', `/incidents/${id}`);
  await page.getByText('This is where you were.').scrollIntoViewIfNeeded();
  const { ports, projectId } = suite;
  const marker = `http://127.0.0.1:${ports.firestore}/v1/projects/${projectId}/databases/(default)/documents/incidents/${id}/readers/demo-analyst1`;
  await expect.poll(async () => (await fetch(marker, { headers: { authorization: 'Bearer owner' } })).status).toBe(200);
  await page.goto('/account');
  for (let count = 1; count <= 20; count++) await say(`Unread ${count}.`);
  await page.goto(`/incidents/${id}`);
  await page.getByRole('button', { name: '12 or more new since you were here' }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Unread 1.');
  await page.getByRole('button', { name: '20 new since you were here' }).waitFor();
});

it('takes a question from an employee to an incident, and shows rooms to the team only', async () => {
  const title = `Is this real ${rareWord()}`;
  const employee = await openAs('demo-employee2', '/talk');
  expect(await employee.getByRole('heading', { name: 'Rooms of the team' }).count()).toBe(0);
  await employee.getByLabel('What is it about?').fill(title);
  await employee.getByLabel('Your question', { exact: true }).fill('A mail asks me to verify my password through a link.');
  await employee.getByRole('button', { name: 'Ask the team' }).click();
  await employee.getByRole('log').getByText('verify my password').waitFor();
  const question = new URL(employee.url()).pathname;

  const analyst = await openAs('demo-analyst1', '/talk');
  await analyst.getByRole('heading', { name: 'Direct messages' }).waitFor();
  expect(await accessibilityFaults(analyst)).toEqual([]);
  await analyst.getByRole('link', { name: new RegExp(title) }).click();
  await analyst.getByRole('log').getByText('verify my password').waitFor();
  await employee.goto('/inbox');
  await analyst.getByLabel('Message', { exact: true }).fill('That is not us.');
  await analyst.keyboard.press('Enter');
  await employee.getByRole('link', { name: `answered your question “${title}”` }).click();
  await employee.waitForURL(`**${question}`);
  await analyst.getByRole('button', { name: /Turn this into an incident/ }).click();
  await analyst.getByRole('button', { name: 'Make the incident' }).click();
  await analyst.waitForURL(/\/incidents\//);
  await analyst.getByRole('log').getByText('verify my password').waitFor();
  await employee.getByText('This question became an incident.').first().waitFor();
});
