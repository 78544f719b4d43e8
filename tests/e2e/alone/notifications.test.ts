import { expect, it } from 'vitest';
import { accessibilityFaults } from '../axe.ts';
import { asPerson, rareWord, report, signIn, useBrowser } from '../support.ts';

const { newPage } = useBrowser();

it('the bell says at once that somebody wrote, the notice leads there, and both know that it was read', async () => {
  const title = `Strange mail ${rareWord()}`;
  const id = await report('demo-employee4', title);
  const page = await newPage();
  await signIn(page, 'demo-employee4', '/inbox');
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  const request = await asPerson('demo-lead');
  await request('POST', `/api/incidents/${id}/messages`, { text: 'Did you click the link?' });
  const notice = page.getByRole('listitem').filter({ hasText: title });
  await notice.getByRole('button', { name: /^Mark as read/ }).waitFor({ timeout: 90_000 });
  await expect.poll(() => unread(page)).toBeGreaterThan(0);
  const before = await unread(page);
  expect(await accessibilityFaults(page)).toEqual([]);
  await notice.getByRole('link').click();
  await page.waitForURL(`**/incidents/${id}`);
  if (before <= 5) await expect.poll(() => unread(page)).toBe(before - 1);
  await page.getByRole('link', { name: /^Inbox/ }).click();
  await notice.getByRole('button', { name: /^Mark as unread/ }).waitFor();
});

it('preferences are kept at once, and are there after the page was opened again', async () => {
  const page = await newPage();
  await signIn(page, 'demo-employee5', '/inbox/preferences');
  const mail = page.getByLabel('Your report moves on: e-mail');
  expect(await mail.isChecked()).toBe(true);
  expect(await page.getByLabel('A new incident: inbox').count()).toBe(0);
  await mail.uncheck();
  await page.getByLabel(/^Quiet hours/).check();
  await page.getByLabel('Until').fill('06:30');
  await page.waitForTimeout(300);
  await page.reload();
  await page.getByLabel('Until').waitFor();
  expect(await mail.isChecked()).toBe(false);
  expect(await page.getByLabel('Until').inputValue()).toBe('06:30');
  expect(await accessibilityFaults(page)).toEqual([]);
});

/** What the bell says; more than five count as six. */
async function unread(page: Awaited<ReturnType<typeof newPage>>): Promise<number> {
  const name = await page.getByRole('link', { name: /^Inbox/ }).getAttribute('aria-label');
  const said = /(\d+)(\+?) unread/.exec(name ?? '');
  return said ? Number(said[1]) + (said[2] ? 1 : 0) : 0;
}
