import type { BrowserContext, Page } from 'playwright-core';
import { demoPerson } from '../seed/people.ts';

type Signed = Awaited<ReturnType<BrowserContext['storageState']>>;

const known = new Map<string, Signed>();
/** What says that this device may keep things, and whose they are. */
const ofDevice = new Set(['secura.device', 'secura.owner']);

/**
 * Signs somebody in: the first time through the sign-in page, later with the session that it left, since the door is not
 * what most tests are about.
 * @param person uid of a demo person in seed/people.ts, such as `demo-analyst1`, or an account
 * @param next where to go afterwards
 */
export async function signIn(page: Page, person: string | { email: string; password: string }, next = '/account'): Promise<void> {
  const session = typeof person === 'string' ? known.get(person) : undefined;
  const isThere = page.waitForURL((url) => url.pathname === next.split('?')[0]);
  if (session) {
    await page.context().setStorageState(session);
    await page.goto(next);
  } else {
    await throughTheDoor(page, typeof person === 'string' ? demoPerson(person) : person, next);
  }
  await isThere;
  if (typeof person === 'string' && !session) known.set(person, await sessionOf(page.context()));
}

async function throughTheDoor(page: Page, { email, password }: { email: string; password: string }, next: string): Promise<void> {
  await page.goto(`/login?next=${encodeURIComponent(next)}`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Who is signed in, without what Firestore keeps on the device. */
async function sessionOf(context: BrowserContext): Promise<Signed> {
  // Playwright's types leave out what it was asked for.
  type Origin = Signed['origins'][number] & { indexedDB?: { name: string }[] };
  const { origins } = (await context.storageState({ indexedDB: true })) as { origins: Origin[] };
  return { cookies: [], origins: origins.map(({ indexedDB = [], ...rest }): Origin => ({ ...rest, localStorage: rest.localStorage.filter(({ name }) => ofDevice.has(name)), indexedDB: indexedDB.filter(({ name }) => name.startsWith('firebaseLocalStorage')) })) };
}
