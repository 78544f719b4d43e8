import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { callAs, copyIncident, eventually, newEmployee, readDocument } from '../server.ts';
import { documentsRead, signIn, useBrowser } from '../support.ts';

const { newPage } = useBrowser();

const unique = (what: string) => `${what} ${randomUUID().slice(0, 8)}`;
const report = (person: Parameters<typeof callAs>[0], title: string) =>
  callAs(person, 'incidents.create', { title, description: 'An email asked me to verify my account on a fake login page.' }) as Promise<{ id: string }>;

async function loaded(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('[role=status][aria-label=Loading]') === null);
}

/** The number in a card of the employee's page or in a figure or bar of the admin's. */
async function numberOf(page: Page, label: string): Promise<string> {
  return page.evaluate((wanted) => {
    const term = [...document.querySelectorAll('dt')].find((element) => element.textContent === wanted);
    if (term) return term.nextElementSibling?.textContent ?? '';
    const figure = document.querySelector(`section[aria-label="${wanted}"] p`);
    return figure?.textContent ?? '';
  }, label);
}

describe('the employee’s page', () => {
  it('follows one’s incidents live and counts them truly', async () => {
    const person = await newEmployee('Noor Haddad');
    const page = await newPage();
    await signIn(page, person, '/home');
    await loaded(page);
    await page.getByText('You have not reported anything yet').waitFor();
    const title = unique('Live on my page');
    const { id } = await report(person, title);
    const row = page.getByRole('link', { name: title });
    await row.getByText('We have your report.').waitFor();
    await row.getByText(/^INC-/).waitFor();
    await eventually(() => numberOf(page, 'Open'), (value) => value === '1');

    await callAs('demo-analyst1', 'conversation.postMessage', { incidentId: id, text: 'Could you send us the headers of the mail?' });
    await callAs('demo-analyst1', 'incidents.transition', { id, to: 'investigating' });
    await row.getByText('The security team is looking into it.').waitFor();
    await row.getByText(/[1-9]\d* new/).waitFor();
    await eventually(() => numberOf(page, 'Open'), (value) => value === '0');
    await row.click();
    await page.getByText('Could you send us the headers of the mail?').waitFor();
    await page.getByRole('link', { name: 'Home', exact: true }).first().click();
    await row.waitFor();
    await row.getByText(/new since/).waitFor({ state: 'detached' });
  });

  it('reads no more for somebody with many incidents, and says where it stopped counting', async () => {
    const person = await newEmployee('Mateo Ruiz');
    const page = await newPage();
    await signIn(page, person, '/home');
    await loaded(page);
    const { id } = await report(person, unique('The first of many'));
    await copyIncident(id, 13);
    await eventually(() => numberOf(page, 'Open'), (value) => value === '10+');
    await page.reload();
    await loaded(page);
    await eventually(() => numberOf(page, 'Open'), (value) => value === '10+');
    await page.getByText(/[1-9]\d* new/).first().waitFor();
    expect(await documentsRead(page)).toBeLessThanOrEqual(60);
    await page.getByRole('button', { name: 'Show more' }).click();
    await eventually(() => numberOf(page, 'Open'), (value) => value === '14');
  });

  it('says who of the team is there, and shows alerts as they come and go', async () => {
    const page = await newPage();
    await signIn(page, 'demo-employee1', '/home');
    await loaded(page);
    const analyst = await newPage();
    await signIn(analyst, 'demo-analyst2', '/guide');
    const { name } = (await readDocument('users/demo-analyst2')) as { name: string };
    await page.getByText(new RegExp(`${name}.*online now`)).waitFor();

    const title = unique('Parcel messages');
    const { id } = await callAs('demo-lead', 'notifications.publishAlert', { title, text: 'Do not open the link.', severity: 'high', hours: 1 });
    await page.getByRole('heading', { name: title }).waitFor();
    await callAs('demo-lead', 'notifications.withdrawAlert', { id });
    await page.getByRole('heading', { name: title }).waitFor({ state: 'detached' });
  });
});

describe('the admin’s page', () => {
  it('counts live what happens, explains its means, and stays within its read budget', async () => {
    const page = await newPage();
    await signIn(page, 'demo-admin', '/admin');
    await loaded(page);
    const before = { today: Number(await numberOf(page, 'New today')), open: Number(await numberOf(page, 'Open now')) };
    expect(await documentsRead(page)).toBeLessThanOrEqual(60);

    const title = unique('Counted');
    await report('demo-employee1', title);
    await page.getByRole('link', { name: title }).waitFor();
    await eventually(async () => [await numberOf(page, 'New today'), await numberOf(page, 'Open now')].map(Number), ([today, open]) => today === before.today + 1 && open === before.open + 1);

    await page.getByRole('button', { name: 'How mean time to acknowledge is calculated' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await page.getByText('sum of (first act of a team member − report)').waitFor();
    await page.locator('.recharts-surface').first().waitFor();
    await page.getByText('Show as a table').click();
    expect(await page.getByRole('region', { name: 'Reported and resolved per day, table' }).getByRole('row').count()).toBe(22);
  });

  it('switches assignment, publishes and withdraws an alert, also from the queue by a command', async () => {
    const page = await newPage();
    await signIn(page, 'demo-admin', '/admin');
    await loaded(page);
    const rule = page.getByRole('switch', { name: 'Assign in turn', disabled: false });
    expect(await rule.isChecked()).toBe(true);
    await rule.press('Space');
    await page.getByText('New incidents wait in the queue until somebody takes them.').waitFor();
    expect(await readDocument('settings/assignment')).toMatchObject({ mode: 'off' });
    await page.locator('input[aria-busy=false]').waitFor({ state: 'attached' });
    await rule.press('Space');
    await page.getByText('Each new incident goes to the available analyst').waitFor();
    expect(await readDocument('settings/assignment')).toMatchObject({ mode: 'round_robin' });

    const title = unique('Fake invoices');
    await page.getByRole('button', { name: 'Publish an alert' }).click();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('The title needs at least 3 characters.').waitFor();
    await page.getByLabel('Title').fill(title);
    await page.getByLabel('What should people know and do?').fill('Call the supplier before you pay.');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('button', { name: `Withdraw “${title}”` }).click();
    await page.getByRole('button', { name: `Withdraw “${title}”` }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: `Withdraw “${title}”` }).click();
    await page.getByRole('button', { name: `Withdraw “${title}”` }).waitFor({ state: 'detached' });

    const lead = await newPage();
    await signIn(lead, 'demo-lead', '/queue');
    await lead.getByRole('heading', { level: 1 }).waitFor();
    await lead.keyboard.press('Control+k');
    await lead.getByRole('combobox', { name: 'Search commands' }).fill('publish');
    await lead.keyboard.press('Enter');
    await lead.getByRole('dialog', { name: 'Publish an alert' }).waitFor();
  });
});
