import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { asPerson, documentsRead, rareWord, report, signIn, useBrowser } from '../support.ts';

const { newPage } = useBrowser();

async function openQueue(query: string): Promise<Page> {
  const page = await newPage();
  await signIn(page, 'demo-analyst1', `/queue${query}`);
  return page;
}

const row = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });
const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('the queue, live', () => {
  it('shows a report made elsewhere without a reload, says so, and leaves the focus where it is', async () => {
    const word = rareWord();
    const page = await openQueue(`?search=${word}`);
    await page.getByText('Nothing matches').waitFor();

    await report('demo-employee1', `First odd mail ${word}`);
    await row(page, `First odd mail ${word}`).getByText(/^INC-\d{4}-\d{4,}/).waitFor();
    await page.getByRole('status').filter({ hasText: /New incident, .*First odd mail/ }).waitFor();

    await page.locator('body').click({ position: { x: 2, y: 2 } });
    await page.keyboard.press('j');
    expect(await focusedText(page)).toContain('First odd mail');
    await report('demo-employee2', `Second odd mail ${word}`);
    await row(page, `Second odd mail ${word}`).waitFor();
    expect(await page.getByRole('list', { name: /^Incidents/ }).getByRole('listitem').first().textContent()).toContain('Second odd mail');
    expect(await focusedText(page)).toContain('First odd mail');
  });

  it('offers what arrived while one reads a later page', async () => {
    const page = await openQueue('?status=all');
    const first = page.getByRole('list', { name: 'Incidents, page 1' });
    await first.waitFor();
    expect(await first.getByRole('listitem').count()).toBe(25);
    await page.getByText(/^Team/).waitFor();
    expect(await documentsRead(page)).toBeLessThanOrEqual(60);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('list', { name: 'Incidents, page 2' }).waitFor();
    expect(page.url()).toContain('after=');
    await page.reload();
    await page.getByRole('list', { name: 'Incidents, page 2' }).waitFor();

    const title = `Arrived meanwhile ${rareWord()}`;
    await report('demo-employee1', title);
    await page.getByRole('button', { name: '1 new incident' }).click();
    await row(page, title).waitFor();
    expect(page.url()).not.toContain('after=');
  });
});

describe('the queue by keyboard', () => {
  it('moves, selects, assigns, undoes and opens', async () => {
    const word = rareWord();
    const [olderId] = [await report('demo-employee1', `Older ${word}`), await report('demo-employee1', `Newer ${word}`)];
    // Whoever had the turn is taken off, so that assigning to me changes something.
    const lead = await asPerson('demo-lead');
    for (const id of [olderId]) {
      const { assignees } = (await lead('GET', `/api/incidents/${id}`)) as { assignees: { uid: string }[] };
      if (assignees.length > 0) await lead('POST', `/api/incidents/${id}/unassign`, { uids: assignees.map(({ uid }) => uid) });
    }
    const page = await openQueue('');
    await page.getByRole('list', { name: /^Incidents/ }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(word);
    await page.waitForURL((url) => url.searchParams.get('search') === word);
    await row(page, `Older ${word}`).getByText('Unassigned').waitFor();
    // Another list starts with nothing selected, so this one has to be there first.
    await expect.poll(() => page.getByRole('list', { name: /^Incidents/ }).getByRole('listitem').count(), { timeout: 20_000 }).toBe(2);
    await page.keyboard.press('Escape');

    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await focusedText(page)).toContain('Older');
    await page.keyboard.press('k');
    expect(await focusedText(page)).toContain('Newer');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('1 selected').waitFor();

    await page.keyboard.press('e');
    await page.getByRole('dialog').getByRole('button', { name: 'Assign to me' }).waitFor();
    await page.keyboard.press('Enter');
    await row(page, `Older ${word}`).getByRole('img', { name: 'Assigned to Ines Carvalho' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await row(page, `Older ${word}`).getByText('Unassigned').waitFor();

    await page.locator('body').click({ position: { x: 2, y: 2 } });
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('Next incident').waitFor();
    const keys = await page.getByRole('dialog').getByRole('definition').allTextContents();
    expect(keys).toEqual([...new Set(keys)]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: `Newer ${word}` }).waitFor();
    await page.keyboard.press('u');
    await row(page, `Newer ${word}`).waitFor();
    expect(page.url()).toContain(word);
  });

  it('reports on each of several, and refuses what is over', async () => {
    const word = rareWord();
    const ids = [await report('demo-employee1', `Open one ${word}`), await report('demo-employee1', `Solved one ${word}`)];
    const lead = await asPerson('demo-lead');
    await lead('POST', `/api/incidents/${ids[1]}/transition`, { to: 'resolved', resolutionCode: 'benign', summary: 'It was the newsletter that everybody gets.', rootCause: 'A newsletter.' });
    const page = await openQueue(`?status=all&search=${word}`);
    await row(page, 'Open one').waitFor();
    await page.getByLabel(/^Select INC/).first().check();
    await page.getByLabel(/^Select INC/).last().check();
    await page.getByRole('button', { name: 'Assign…' }).click();
    await page.getByRole('dialog').getByLabel('Margit Holm').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Assign', exact: true }).click();
    await page.getByText(/This incident is resolved. Reopen it before you assign it./).waitFor();
    await row(page, 'Open one').getByRole('img', { name: /Margit Holm/ }).waitFor();
  });
});

describe('the queue in the address', () => {
  it('keeps chips, filters and search across a reload', async () => {
    const page = await openQueue('?colour=red&status=flying');
    await page.getByRole('list', { name: /^Incidents/ }).waitFor();
    await page.getByRole('button', { name: 'High', exact: true }).click();
    await page.getByLabel('Category').selectOption('phishing');
    await page.getByLabel('Status', { exact: true }).selectOption('closed');
    await page.getByLabel('Order').selectOption('activity');
    await page.getByLabel('Search number, title and description').fill('mail');
    await page.waitForURL(/search=mail/);
    const address = page.url();
    expect(Object.fromEntries(new URL(address).searchParams)).toEqual({ severity: 'high', category: 'phishing', status: 'closed', sort: 'activity', search: 'mail' });
    await page.reload();
    await page.getByRole('button', { name: 'High', exact: true, pressed: true }).waitFor();
    expect(page.url()).toBe(address);
    expect(await page.getByLabel('Category').inputValue()).toBe('phishing');
    expect(await page.getByLabel('Status', { exact: true }).inputValue()).toBe('closed');
    expect(await page.getByLabel('Order').inputValue()).toBe('activity');
    expect(await page.getByLabel('Search number, title and description').inputValue()).toBe('mail');
    await page.getByRole('button', { name: 'Clear filters' }).first().click();
    await page.getByRole('list', { name: /^Incidents/ }).waitFor();
  });
});
