import { expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { asPerson, rareWord, report, signIn, useBrowser } from './support.ts';

const { newPage } = useBrowser();

it('an analyst sees what a report names, defanged, goes to where else it is, and hunts for it from the keyboard', async () => {
  const word = rareWord();
  const [shown, live] = [`login.${word}[.]example`.replace('login.', 'login[.]'), `login.${word}.example`];
  const text = `The mail of boss@secura.com leads to hxxps[:]//${shown}/pay and came from 10.1.2.3.`;
  const first = await report('demo-employee1', `First ${word}`, text);
  const second = await report('demo-employee2', `Second ${word}`, `Somebody sent me https://${live}/other, what is that?`);

  const page = await newPage();
  await signIn(page, 'demo-analyst1', `/incidents/${first}`);
  const panel = page.getByRole('region', { name: 'Observables' });
  await panel.scrollIntoViewIfNeeded();
  await panel.getByText(`hxxps[:]//${shown}/pay`).waitFor();
  await panel.getByText('Our own', { exact: true }).waitFor();
  await panel.getByText('Private', { exact: true }).waitFor();
  expect(await panel.textContent()).not.toContain(live);
  await panel.getByRole('button', { name: 'Seen in 1 other incident' }).click();
  expect(await panel.getByRole('link', { name: new RegExp(`Second ${word}`) }).getAttribute('href')).toBe(`/incidents/${second}`);
  expect(await accessibilityFaults(page)).toEqual([]);

  // Found while one looks on.
  const request = await asPerson('demo-employee1');
  await request('POST', `/api/incidents/${first}/messages`, { text: `There is also ${word}-two.example in it.` });
  await panel.getByText(`${word}-two[.]example`).waitFor();

  await panel.getByRole('link', { name: `Hunt for ${shown}`, exact: true }).click();
  await page.waitForURL(/\/hunt\?q=/);
  const answer = page.getByRole('region', { name: `${shown}, in 2 incidents` });
  await answer.getByText(`hxxps[:]//${shown}/pay in the report`).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await page.waitForURL(/\/hunt$/);
  await page.getByLabel('What to hunt for').fill(`see ${word}.example, please`);
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: `${word}[.]example, in 2 incidents` }).waitFor();
  await page.getByLabel('What to hunt for').fill('nothing of the kind');
  await page.keyboard.press('Enter');
  await page.getByText('Nothing in this can be hunted for.').waitFor();
});
