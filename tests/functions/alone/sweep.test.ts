import './project.ts';
import { startClocks } from '@secura/domain/incidents/clocks';
import { nextReminder } from '@secura/domain/notifications/reminders';
import { defaultClocks } from '@secura/domain/settings/clocks';
import { expect, test } from 'vitest';
import { countReads } from '../../../bench/count-reads.ts';
import { sweepClocks } from '../../../functions/src/notifications/clock-sweep.ts';
import { readEvents, store } from '../support.ts';

const open = 10_000;
const due = 20;
const reportedAt = new Date('2026-01-05T09:00:00Z');
const now = new Date(reportedAt.getTime() + 20 * 60_000);

/** An open incident whose clocks run since then; of those that nobody is to be reminded of, only what a sweep could ask for. */
function incident(createdAt: Date): object {
  const clocks = startClocks(createdAt, 'critical', defaultClocks);
  const asked = { status: 'open', reminders: { upTo: createdAt, nextAt: nextReminder(clocks, createdAt) } };
  if (createdAt === now) return asked;
  const [reporter, counts] = [{ uid: 'r', name: 'R', email: 'r@example.com', department: 'Finance' }, { messages: 0, evidence: 0, public: 0 }];
  return { ...asked, title: 'One of many', description: '', department: 'Finance', reporter, memberUids: ['r'], visibility: 'team', severity: 'critical', createdAt, clocks, counts, head: { seq: 1, hash: '0'.repeat(64) } };
}

test('a sweep over 10,000 open incidents of which 20 are due reads at most 100 documents, reminds each of the 20 once, and nobody else', async () => {
  const writer = store.bulkWriter({ throttling: false });
  for (let index = 0; index < open; index++) void writer.set(store.doc(`incidents/${index}`), incident(index < due ? reportedAt : now));
  await writer.close();
  const stored = await store.collection('incidents').where('status', '==', 'open').count().get();
  expect(stored.data().count).toBe(open);

  const counted = countReads();
  await sweepClocks(now).finally(counted.stop);
  expect(counted.reads).toBeGreaterThanOrEqual(due);
  expect(counted.reads).toBeLessThanOrEqual(100);
  const reminded = await store.collectionGroup('events').where('type', '==', 'clock.reminded').count().get();
  expect(reminded.data().count).toBe(due);
  for (let index = 0; index < due; index++) expect(await readEvents(String(index))).toMatchObject([{ type: 'clock.reminded', data: { clock: 'acknowledge' } }]);
  expect(await sweepClocks(now)).toBe(0);
}, 120_000);
