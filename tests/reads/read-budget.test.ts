import { isDeepStrictEqual } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { suiteUnderTest } from '../../emulators/running.ts';
import { withoutBackgroundFunctions } from '../../seed/background.ts';
import { stories } from '../../seed/incidents.ts';
import { demoPerson } from '../../seed/people.ts';
import { incidentIdOf } from '../../seed/player.ts';
import { clearWindows, launchBrowser } from '../chromium.ts';
import { signIn } from '../sign-in.ts';

const budget = 60;
/** The demo's, and so many more that a page of the queue is full. */
const few = stories.length + 20;
const many = 5000;
/** The story with the longest history of those that are open. */
const longest = incidentIdOf({ key: 'invoice-macro' });

const suite = suiteUnderTest();
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

interface Screen {
  name: string;
  path: string;
}

/** What each person looks at, one after the other; the first has notices that are read by looking. */
const screensOf: Record<string, readonly Screen[]> = {
  'demo-analyst1': [
    { name: 'incident', path: `/incidents/${longest}` },
    { name: 'queue with the team', path: '/queue' },
    { name: 'campaigns', path: '/campaigns' },
  ],
  'demo-employee1': [
    { name: 'incident, as its reporter sees it', path: `/incidents/${longest}` },
    { name: 'start page of an employee', path: '/home' },
  ],
  'demo-admin': [{ name: 'overview of the administrator', path: '/admin' }],
};
/** Empty before each screen, but for the app's files. */
const windows = new Map<string, BrowserContext>();

it(`reads at most ${budget} documents on the first paint of each screen, the same with ${few} and with ${many} incidents`, async () => {
  await withoutBackgroundFunctions(suite.ports, () => fillUp(stories.length, few));
  // Who comes for the first time leaves a sign of presence, which others find, and has read the notices of a page afterwards.
  await measure(([first]) => (first ? [first] : []));
  const withFew = await measure();
  await withoutBackgroundFunctions(suite.ports, () => fillUp(few, many));
  const withMany = await measure();
  for (const [screen, { total }] of withMany) expect(total, screen).toBeLessThanOrEqual(budget);
  if (!isDeepStrictEqual(found(withMany), found(withFew))) {
    // Time has passed as well, and whoever was there may have left: what the incidents make differs again without them.
    await withoutBackgroundFunctions(suite.ports, () => takeAway(few, many));
    expect(found(withMany)).toEqual(found(await measure()));
  }
}, 400_000);

type Measured = Map<string, { total: number; found: number }>;

const found = (measured: Measured): Record<string, number> => Object.fromEntries([...measured].map(([screen, reads]) => [screen, reads.found]));

/** Documents that a fresh browser has read for each screen. The three people look at the same time. */
async function measure(chosen = (screens: readonly Screen[]): readonly Screen[] => screens): Promise<Measured> {
  const measured: Measured = new Map();
  await Promise.all(
    Object.entries(screensOf).map(async ([person, screens]) => {
      for (const { name, path } of chosen(screens)) measured.set(name, await firstPaint(person, path));
    }),
  );
  return measured;
}

async function firstPaint(person: string, path: string): Promise<{ total: number; found: number }> {
  const window = windows.get(person) ?? (await browser.newContext({ baseURL: suite.origin, serviceWorkers: 'block' }));
  windows.set(person, window);
  const page = await window.newPage();
  page.setDefaultTimeout(60_000);
  await signIn(page, person, path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('[role=status][aria-label=Loading]') === null);
  let last = { total: 0, found: 0 };
  for (let still = 0; still < 4; ) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const now = await readsOf(page);
    still = now.found === last.found && now.found > 0 ? still + 1 : 0;
    last = now;
  }
  if (!(await clearWindows(window))) windows.delete(person);
  return last;
}

const readsOf = (page: Page): Promise<{ total: number; found: number }> =>
  page.evaluate(() => {
    const { total, found } = (window as unknown as { __securaReads: { total: number; found: number } }).__securaReads;
    return { total, found };
  });

/** Adds incidents as the operations leave them, straight into the store. */
async function fillUp(from: number, to: number): Promise<void> {
  const { db } = await import('../../functions/src/platform/firebase.ts');
  for (let start = from; start < to; start += 400) {
    const batch = db().batch();
    for (let index = start; index < Math.min(start + 400, to); index++) batch.set(db().doc(`incidents/read-budget-${index}`), incident(index));
    await batch.commit();
  }
}

async function takeAway(from: number, to: number): Promise<void> {
  const { db } = await import('../../functions/src/platform/firebase.ts');
  const writer = db().bulkWriter({ throttling: false });
  for (let index = from; index < to; index++) void writer.delete(db().doc(`incidents/read-budget-${index}`));
  await writer.close();
}

/** Old ones and new ones, open and finished, of somebody else than the employee whose pages are measured. */
function incident(index: number): Record<string, unknown> {
  const createdAt = new Date(Date.now() - 60_000 - index * 600_000);
  const status = (['open', 'investigating', 'closed'] as const)[index % 3];
  const { uid, name, email, department } = demoPerson('demo-employee6');
  const reporter = { uid, name, email, department };
  const analyst = { uid: 'demo-analyst1', name: demoPerson('demo-analyst1').name };
  return {
    title: `One of many ${index}`, description: 'There are many of these.', location: null, occurredAt: null, noticedHow: null, affected: null, department, reporter,
    memberUids: [uid, analyst.uid], status, visibility: 'team', createdAt, number: `INC-2000-${String(index).padStart(4, '0')}`, category: 'phishing', severity: 'medium',
    severityRank: 1, triage: null, assignees: [analyst], assigneeUids: [analyst.uid], primaryAssigneeUid: analyst.uid, clocks: null, nextDueAt: null,
    counts: { messages: 0, evidence: 0, public: 0 }, lastActivity: { at: createdAt, by: { uid, name }, what: 'Reported' }, resolution: null, updatedAt: createdAt,
    tokens: ['many'], head: { seq: 1, hash: '0'.repeat(64) },
  };
}
