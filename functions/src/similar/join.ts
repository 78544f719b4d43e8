import { SecuraError } from '@secura/domain/platform/errors';
import type { SimilarIncidents } from '@secura/domain/similar/similar';
import { JoinInput, Joined } from '@secura/domain/similar/operations';
import { liveActor, userRef } from '../platform/actor.ts';
import { untilAppended } from '../platform/append.ts';
import { db, fromStore } from '../platform/firebase.ts';
import { eventActor, requireReadable } from '../platform/incident-operation.ts';
import { applyChange, caseRef, incidentRef, readIncident } from '../platform/incident-store.ts';
import { selfCheckingOperation } from '../platform/operation.ts';
import { linkChange } from './link.ts';
import { sideOf } from './pair-operation.ts';

/**
 * A reporter asks to be told how it ends for everybody who reported the same. His report is linked with the nearest one;
 * he learns nothing of it. Only where he was told that there are colleagues, so that it cannot be used to find out.
 */
export const joinAlike = selfCheckingOperation({
  name: 'incidents.join',
  summary: 'Be told how it ends for everybody who reported the same',
  input: JoinInput,
  output: Joined,
  cost: 'write',
  rest: { method: 'post', path: '/api/incidents/{id}/join' },
  async run({ caller, input: { id }, now, requestId }) {
    return untilAppended(async () => {
      const base = incidentRef(id);
      const [profile, stored, internal, alike, similar] = await db().getAll(userRef(caller.uid), base, caseRef(id), base.collection('shared').doc('alike'), base.collection('internal').doc('similar'));
      const actor = liveActor(caller, profile!);
      const incident = requireReadable(actor, readIncident(stored!));
      // About one's own report only, whoever one is.
      if (incident.reporter.uid !== actor.uid) throw new SecuraError('permission-denied', 'Only who reported it can ask for that.');
      const nearest = similar!.exists ? fromStore<SimilarIncidents>(similar!.data()).nearest.find(({ level }) => level === 'likely duplicate') : undefined;
      if (!alike!.exists || !nearest || !incident.head) throw new SecuraError('failed-precondition', 'There is no group of like reports to join.');
      const own = sideOf(incident, internal!.data());
      if ((own.internal.links ?? []).some(({ how }) => how === 'joined')) return { id, joined: true };
      const [theirs, theirCase] = await db().getAll(incidentRef(nearest.id), caseRef(nearest.id));
      let other = sideOf(readIncident(theirs!)!, theirCase!.data());
      // A duplicate ends where it was merged into.
      if (other.internal.mergedInto) {
        const { id: primary } = other.internal.mergedInto;
        const [incidentDoc, caseDoc] = await db().getAll(incidentRef(primary), caseRef(primary));
        other = sideOf(readIncident(incidentDoc!)!, caseDoc!.data());
      }
      if (other.incident.visibility !== 'team' || incident.visibility !== 'team' || other.ref.id === id) throw new SecuraError('failed-precondition', 'There is no group of like reports to join.');
      const by = { uid: actor.uid, name: actor.name };
      const here = linkChange(own, other, 'joined', by, now);
      const there = linkChange(other, own, 'joined', by, now);
      if (!here || !there) return { id, joined: true };
      const batch = db().batch();
      const how = { actor: eventActor(actor), now, requestId };
      applyChange(batch, incident, { ...here, events: [...here.events, { type: 'incident.joined', data: {} }], what: 'Asked to be told how it ends' }, how);
      applyChange(batch, other.incident, there, how);
      await batch.commit();
      return { id, joined: true };
    });
  },
});
