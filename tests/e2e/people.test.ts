import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults, faultsLightAndDark } from './axe.ts';
import { suite, useBrowser } from './support.ts';

const { newPage, newPageAlone } = useBrowser();
const password = 'violin rust umbrella kettle';

async function fillRegistration(page: Page, email: string, next = '/account'): Promise<void> {
  await page.goto(`/register?next=${next}`);
  await page.getByLabel('Your name').fill('Mira Okafor');
  await page.getByLabel('Department').selectOption('Legal');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
}

async function register(page: Page): Promise<string> {
  const email = `mira-${crypto.randomUUID().slice(0, 8)}@example.com`;
  await fillRegistration(page, email);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
  return email;
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}

async function stored(page: Page): Promise<{ local: string[]; tab: string[]; databases: string[] }> {
  return page.evaluate(async () => ({
    local: Object.keys(localStorage).filter((key) => key !== 'secura.theme'),
    tab: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.startsWith('firestore/') || name.startsWith('secura-')),
  }));
}

/** Changes a document past the rules, as an administrator's operation would. */
async function setField(path: string, field: string, value: string): Promise<void> {
  const url = `http://127.0.0.1:${suite.ports.firestore}/v1/projects/${suite.projectId}/databases/(default)/documents/${path}?updateMask.fieldPaths=${field}`;
  const response = await fetch(url, {
    method: 'PATCH',
    headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
    body: JSON.stringify({ fields: { [field]: { stringValue: value } } }),
  });
  expect(response.status).toBe(200);
}

describe('registering', () => {
  it('makes an employee, who is sent on to where they were headed', async () => {
    const page = await newPage();
    const email = await register(page);
    await page.getByText(`${email} · Employee`).waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Mira Okafor');
    await page.getByText(`open the link that we sent to ${email}`).waitFor();
  });

  it('says what is wrong beside the field, and keeps what was typed', async () => {
    const page = await newPage();
    await fillRegistration(page, 'not-an-address');
    await page.getByLabel('Password', { exact: true }).fill('summer2025');
    await page.getByRole('button', { name: 'Create the account' }).click();
    await page.getByText('This is not a complete e-mail address.').waitFor();
    await page.getByText('The password needs at least 12 characters.').waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Mira Okafor');
    expect(await page.getByLabel('E-mail address').evaluate((input) => input === document.activeElement)).toBe(true);
  });

  it('finishes a profile that a lost network cut off', async () => {
    const page = await newPage();
    await page.route('**/people-createProfile', (route) => route.abort('connectionfailed'));
    await fillRegistration(page, `mira-${crypto.randomUUID().slice(0, 8)}@example.com`);
    await page.getByRole('button', { name: 'Create the account' }).click();
    await page.getByRole('heading', { name: 'Complete your profile', exact: true }).waitFor();
    await page.getByText('The server could not be reached').waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Mira Okafor');
    await page.unroute('**/people-createProfile');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
  });
});

