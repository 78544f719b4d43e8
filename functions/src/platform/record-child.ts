import type { EventActor, EventBody } from '@secura/domain/incidents/events';
import type { Incident } from '@secura/domain/incidents/incident';
import { untilAppended } from './append.ts';
import { db, fromStore } from './firebase.ts';
import { applyChange, incidentRef, readIncident } from './incident-store.ts';
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
}

/**
 * Records what a client added below an incident in the incident's history and counts. The `seq` that the added
 * document gets in the same commit marks it as recorded, so that a second delivery does nothing.
 */
export async function recordChild<T>({ collection, incidentId, id, now, ensureRegistered, describe }: Recording<T>): Promise<void> {
  const childRef = incidentRef(incidentId).collection(collection).doc(id);
  const attempt = () =>
    untilAppended(async (): Promise<'done' | 'duplicate' | 'unregistered'> => {
      const [stored, child] = await db().getAll(incidentRef(incidentId), childRef);
      const incident = readIncident(stored!);
      if (!incident || !child!.exists || child!.get('seq') !== undefined) return 'duplicate';
      if (!incident.head) return 'unregistered';
      const { patch, childPatch, event, what, actor } = describe(fromStore<T>(child!.data()), incident);
      const batch = db().batch();
      const next = applyChange(batch, incident, { patch, events: [event], what }, { actor, now, requestId: null });
      batch.update(childRef, { ...childPatch, seq: next.head?.seq });
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
