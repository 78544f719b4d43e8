import { expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { asPerson, rareWord, report, signIn, useBrowser } from './support.ts';

const { newPage } = useBrowser();

it('the clocks are paused with a reason from the case, and the reporter’s answer lets them run on in front of one’s eyes', async () => {
  const id = await report('demo-employee1', `Waiting ${rareWord()}`);
  const page = await newPage();
  await signIn(page, 'demo-analyst1', `/incidents/${id}`);
  const clocks = page.getByRole('region', { name: 'Clocks' });
  await clocks.getByRole('button', { name: 'Pause the clocks…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What is waited for').selectOption('other');
  await dialog.getByRole('button', { name: 'Pause' }).click();
  await dialog.getByText('Say what is waited for.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByLabel('What is waited for').selectOption('reporter');
  await dialog.getByLabel('Note').fill('Asked for the headers.');
  await dialog.getByRole('button', { name: 'Pause' }).click();
  await clocks.getByText('Waiting for the reporter.').waitFor();
  await clocks.getByText(/^paused, .* left$/).waitFor();
  await clocks.getByText('Asked for the headers.').waitFor();
  await (await asPerson('demo-employee1'))('POST', `/api/incidents/${id}/messages`, { text: 'Here are the headers.' });
  await clocks.getByRole('button', { name: 'Pause the clocks…' }).waitFor();
  await page.getByText(/let the clocks run on after .*: the reporter answered/).waitFor();
});
