import type { Page } from 'playwright-core';
import { demoPerson } from '../seed/people.ts';
import { goIdle } from './chromium.ts';

/** Who is signed in on a device, as Firebase Authentication and the app keep it there. */
interface Session {
  device: [key: string, value: string][];
  /** Records of Firebase Authentication's database. */
  account: unknown[];
}

const known = new Map<string, Session>();

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
    await goIdle(page);
    await page.evaluate(takeUp, session);
    await page.goto(next);
  } else {
    await throughTheDoor(page, typeof person === 'string' ? demoPerson(person) : person, next);
  }
  await isThere;
  if (typeof person === 'string' && !session) known.set(person, await page.evaluate(readSession));
}

async function throughTheDoor(page: Page, { email, password }: { email: string; password: string }, next: string): Promise<void> {
  await page.goto(`/login?next=${encodeURIComponent(next)}`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Runs in the page. */
async function readSession(): Promise<Session> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('firebaseLocalStorageDb');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error!);
  });
  const account = await new Promise<unknown[]>((resolve, reject) => {
    const reading = database.transaction('firebaseLocalStorage').objectStore('firebaseLocalStorage').getAll();
    reading.onsuccess = () => resolve(reading.result);
    reading.onerror = () => reject(reading.error!);
  });
  database.close();
  // What says that this device may keep things, and whose they are.
  const device = ['secura.device', 'secura.owner'].flatMap((key): [string, string][] => (localStorage.getItem(key) === null ? [] : [[key, localStorage.getItem(key)!]]));
  return { device, account };
}

/** Runs in the page, of which nothing else uses the database yet. */
async function takeUp({ device, account }: Session): Promise<void> {
  for (const [key, value] of device) localStorage.setItem(key, value);
  const opening = indexedDB.open('firebaseLocalStorageDb', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('firebaseLocalStorage', { keyPath: 'fbase_key' });
  await new Promise<void>((resolve, reject) => {
    opening.onerror = () => reject(opening.error!);
    opening.onsuccess = () => {
      const writing = opening.result.transaction('firebaseLocalStorage', 'readwrite');
      for (const record of account) writing.objectStore('firebaseLocalStorage').put(record);
      writing.oncomplete = () => resolve(opening.result.close());
      writing.onerror = () => reject(writing.error!);
    };
  });
}
