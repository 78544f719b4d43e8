import { expect, it } from 'vitest';
import { accessibilityFaults } from '../axe.ts';
import { callAs } from '../server.ts';
import { asPerson, rareWord, report, signIn, useBrowser } from '../support.ts';

const { newPage } = useBrowser();

it('a lead declares an emergency in one step; the employee cannot overlook its alert, acknowledges it once, and the lead sees who is missing', async () => {
  const incidentId = await report('demo-employee5', `Ransom note ${rareWord()}`, 'All my files are encrypted and there is a ransom note.');
  const { number } = await (await asPerson('demo-lead'))('GET', `/api/incidents/${incidentId}`);
  const title = `Emergency ${rareWord()}`;
  const [employee, lead] = [await newPage(), await newPage()];
  await Promise.all([signIn(employee, 'demo-employee6', '/home'), signIn(lead, 'demo-lead', `/incidents/${incidentId}`)]);
  const threatLevel = employee.getByRole('button', { name: /^Threat level: / });
  const before = (await threatLevel.getAttribute('aria-label'))!;

  await lead.getByRole('heading', { level: 1 }).waitFor();
  await lead.keyboard.press('Control+k');
  await lead.getByRole('combobox', { name: 'Search commands' }).fill('declare');
  await lead.keyboard.press('Enter');
  const dialog = lead.getByRole('dialog', { name: 'Declare an emergency' });
  await dialog.getByLabel('Scribe').selectOption({ label: 'Ines Carvalho' });
  await dialog.getByLabel('Communications lead').selectOption({ label: 'Tomasz Wilk' });
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByLabel('What should people know and do?').fill('Leave your computer on.');
  const declare = dialog.getByRole('button', { name: 'Declare the emergency' });
  await declare.click();
  await dialog.getByText(`Type ${String(number)} to confirm.`).waitFor();
  await dialog.getByLabel(`Type ${String(number)} to confirm`).fill(String(number));
  expect(await accessibilityFaults(lead)).toEqual([]);
  await declare.click();
  await lead.waitForURL('**/talk/rooms/*');
  await lead.getByText('Scribe: Ines Carvalho.').first().waitFor();

  const banner = employee.getByRole('complementary', { name: `Critical alert: ${title}` });
  await banner.waitFor();
  await employee.getByRole('button', { name: 'Threat level: severe' }).waitFor();
  // Said once: what stands on top is not in the list too.
  const listed = employee.getByRole('region', { name: 'Current alerts' });
  await listed.getByRole('listitem').first().waitFor();
  expect(await listed.getByText(title).count()).toBe(0);
  expect(await accessibilityFaults(employee)).toEqual([]);
  await banner.getByRole('button').click();
  await banner.waitFor({ state: 'detached' });
  await listed.getByRole('heading', { name: title }).waitFor();
  await employee.getByRole('listitem').filter({ hasText: title }).getByText(/^You acknowledged this/).waitFor();
  expect(await banner.count()).toBe(0);

  await lead.keyboard.press('Control+k');
  await lead.getByRole('combobox', { name: 'Search commands' }).fill('manage alerts');
  await lead.keyboard.press('Enter');
  await lead.getByRole('button', { name: `Who has not acknowledged “${title}”` }).click();
  const missing = lead.getByRole('list', { name: 'People who have not acknowledged it' });
  await missing.getByText('Samuel Mensah').waitFor();
  expect(await missing.getByText('Hana Sato').count()).toBe(0);
  await lead.keyboard.press('Escape');
  await lead.keyboard.press('Escape');

  await lead.getByRole('button', { name: `Stand down ${String(number)}` }).click();
  await lead.getByLabel('Why?').fill('It was an exercise.');
  await lead.getByRole('dialog').getByRole('button', { name: 'Stand down' }).click();
  await employee.getByRole('button', { name: before }).waitFor();
  await employee.getByRole('heading', { name: title }).waitFor({ state: 'detached' });
});

it('shows those who publish alerts the ones that last longest, and the others when they ask, without taking away what is there', async () => {
  const word = rareWord();
  const publish = (title: string, hours: number) => callAs('demo-admin', 'notifications.publishAlert', { title: `${title} ${word}`, text: 'Nothing to do.', severity: 'low', hours, audience: { roles: ['admin'] } }) as Promise<{ id: string }>;
  const published = [await publish('Gone soonest', 1)];
  for (const nth of [1, 2, 3, 4]) published.push(await publish(`Lasts long ${nth}`, 160 + nth));
  const page = await newPage();
  await signIn(page, 'demo-admin', '/admin');
  const card = page.getByRole('region', { name: 'Alerts in force' });
  await card.getByText(`Lasts long 4 ${word}`).waitFor();
  expect(await card.getByText(`Gone soonest ${word}`).count()).toBe(0);
  await card.evaluate((element) => {
    new MutationObserver(() => element.querySelector('li') ?? element.setAttribute('data-emptied', '')).observe(element, { childList: true, subtree: true });
  });
  await card.getByRole('button', { name: 'Show more' }).click();
  await card.getByText(`Gone soonest ${word}`).waitFor();
  expect(await card.getAttribute('data-emptied')).toBeNull();
  for (const { id } of published) await callAs('demo-admin', 'notifications.withdrawAlert', { id });
  await card.getByText(word).first().waitFor({ state: 'detached' });
});
