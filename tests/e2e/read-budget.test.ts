import type { WriteBatch } from 'firebase-admin/firestore';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { store, withoutTriggers } from '../functions/support.ts';
import { report, signIn, useBrowser } from './support.ts';

const budget = 60;
const many = 5000;
const prefix = 'read-budget-';
const { newPage } = useBrowser();

/** An incident of somebody else, finished, as the operations leave it behind. */
function incident(index: number): Record<string, unknown> {
  const createdAt = new Date(Date.now() - 60_000 - index * 600_000);
  const status = index % 3 === 0 ? 'open' : index % 3 === 1 ? 'investigating' : 'closed';
  const reporter = { uid: 'demo-employee6', name: 'Somebody', email: 'employee6@secura.com', department: 'Sales' };
  const lastActivity = { at: createdAt, by: { uid: reporter.uid, name: reporter.name }, what: 'Reported' };
  return {
    number: `INC-2000-${index}`, title: `One of many ${index}`, description: 'There are many of these.', location: null, occurredAt: null, noticedHow: null, affected: null,
    department: 'Sales', reporter, memberUids: [reporter.uid, 'demo-analyst1'], status, visibility: 'team', category: 'phishing', severity: 'medium', severityRank: 1, triage: null,
    assignees: [{ uid: 'demo-analyst1', name: 'Ines Carvalho' }], assigneeUids: ['demo-analyst1'], primaryAssigneeUid: 'demo-analyst1', clocks: null, nextDueAt: null,
    counts: { messages: 0, evidence: 0, public: 0 }, lastActivity, resolution: null, createdAt, updatedAt: createdAt, tokens: ['many'], head: { seq: 1, hash: '0'.repeat(64) },
  };
}

/** Writes or deletes all of them, some hundreds a commit. */
async function each(change: (batch: WriteBatch, index: number) => unknown): Promise<void> {
  for (let start = 0; start < many; start += 250) {
    const batch = store.batch();
    for (let index = start; index < start + 250; index++) change(batch, index);
    await batch.commit();
  }
}

const placeOf = (index: number) => store.doc(`incidents/${prefix}${index}`);

afterAll(() => withoutTriggers(() => each((batch, index) => batch.delete(placeOf(index)))), 120_000);

const readsOf = (page: Page) => page.evaluate(() => (window as { __securaReads?: { total: number } }).__securaReads?.total ?? 0);

/** Documents that a person's fresh browser has read once a screen stands still. */
async function firstPaint(person: string, path: string): Promise<number> {
  const page = await newPage();
  await signIn(page, person, path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  let last = -1;
  let stillFor = 0;
  while (stillFor < 6) {
    await new Promise((resolve) => setTimeout(resolve, 400));
    const now = await readsOf(page);
    stillFor = now === last && now > 0 ? stillFor + 1 : 0;
    last = now;
  }
  await page.context().close();
  return last;
}

it(`reads at most ${budget} documents on the first paint of each screen, the same with the demo's incidents and with ${many} more`, async () => {
  const id = await report('demo-employee1', 'The one whose page is measured');
  const screens: [name: string, person: string, path: string][] = [
    ['queue and team', 'demo-analyst2', '/queue'],
    ['incident', 'demo-analyst2', `/incidents/${id}`],
    ['employee’s page', 'demo-employee1', '/home'],
    ['overview', 'demo-admin', '/admin'],
  ];
  const measure = async () => {
    const reads: Record<string, number> = {};
    for (const [name, person, path] of screens) reads[name] = await firstPaint(person, path);
    return reads;
  };
  const few = await measure();
  await withoutTriggers(() => each((batch, index) => batch.set(placeOf(index), incident(index))));
  const lots = await measure();
  console.log(`documents read on first paint: ${JSON.stringify(few)}; with ${many} more: ${JSON.stringify(lots)}`);
  for (const [name, reads] of Object.entries(lots)) expect(reads, name).toBeLessThanOrEqual(budget);
  expect(lots).toEqual(few);
}, 240_000);
