import { startClocks } from '@secura/domain/incidents/clocks';
import { nextReminder } from '@secura/domain/notifications/reminders';
import { defaultClocks } from '@secura/domain/settings/clocks';
import { withoutBackgroundFunctions } from '../seed/background.ts';
import { demoPerson } from '../seed/people.ts';
import { countReads } from './count-reads.ts';
import { plainFigure, type Figure } from './figure.ts';
import type { InSuite } from './run.ts';

const open = 10_000;
const due = 20;
/** Long after everything that the demo data has, so that what is due is just what is meant to be. */
const reportedAt = new Date('2090-01-02T09:00:00Z');
const later = new Date('2090-01-05T09:00:00Z');

/** One sweep over ten thousand open incidents of which twenty have a reminder due: what it reads, and how long it takes. */
export async function benchSweep({ place, log }: InSuite): Promise<Figure[]> {
  const [{ db }, { sweepClocks }] = await Promise.all([import('../functions/src/platform/firebase.ts'), import('../functions/src/notifications/clock-sweep.ts')]);
  return withoutBackgroundFunctions(place.ports, async () => {
    // What the demo data left to be reminded of is done first, and does not count.
    while ((await sweepClocks(new Date(reportedAt.getTime() - 1))) > 0);
    for (let start = 0; start < open; start += 400) {
      const batch = db().batch();
      for (let index = start; index < Math.min(start + 400, open); index++) batch.set(db().doc(`incidents/sweep-${index}`), incident(index));
      await batch.commit();
    }
    const counted = countReads();
    const began = performance.now();
    await sweepClocks(new Date(reportedAt.getTime() + 20 * 60_000)).finally(counted.stop);
    const ms = performance.now() - began;
    const reminded = await db().collection('incidents').where('reminders.upTo', '==', new Date(reportedAt.getTime() + 20 * 60_000)).select().get();
    log(`sweep: ${open} open incidents, ${reminded.size} reminded, ${counted.reads} documents read`);
    return [
      { ...plainFigure('sweep with 10,000 open incidents and 20 due: documents read', counted.reads, 'documents', 100), ok: reminded.size === due && counted.reads <= 100 },
      plainFigure('sweep with 10,000 open incidents and 20 due', ms, 'ms', null),
    ];
  });
}

/** An open incident as the operations leave it. */
function incident(index: number): Record<string, unknown> {
  const createdAt = index < due ? reportedAt : later;
  const { uid, name, email, department } = demoPerson('demo-employee6');
  const clocks = startClocks(createdAt, 'critical', defaultClocks);
  return {
    title: `One of many ${index}`, description: 'There are many of these.', location: null, occurredAt: null, noticedHow: null, affected: null, department,
    reporter: { uid, name, email, department }, memberUids: [uid], status: 'open', visibility: 'team', createdAt, number: `INC-2090-${String(index).padStart(5, '0')}`,
    category: 'phishing', severity: 'critical', severityRank: 3, triage: null, assignees: [], assigneeUids: [], primaryAssigneeUid: null, clocks,
    nextDueAt: clocks.acknowledge.dueAt, reminders: { upTo: createdAt, nextAt: nextReminder(clocks, createdAt) }, counts: { messages: 0, evidence: 0, public: 0 },
    lastActivity: { at: createdAt, by: { uid, name }, what: 'Reported' }, resolution: null, updatedAt: createdAt, tokens: ['many'], head: { seq: 1, hash: '0'.repeat(64) },
  };
}
