import { severityLabels } from '@secura/domain/incidents/vocabulary';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { asPerson, documentsRead, rareWord, report, signIn, suite, useBrowser } from './support.ts';

const { newPage, newPageAlone } = useBrowser();

async function openAs(person: string, id: string): Promise<Page> {
  const page = await newPage();
  await signIn(page, person, `/incidents/${id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

describe('working an incident', () => {
  it('goes through the lifecycle, asks for the root cause, keeps what was typed, and verifies', async () => {
    const id = await report('demo-employee1', `Payroll mail ${rareWord()}`);
    const page = await openAs('demo-analyst1', id);

    await page.keyboard.press('s');
    await page.getByLabel('Severity', { exact: true }).selectOption('critical');
    await page.getByRole('dialog').getByRole('button', { name: 'Change the severity' }).click();
    await page.getByText('The reason needs at least 3 characters.').waitFor();
    await page.getByLabel('Reason').fill('Payroll data of everybody');
    await page.getByRole('dialog').getByRole('button', { name: 'Change the severity' }).click();
    await page.getByText(/set the severity|raised the severity/).waitFor();

    await page.getByRole('button', { name: 'Start investigating' }).click();
    await page.getByRole('button', { name: 'Mark as contained' }).waitFor();
    await page.getByRole('button', { name: 'Resolve…' }).click();
    await page.getByRole('radio', { name: /Mitigated/ }).check();
    await page.getByText('A mitigated incident must be contained before it is resolved.').waitFor();
    await page.getByLabel('Summary').fill('The sender was blocked and the mails were pulled back.');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Mark as contained' }).click();
    await page.getByText('contained the incident').waitFor();
    await page.getByRole('button', { name: 'Resolve…' }).click();
    expect(await page.getByLabel('Summary').inputValue()).toContain('The sender was blocked');
    await page.getByRole('dialog').getByRole('button', { name: 'Resolve', exact: true }).click();
    await page.getByText('A high or critical incident needs its root cause before it is resolved.').waitFor();
    await page.getByLabel('Root cause').fill('The gateway did not check the look-alike domain.');
    await page.getByRole('dialog').getByRole('button', { name: 'Resolve', exact: true }).click();

    await page.getByRole('heading', { name: 'Resolved: mitigated' }).waitFor();
    await page.getByText('The gateway did not check the look-alike domain.').first().waitFor();
    expect(await page.getByRole('button', { name: 'Start investigating' }).count()).toBe(0);
    await page.getByText(/^Verified, \d+ events$/).waitFor();
    await page.getByRole('button', { name: 'Reopen…' }).waitFor();
    await page.reload();
    await page.getByText(/^Verified, \d+ events$/).waitFor();
    expect(await documentsRead(page)).toBeLessThanOrEqual(60);
  });

  it('folds on a phone what is asked for less often, and opens it by a tap or by its name among the parts', async () => {
    const id = await report('demo-employee1', `On a phone ${rareWord()}`);
    const page = await newPageAlone({ viewport: { width: 390, height: 844 } });
    await signIn(page, 'demo-analyst1', `/incidents/${id}`);
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await timeline.getByText(/^Verified, \d+ events$/).waitFor();
    expect(await timeline.getByRole('list').count()).toBe(0);
    await page.getByLabel('Message', { exact: true }).waitFor();
    await timeline.getByRole('button', { name: 'Timeline' }).click();
    await timeline.getByText('reported the incident').waitFor();
    await page.getByRole('navigation', { name: 'Parts of this incident' }).getByRole('link', { name: 'Tasks' }).click();
    await page.getByRole('button', { name: /^Make it a task: / }).first().waitFor();
    await page.getByLabel('New task', { exact: true }).fill('Call the bank');
    await page.getByRole('button', { name: 'Tasks', exact: true }).click();
    await page.getByLabel('New task', { exact: true }).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Tasks', exact: true }).click();
    expect(await page.getByLabel('New task', { exact: true }).inputValue()).toBe('Call the bank');
  });

  it('shows loudly where a history was rewritten', async () => {
    const id = await report('demo-employee1', `Tampered ${rareWord()}`);
    const page = await openAs('demo-analyst1', id);
    await page.getByText(/^Verified, \d+ events$/).waitFor();
    const documents = `http://127.0.0.1:${suite.ports.firestore}/v1/projects/${suite.projectId}/databases/(default)/documents`;
    const { documents: events } = (await (await fetch(`${documents}/incidents/${id}/events`, { headers: { authorization: 'Bearer owner' } })).json()) as { documents: { name: string; fields: { seq: { integerValue: string } } }[] };
    const second = events.find(({ fields }) => fields.seq.integerValue === '2')!;
    await fetch(`http://127.0.0.1:${suite.ports.firestore}/v1/${second.name}?updateMask.fieldPaths=at`, {
      method: 'PATCH',
      headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
      body: JSON.stringify({ fields: { at: { stringValue: '2020-01-01T00:00:00.000Z' } } }),
    });
    await page.getByRole('alert').filter({ hasText: 'This history cannot be trusted: event #2 was altered after it was written.' }).waitFor();
    await page.getByText('Not verified').waitFor();
  });

  it('makes a step a task with one click and finishes it, for everybody', async () => {
    const id = await report('demo-employee1', `Steps ${rareWord()}`);
    const [one, two] = [await openAs('demo-analyst1', id), await openAs('demo-analyst2', id)];
    const pull = 'Search all mailboxes for the same message and pull it back.';
    await one.getByRole('button', { name: `Make it a task: ${pull}` }).click();
    await two.getByText('0 of 1 done').waitFor();
    await two.getByRole('button', { name: `Make it a task: ${pull}` }).waitFor({ state: 'detached' });
    await two.getByRole('checkbox', { name: pull }).check();
    await one.getByText('1 of 1 done').waitFor();
    await one.getByText(/done by Tomasz Wilk/).waitFor();
    await one.getByRole('button', { name: /^Reject T1566/ }).first().click();
    await two.getByText(/Rejected by Ines Carvalho/).waitFor();
  });
});

