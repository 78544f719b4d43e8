import { resumeClocks } from '@secura/domain/incidents/clocks';
import { eventAudience, resumedEvent, type EventActor, type EventBody } from '@secura/domain/incidents/events';
import type { Incident } from '@secura/domain/incidents/incident';
import type { DocumentReference, DocumentSnapshot, WriteBatch } from 'firebase-admin/firestore';
import { untilAppended } from './append.ts';
import { db, fromStore } from './firebase.ts';
import { applyChange, incidentRef, readIncident, systemActor } from './incident-store.ts';
import { duplicateDelivery } from './logs.ts';

/** Brings a report into its chain, should something added to it have overtaken its own trigger. */
export type EnsureRegistered = (incidentId: string) => Promise<void>;

interface Recording<T> {
  collection: 'messages' | 'evidence';
  incidentId: string;
  id: string;
  now: Date;
  ensureRegistered: EnsureRegistered;
  describe(child: T, incident: Incident): { patch: Partial<Incident>; childPatch?: Partial<T>; event: EventBody; what: string; actor: EventActor };
  /** A document that hangs on the child, and what the same commit does with it. */
  beside?: { of(child: T): DocumentReference | null; write(batch: WriteBatch, stored: DocumentSnapshot, child: T): void };
}

/**
 * Records what a client added below an incident in the incident's history and counts. The `seq` that the added
 * document gets in the same commit marks it as recorded, so that a second delivery does nothing.
 */
export async function recordChild<T extends { createdAt: Date }>({ collection, incidentId, id, now, ensureRegistered, describe, beside }: Recording<T>): Promise<void> {
  const childRef = incidentRef(incidentId).collection(collection).doc(id);
  const attempt = () =>
    untilAppended(async (): Promise<'done' | 'duplicate' | 'unregistered'> => {
      const [parent, child] = await db().getAll(incidentRef(incidentId), childRef);
      const incident = readIncident(parent!);
      if (!incident || !child!.exists || child!.get('seq') !== undefined) return 'duplicate';
      if (!incident.head) return 'unregistered';
      const stored = fromStore<T>(child!.data());
      const { patch, childPatch, event, what, actor } = describe(stored, incident);
      const hanging = await beside?.of(stored)?.get();
      const batch = db().batch();
      const answer = answered(incident, event, actor, stored.createdAt);
      const change = { patch: { ...patch, ...answer?.patch }, events: [event, ...(answer?.events ?? [])], what, ...(answer && { casePatch: { pauseNote: null } }) };
      applyChange(batch, incident, change, { actor, now, requestId: null, eventActors: [actor, systemActor] });
      // As it was read: two deliveries at once must not both find it unrecorded.
      batch.update(childRef, { ...childPatch, seq: incident.head.seq + 1 }, { lastUpdateTime: child!.updateTime! });
      if (beside && hanging) beside.write(batch, hanging, stored);
      await batch.commit();
      return 'done';
    });

  let outcome = await attempt();
  if (outcome === 'unregistered') {
    await ensureRegistered(incidentId);
    outcome = await attempt();
  }
  if (outcome === 'duplicate') duplicateDelivery({ trigger: collection, key: `${incidentId}/${id}` });
}

/** Whatever the reporter adds for the team to see ends a pause that waits for it: the clocks run on from when it came. */
function answered(incident: Incident, event: EventBody, actor: EventActor, at: Date): { patch: Partial<Incident>; events: EventBody[] } | null {
  const { clocks, reporter, createdAt } = incident;
  const pause = clocks?.pause;
  // What came before the question, and is recorded late, answers nothing.
  if (!pause || pause.reason !== 'reporter' || actor.uid !== reporter.uid || eventAudience(event) !== 'everyone' || at <= pause.at) return null;
  const resumed = resumeClocks(clocks, createdAt, at);
  return { patch: { clocks: resumed }, events: [resumedEvent(pause, resumed, at, 'answer')] };
}
