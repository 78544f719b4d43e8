import type { Incident } from '@secura/domain/incidents/incident';
import { can } from '@secura/domain/people/permissions';
import type { Roster } from '@secura/domain/people/person';
import { userRef } from '../platform/actor.ts';
import { db, fromStore } from '../platform/firebase.ts';
import { incidentRef, readIncident, rosterRef } from '../platform/incident-store.ts';

const mostAtOnce = 400;

/** Takes what a restricted incident left in the inboxes of those who may not see it any more. May run again. */
export async function withdrawNotices(incidentId: string): Promise<void> {
  const [stored, roster] = await db().getAll(incidentRef(incidentId), rosterRef());
  const incident = readIncident(stored!);
  if (incident?.visibility !== 'restricted') return;
  const { members = {} } = fromStore<Partial<Roster> | undefined>(roster!.data()) ?? {};
  const others = Object.entries(members).filter(([uid, member]) => !can({ uid, ...member }, 'incident:read', incident));
  for (const [uid] of others) await withdrawFrom(uid, incident);
}

// The ids of its notices begin with its own.
async function withdrawFrom(uid: string, { id }: Incident): Promise<void> {
  const inbox = userRef(uid).collection('inbox');
  const told = inbox.orderBy('__name__').startAt(`${id}_`).endBefore(`${id}_\uf8ff`).select().limit(mostAtOnce);
  for (;;) {
    const { docs } = await told.get();
    const batch = db().batch();
    for (const { ref } of docs) batch.delete(ref);
    await batch.commit();
    if (docs.length < mostAtOnce) return;
  }
}
