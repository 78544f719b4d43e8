import { SecuraError } from '@secura/domain/platform/errors';
import type { Aspect, PersonRef } from '@secura/domain/incidents/events';
import type { Incident, InternalCase } from '@secura/domain/incidents/incident';
import { IncidentView } from '@secura/domain/incidents/operations';
import { viewIncident } from '@secura/domain/incidents/view';
import { can, type Action } from '@secura/domain/people/permissions';
import type { IncidentRef } from '@secura/domain/similar/links';
import type { z } from 'zod';
import { liveActor, userRef } from '../platform/actor.ts';
import { untilAppended } from '../platform/append.ts';
import { db, fromStore } from '../platform/firebase.ts';
import { eventActor, refuseOverlap, requireReadable } from '../platform/incident-operation.ts';
import { applyChange, caseRef, incidentRef, readIncident, type Change } from '../platform/incident-store.ts';
import { selfCheckingOperation, type Operation } from '../platform/operation.ts';

/** One of the two, with the team's own part. */
export interface Side {
  incident: Incident;
  internal: Partial<InternalCase>;
  ref: IncidentRef;
}

interface PairDefinition<I extends z.ZodType> {
  name: `incidents.${string}`;
  summary: string;
  input: I;
  rest: { method: 'post' | 'delete'; path: `/api/${string}` };
  allow: Action;
  aspects?: readonly Aspect[];
  /** Which other incident it is about; null when there is none to act on. */
  otherOf(input: z.output<I>, internal: Partial<InternalCase>): string | null;
  /** The changes of both, or null when there is nothing left to do. Pure. */
  change(one: Side, other: Side, by: PersonRef, now: Date): { one: Change; other: Change } | null;
}

/**
 * Defines an operation on two incidents: one commit that appends to both chains, so that whoever read an older one of
 * either fails as a whole and decides anew.
 */
export function pairOperation<I extends z.ZodType<{ id: string; expectedVersion?: number | undefined }>>(definition: PairDefinition<I>): Operation<I, typeof IncidentView> {
  const { name, summary, input, rest, allow, aspects = [], otherOf, change } = definition;
  return selfCheckingOperation({
    name, summary, input, rest, output: IncidentView, cost: 'write',
    async run({ caller, input: given, now, requestId }) {
      const { id, expectedVersion } = given as { id: string; expectedVersion?: number };
      const changed = await untilAppended(async () => {
        const [profile, stored, internal] = await db().getAll(userRef(caller.uid), incidentRef(id), caseRef(id));
        const actor = liveActor(caller, profile!);
        const allowed = (snapshot: typeof stored): Incident => {
          const incident = requireReadable(actor, readIncident(snapshot!));
          if (!can(actor, allow, incident)) throw new SecuraError('permission-denied', 'You are not allowed to do that with this incident.');
          if (!incident.head) throw new SecuraError('failed-precondition', 'This report is just being registered. Please try again in a moment.');
          return incident;
        };
        const one = sideOf(allowed(stored), internal!.data());
        const otherId = otherOf(given as z.output<I>, one.internal);
        if (otherId === null) return one.incident;
        if (otherId === id) throw new SecuraError('invalid-argument', 'An incident cannot be connected with itself.');
        await refuseOverlap(one.incident, expectedVersion, aspects);
        const [otherStored, otherInternal] = await db().getAll(incidentRef(otherId), caseRef(otherId));
        const other = sideOf(allowed(otherStored!), otherInternal!.data());
        const decided = change(one, other, { uid: actor.uid, name: actor.name }, now);
        if (!decided) return one.incident;
        const batch = db().batch();
        const by = { actor: eventActor(actor), now, requestId };
        const next = applyChange(batch, one.incident, decided.one, by);
        applyChange(batch, other.incident, decided.other, by);
        await batch.commit();
        return next;
      });
      return viewIncident(changed);
    },
  });
}

/** An incident with its case, as connections are decided on. */
export function sideOf(incident: Incident, internal: unknown): Side {
  return { incident, internal: fromStore<Partial<InternalCase> | undefined>(internal) ?? {}, ref: { id: incident.id, number: incident.number ?? '' } };
}
