import type { Evidence } from '@secura/domain/evidence/evidence';
import type { Incident } from '@secura/domain/incidents/incident';
import { can, type Action } from '@secura/domain/people/permissions';
import { SecuraError } from '@secura/domain/platform/errors';
import { liveActor, userRef, type Caller } from '../platform/actor.ts';
import { db } from '../platform/firebase.ts';
import { requireReadable } from '../platform/incident-operation.ts';
import { incidentRef, readIncident } from '../platform/incident-store.ts';
import type { LiveActor } from '../platform/operation.ts';
import { evidenceRef, readEvidence } from './store.ts';

/** A file, its incident and who asks, read in one round trip. */
export interface CurrentEvidence {
  actor: LiveActor;
  incident: Incident;
  evidence: Evidence;
}

/**
 * Reads a file's record for somebody who may do something with it.
 * @throws SecuraError `not-found` for what the caller must not see, `permission-denied` for what he must not do
 */
export async function readCurrent(caller: Caller, { incidentId, evidenceId }: { incidentId: string; evidenceId: string }, action: Action): Promise<CurrentEvidence> {
  const [profile, stored, file] = await db().getAll(userRef(caller.uid), incidentRef(incidentId), evidenceRef(incidentId, evidenceId));
  const actor = liveActor(caller, profile!);
  const incident = requireReadable(actor, readIncident(stored!));
  if (!can(actor, action, incident)) throw new SecuraError('permission-denied', 'You are not allowed to do that with files of this incident.');
  const evidence = readEvidence(file!);
  if (!evidence) throw new SecuraError('not-found', 'There is no such file in this incident.');
  if (!incident.head) throw new SecuraError('failed-precondition', 'This report is just being registered. Please try again in a moment.');
  return { actor, incident, evidence };
}
