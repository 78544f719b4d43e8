import { expect, it } from 'vitest';
import { drawScreenshot, phishingMail } from '../evidence/screenshot.ts';
import { accessibilityFaults } from './axe.ts';
import { rareWord, signIn, useBrowser } from './support.ts';

const { newPage } = useBrowser();

it('takes a screenshot in place of a description, and shows the team what was read in it and that triage went by it', async () => {
  const title = `Please look at this ${rareWord()}`;
  const page = await newPage();
  await signIn(page, 'demo-employee1', '/report');
  await page.getByLabel('What happened?').fill(title);
  await page.getByRole('button', { name: 'Send report' }).click();
  await page.getByText('Describe what happened, or add a screenshot').waitFor();
  await page.setInputFiles('input[type=file] >> nth=0', { name: 'mail.png', mimeType: 'image/png', buffer: await drawScreenshot(phishingMail) });
  await page.getByText('The text in your picture is read').waitFor();
  await page.getByRole('button', { name: 'Send report' }).click();
  await page.waitForURL(/\/report\/sent\//);
  const id = page.url().split('/').at(-1)!;

  const team = await newPage();
  await signIn(team, 'demo-lead', `/incidents/${id}`);
  const triage = team.locator('#triage');
  await triage.getByText('The text in the picture “mail.png” was read along with the report.').waitFor();
  await triage.getByText('in the picture mail.png').first().waitFor();
  expect(await triage.locator('strong').first().textContent()).toBe('Phishing');
  await team.locator('#files').getByRole('button', { name: 'mail.png' }).click();
  await team.getByRole('dialog').getByText('Verify your account now').waitFor();
  expect(await accessibilityFaults(team)).toEqual([]);
});