describe('two analysts at once', () => {
  it('shows the second what changed, and loses nothing of either', async () => {
    const id = await report('demo-employee1', `Before ${rareWord()}`);
    const first = await openAs('demo-analyst1', id);
    await first.getByRole('button', { name: 'More actions' }).click();
    await first.getByRole('menuitem', { name: 'Correct the report…' }).click();
    await first.getByLabel('Title').fill('Title of Ines');
    await first.getByLabel('Place').fill('Third floor');

    const second = await asPerson('demo-analyst2');
    await second('PATCH', `/api/incidents/${id}`, { changes: { title: 'Title of Tomasz', affected: 'The whole floor' } });
    await first.getByRole('button', { name: 'Save' }).click();

    const merge = first.getByRole('dialog', { name: 'Somebody was faster' });
    await merge.getByText(/Title: Tomasz Wilk changed it from “Before/).waitFor();
    await merge.getByRole('radio', { name: /Theirs Title of Tomasz/ }).waitFor();
    await merge.getByText('Nobody else touched place: your change stays.').waitFor();
    await merge.getByRole('radio', { name: /Theirs/ }).check();
    await merge.getByRole('button', { name: 'Apply mine on top' }).click();
    await first.getByRole('heading', { level: 1, name: 'Title of Tomasz' }).waitFor();
    await first.getByText('Third floor').waitFor();
    await first.getByText('The whole floor').waitFor();
    await merge.waitFor({ state: 'detached' });

    await first.keyboard.press('s');
    await first.getByLabel('Severity', { exact: true }).selectOption('critical');
    await first.getByLabel('Reason').fill('It spreads');
    // Whatever triage said: a change to what it is already would be none.
    const { severity } = await second('GET', `/api/incidents/${id}`);
    const other = severity === 'low' ? 'medium' : 'low';
    await second('POST', `/api/incidents/${id}/severity`, { severity: other, reason: 'Only a test' });
    await first.getByRole('dialog').getByRole('button', { name: 'Change the severity' }).click();
    await merge.getByRole('radio', { name: /Mine Critical/ }).check();
    await merge.getByRole('button', { name: 'Apply mine on top' }).click();
    await first.getByText(`raised the severity from ${severityLabels[other]} to Critical`).waitFor();
    await first.locator('#timeline').getByText('It spreads').waitFor();
  });
});

describe('the conversation', () => {
  it('runs live both ways, and keeps the team’s notes from the reporter', async () => {
    const id = await report('demo-employee1', `Headers wanted ${rareWord()}`);
    const [analyst, reporter] = [await openAs('demo-analyst1', id), await openAs('demo-employee1', id)];
    const refused: string[] = [];
    reporter.on('console', (message) => {
      if (/permission|denied/i.test(message.text())) refused.push(message.text());
    });

    await analyst.getByRole('button', { name: 'Team only' }).click();
    await analyst.getByLabel('Note to the team').fill('I think that this is the same sender as last week.');
    await analyst.keyboard.press('Enter');
    await analyst.getByRole('log').getByText('same sender as last week').waitFor();
    await analyst.getByRole('button', { name: 'Reporter and team' }).click();
    await analyst.getByLabel('Message', { exact: true }).fill('Could you send us');
    await analyst.keyboard.press('Shift+Enter');
    await analyst.keyboard.type('the original headers?');
    await analyst.keyboard.press('Enter');

    await reporter.getByRole('log').getByText('the original headers?').waitFor();
    expect(await reporter.getByText('same sender').count()).toBe(0);
    await reporter.getByLabel('Message', { exact: true }).fill('Received: from mail.example by mx.secura.example');
    await reporter.getByRole('button', { name: 'Send' }).click();
    await analyst.getByRole('log').getByText('Received: from mail.example').waitFor();

    await analyst.getByRole('button', { name: 'Start investigating' }).click();
    await reporter.getByText('The security team is looking into it.').waitFor();
    await reporter.reload();
    await reporter.getByRole('log').getByText('the original headers?').waitFor();
    for (const panel of ['Triage', 'Techniques', 'Tasks', 'Timeline', 'Clocks']) expect(await reporter.getByRole('heading', { name: panel, exact: true }).count()).toBe(0);
    expect(refused).toEqual([]);
  });

  it('keeps a draft across a reload', async () => {
    const id = await report('demo-employee1', `Draft ${rareWord()}`);
    const page = await openAs('demo-employee1', id);
    await page.getByLabel('Message', { exact: true }).fill('Half a sentence');
    await page.reload();
    await page.getByRole('log').waitFor();
    expect(await page.getByLabel('Message', { exact: true }).inputValue()).toBe('Half a sentence');
  });
});
