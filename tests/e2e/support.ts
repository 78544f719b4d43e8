import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { suiteUnderTest } from '../../emulators/running.ts';
import { demoPerson } from '../../seed/people.ts';
import { launchBrowser } from '../chromium.ts';

export const suite = suiteUnderTest();
export const origin = suite.origin;

/** Browsers of one test file: `newPage()` gives each person a window of their own, closed after each test. */
export function useBrowser(): { newPage(options?: BrowserContextOptions): Promise<Page> } {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(() => browser.close());
  return {
    async newPage(options = {}) {
      const context = await browser.newContext({ baseURL: origin, serviceWorkers: 'block', ...options });
      contexts.push(context);
      return context.newPage();
    },
  };
}

/**
 * Signs a demo person in through the sign-in page.
 * @param person uid in seed/people.ts, such as `demo-analyst1`
 * @param next where to go afterwards
 */
export async function signIn(page: Page, person: string, next = '/account'): Promise<void> {
  const { email, password } = demoPerson(person);
  await page.goto(`/login?next=${encodeURIComponent(next)}`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname === next.split('?')[0]);
}
