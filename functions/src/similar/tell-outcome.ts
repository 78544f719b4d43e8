import type { IncidentEvent } from '@secura/domain/incidents/events';
import type { InternalCase } from '@secura/domain/incidents/incident';
import type { ResolutionCode } from '@secura/domain/incidents/vocabulary';
import { untilAppended } from '../platform/append.ts';
import { db, fromStore } from '../platform/firebase.ts';
import { applyChange, caseRef, incidentRef, readIncident, systemActor } from '../platform/incident-store.ts';
import { duplicateDelivery } from '../platform/logs.ts';
import { onceMark, onceRef } from '../platform/once.ts';

/**
 * When an incident ends, those whose reports were merged into it, and those who joined it, are told how, in the meaning of
 * the resolution's code: never in words that were written about somebody else's report.
 */
export async function tellOutcome(event: IncidentEvent, now: Date): Promise<void> {
  if (event.type !== 'status.changed' || event.data.to !== 'resolved' || !event.data.resolutionCode) return;
  const code = event.data.resolutionCode;
  // A duplicate has not ended by being one.
  if (code === 'duplicate') return;
  const internal = fromStore<Partial<InternalCase> | undefined>((await caseRef(event.incidentId).get()).data()) ?? {};
  const followers = [...(internal.duplicates ?? []), ...(internal.links ?? []).filter(({ how }) => how === 'joined')];
  for (const id of new Set(followers.map((follower) => follower.id))) await tellOne(id, code, `${event.incidentId}-${event.seq}-${id}`, now);
}

async function tellOne(id: string, code: ResolutionCode, key: string, now: Date): Promise<void> {
  await untilAppended(async () => {
    const mark = onceRef('outcome', key);
    const [stored, done] = await db().getAll(incidentRef(id), mark);
    const incident = readIncident(stored!);
    if (done!.exists) return duplicateDelivery({ trigger: 'outcome', key });
    if (!incident?.head) return;
    const batch = db().batch();
    batch.create(mark, onceMark(now));
    applyChange(batch, incident, { patch: {}, events: [{ type: 'outcome.told', data: { code } }], what: 'Told how it ended' }, { actor: systemActor, now, requestId: null });
    await batch.commit();
  });
}
