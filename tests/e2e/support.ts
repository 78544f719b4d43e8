import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, beforeAll } from 'vitest';
import { suiteUnderTest } from '../../emulators/running.ts';
import { demoPerson } from '../../seed/people.ts';
import { clearWindows, closeWindows, launchBrowser, leaveBeforeMoving } from '../chromium.ts';

export const suite = suiteUnderTest();
export const origin = suite.origin;

// One for all files of a process; it ends with that.
let shared: Promise<Browser> | undefined;
/** Empty browsers that know the app's files. */
const resting: BrowserContext[] = [];

interface Windows {
  /** A window of an empty browser, closed after the test; nothing but the app's files outlives it. */
  newPage(): Promise<Page>;
  /** The same of a browser for this test alone: with options of its own, or whose clock or network the test changes. */
  newPageAlone(options?: BrowserContextOptions): Promise<Page>;
}

/** Windows of one test file: each person has one of their own. */
export function useBrowser(): Windows {
  let browser: Browser;
  const inUse: BrowserContext[] = [];
  const alone: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await (shared ??= launchBrowser());
  });
  afterEach(async () => {
    const clear = async (context: BrowserContext): Promise<void> => void ((await clearWindows(context)) && resting.push(context));
    await Promise.all([...inUse.splice(0).map(clear), ...alone.splice(0).map(closeWindows)]);
  });
  // What moves is waited for: everything here is seen by somebody who asked for less motion.
  const begin = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const context = await browser.newContext({ baseURL: origin, serviceWorkers: 'block', reducedMotion: 'reduce', ...options });
    leaveBeforeMoving(context);
    return context;
  };
  return {
    async newPage() {
      const context = resting.pop() ?? (await begin());
      inUse.push(context);
      return context.newPage();
    },
    async newPageAlone(options) {
      const context = await begin(options);
      alone.push(context);
      return context.newPage();
    },
  };
}

export { signIn } from '../sign-in.ts';

/** Does something as a demo person past the screen, by the REST door: for what a test needs but is not about. */
export async function asPerson(person: string): Promise<(method: string, path: string, input?: unknown) => Promise<Record<string, unknown>>> {
  const { email, password } = demoPerson(person);
  const answer = await fetch(`http://127.0.0.1:${suite.ports.auth}/identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password, returnSecureToken: true }),
  });
  const { idToken } = (await answer.json()) as { idToken: string };
  return async (method, path, input) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${idToken}` },
      ...(input !== undefined && { body: JSON.stringify(input) }),
    });
    const body = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(body)}`);
    return body;
  };
}

/** A word that no other incident holds, to find one's own among all others. */
export function rareWord(): string {
  return `zq${crypto.randomUUID().replaceAll('-', '').slice(0, 10)}`;
}

/** Reports an incident as a demo person and waits until it is numbered and triaged. @returns its id */
export async function report(person: string, title: string, description = 'A strange e-mail asked me to click a link and confirm my password.'): Promise<string> {
  const request = await asPerson(person);
  const { id } = (await request('POST', '/api/incidents', { title, description })) as { id: string };
  for (let tries = 0; tries < 100; tries += 1) {
    const incident = await request('GET', `/api/incidents/${id}`);
    if (incident.number && incident.triage) return id;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${title} was not triaged within 10 s.`);
}

/** Documents that the page's queries have delivered since it was opened. */
export async function documentsRead(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { __securaReads: { total: number } }).__securaReads.total);
}