describe('signing in and out', () => {
  it('says that address and password do not belong together, not which of them is wrong', async () => {
    const page = await newPage();
    await page.goto('/login');
    await page.getByLabel('E-mail address').fill('employee1@secura.com');
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('do not belong together').waitFor();
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('employee1@secura.com');
  });

  it('leaves nothing of the person on the device after signing out', async () => {
    const page = await newPage();
    await register(page);
    expect((await stored(page)).databases.length).toBeGreaterThan(0);
    await signOut(page);
    await page.waitForURL('**/login');
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
    expect(await stored(page)).toEqual({ local: [], tab: [], databases: [] });
    await page.goto('/account');
    await page.waitForURL('**/login?next=%2Faccount');
  });

  it('keeps nothing beyond the tab on a shared computer', async () => {
    const page = await newPage();
    await fillRegistration(page, `mira-${crypto.randomUUID().slice(0, 8)}@example.com`);
    await page.getByLabel('This is a shared computer').check();
    await page.getByRole('button', { name: 'Create the account' }).click();
    await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
    const kept = await stored(page);
    expect(kept.databases).toEqual([]);
    expect(kept.local).toEqual([]);
    await page.reload();
    await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
    const other = await page.context().newPage();
    await other.goto('/account');
    await other.waitForURL('**/login?next=%2Faccount');
  });

  it('signs other tabs out too', async () => {
    const page = await newPage();
    await register(page);
    const other = await page.context().newPage();
    await other.goto('/account');
    await other.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
    await signOut(page);
    await page.waitForURL('**/login');
    await other.waitForURL('**/login');
    await other.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
    expect(await other.getByText('Your session has ended').count()).toBe(0);
    await expect.poll(async () => (await stored(other)).local).toEqual([]);
  });

  it('takes no device for trusted because another tab is still giving up a database', async () => {
    const page = await newPage();
    await page.goto('/login');
    await page.evaluate(() => new Promise((resolve) => {
      indexedDB.open('firestore/[DEFAULT]/another-tab/main').onsuccess = resolve;
    }));
    const other = await page.context().newPage();
    await other.goto('/account');
    await other.waitForURL('**/login?next=%2Faccount');
    expect((await stored(other)).local).toEqual([]);
  });

  it('shows a suspended person the door at once, with the reason', async () => {
    const page = await newPage();
    await register(page);
    const uid = await page.evaluate(() => localStorage.getItem('secura.owner'));
    await setField(`users/${uid}`, 'status', 'suspended');
    await page.waitForURL('**/login');
    await page.getByText('Your account is suspended').waitFor();
    expect((await stored(page)).databases).toEqual([]);
  });
});

describe('without a network', () => {
  it('opens the app, counts what waits, and does not let a sign-out lose it', async () => {
    const page = await newPageAlone({ serviceWorkers: 'allow' });
    await register(page);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
    await page.getByText('Offline', { exact: true }).waitFor();
    await page.getByLabel('Your name').fill('Mira Okafor-Lund');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Offline · 1 change waiting').waitFor();

    await signOut(page);
    await page.getByRole('dialog', { name: 'Not everything is sent yet' }).waitFor();
    await page.getByRole('button', { name: 'Stay signed in' }).click();

    await page.reload();
    await page.getByText('Offline · 1 change waiting').waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Mira Okafor-Lund');

    await page.context().setOffline(false);
    await page.locator('[role=status][data-state=offline]').waitFor({ state: 'detached' });
    const uid = await page.evaluate(() => localStorage.getItem('secura.owner'));
    const url = `http://127.0.0.1:${suite.ports.firestore}/v1/projects/${suite.projectId}/databases/(default)/documents/users/${uid}`;
    await expect
      .poll(async () => JSON.stringify(await (await fetch(url, { headers: { authorization: 'Bearer owner' } })).json()), { timeout: 20_000 })
      .toContain('Mira Okafor-Lund');
    await signOut(page);
    await page.waitForURL('**/login', { timeout: 15_000 });
  });
});

describe('for everybody', () => {
  it('the doors have no fault that axe knows, light and dark', async () => {
    const page = await newPage();
    for (const path of ['/', '/login', '/register', '/forgot', '/nowhere']) {
      await page.goto(path);
      await page.locator('h1').first().waitFor({ state: 'attached' });
      expect([path, await faultsLightAndDark(page)]).toEqual([path, []]);
    }
    await register(page);
    await page.getByLabel('Your name').waitFor();
    expect(await faultsLightAndDark(page)).toEqual([]);
    await page.getByRole('button', { name: /^Account of/ }).click();
    expect(await faultsLightAndDark(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search commands' }).fill('theme dark');
    await page.locator('html[data-mantine-color-scheme=light]').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search commands' }).fill('theme');
    expect(await accessibilityFaults(page, 'color-contrast')).toEqual([]);
  });

  it('the keyboard reaches the content at once, and the help lists the keys', async () => {
    const page = await newPage();
    await register(page);
    await page.reload();
    await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Go to home').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.waitForURL('**/home');
  });
});

describe('the landing page', () => {
  it('loads nothing of Firebase', async () => {
    const page = await newPage();
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await page.goto('/', { waitUntil: 'networkidle' });
    expect(scripts.filter((url) => /firebase|firestore|auth-/.test(url))).toEqual([]);
  });
});
