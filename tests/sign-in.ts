import type { Page } from 'playwright-core';
import { demoPerson } from '../seed/people.ts';

/**
 * Signs somebody in through the sign-in page.
 * @param person uid of a demo person in seed/people.ts, such as `demo-analyst1`, or an account
 * @param next where to go afterwards
 */
export async function signIn(page: Page, person: string | { email: string; password: string }, next = '/account'): Promise<void> {
  const { email, password } = typeof person === 'string' ? demoPerson(person) : person;
  await page.goto(`/login?next=${encodeURIComponent(next)}`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname === next.split('?')[0]);
}
