import { SecuraError } from '@secura/domain/platform/errors';
import { touchedAspects, type Aspect, type EventActor, type IncidentEvent } from '@secura/domain/incidents/events';
import type { Incident, InternalCase } from '@secura/domain/incidents/incident';
import { IncidentView, type OverlappingChange } from '@secura/domain/incidents/operations';
import { viewIncident } from '@secura/domain/incidents/view';
import { can, type Action } from '@secura/domain/people/permissions';
import type { Roster } from '@secura/domain/people/person';
import type { z } from 'zod';
import { liveActor, userRef } from './actor.ts';
import { untilAppended } from './append.ts';
import { db, fromStore } from './firebase.ts';
import { applyChange, caseRef, incidentRef, readIncident, rosterRef, type Change } from './incident-store.ts';
import { selfCheckingOperation, type LiveActor, type Operation } from './operation.ts';

interface Target {
  id: string;
  expectedVersion?: number | undefined;
}

/** What a change may look at. `internal` and `roster` are read only when asked for. */
export interface Current<I> {
  incident: Incident;
  actor: LiveActor;
  input: I;
  now: Date;
  internal: InternalCase | null;
  roster: Roster | null;
}

interface ChangeDefinition<I extends z.ZodType> {
  name: `incidents.${string}`;
  summary: string;
  input: I;
  allow: Action;
  rest: { method: 'post' | 'patch' | 'delete'; path: `/api/${string}` };
  needs?: { internal?: boolean; roster?: boolean };
  /** Work before the incident is read whose result the change uses, such as asking a model. */
  prepare?(id: string): Promise<unknown>;
  /** What of the incident it sets: it conflicts with what others did to the same since the caller looked. */
  aspects(input: z.output<I>): readonly Aspect[];
  /** The change, or null when there is nothing left to do. Pure. */
  change(current: Current<z.output<I>>, prepared: unknown): Change | null;
}

/**
 * Defines an operation that changes one incident, in two round trips: the live profile, the incident, the permission,
 * the version; then one commit with the change and its events.
 */
export function incidentOperation<I extends z.ZodType<Target>>(definition: ChangeDefinition<I>): Operation<I, typeof IncidentView> {
  const { name, summary, input, allow, rest, needs = {}, prepare, aspects, change } = definition;
  return selfCheckingOperation({
    name,
    summary,
    input,
    rest,
    output: IncidentView,
    cost: 'write',
    async run({ caller, input: given, now, requestId }) {
      const { id, expectedVersion } = given as Target;
      const prepared = await prepare?.(id);
      const changed = await untilAppended(async () => {
        const [profile, stored, internal, roster] = await db().getAll(
          userRef(caller.uid),
          incidentRef(id),
          ...(needs.internal ? [caseRef(id)] : []),
          ...(needs.roster ? [rosterRef()] : []),
        ).then((found) => [found[0]!, found[1]!, needs.internal ? found[2] : undefined, needs.roster ? found.at(-1) : undefined] as const);
        const actor = liveActor(caller, profile);
        const incident = requireReadable(actor, readIncident(stored));
        if (!can(actor, allow, incident)) throw new SecuraError('permission-denied', 'You are not allowed to do that with this incident.');
        if (!incident.head) throw new SecuraError('failed-precondition', 'This report is just being registered. Please try again in a moment.');
        await refuseOverlap(incident, expectedVersion, aspects(given as z.output<I>));
        const decided = change(
          {
            incident,
            actor,
            input: given as z.output<I>,
            now,
            internal: internal?.exists ? fromStore<InternalCase>(internal.data()) : null,
            roster: roster?.exists ? fromStore<Roster>(roster.data()) : null,
          },
          prepared,
        );
        if (!decided) return incident;
        const batch = db().batch();
        const next = applyChange(batch, incident, decided, { actor: eventActor(actor), now, requestId });
        await batch.commit();
        return next;
      });
      return viewIncident(changed);
    },
  });
}

/** A person as events name him. */
export function eventActor({ uid, name, role }: LiveActor): EventActor {
  return { kind: 'person', uid, name, role };
}

/**
 * What a person must not see does not exist for him.
 * @throws SecuraError `not-found`
 */
export function requireReadable(actor: LiveActor, incident: Incident | null): Incident {
  if (!incident || !can(actor, 'incident:read', incident)) throw new SecuraError('not-found', 'There is no such incident, or you may not see it.');
  return incident;
}

/**
 * Refuses a change of what somebody else has changed since the caller looked.
 * @throws SecuraError `conflict` with the changes
 */
export async function refuseOverlap(incident: Incident, expectedVersion: number | undefined, aspects: readonly Aspect[]): Promise<void> {
  const version = incident.head?.seq ?? 0;
  if (expectedVersion === undefined || expectedVersion >= version || aspects.length === 0) return;
  const since = await incidentRef(incident.id).collection('events').where('seq', '>', expectedVersion).orderBy('seq').limit(200).get();
  const overlapping = since.docs.flatMap((doc) => overlaps(doc.data() as IncidentEvent, aspects));
  if (overlapping.length > 0) {
    throw new SecuraError('conflict', `${overlapping.at(-1)?.by ?? 'Somebody'} changed the same in the meantime. Compare and decide.`, { version, changes: overlapping });
  }
}

function overlaps(event: IncidentEvent, aspects: readonly Aspect[]): OverlappingChange[] {
  return touchedAspects(event)
    .filter((aspect) => aspects.includes(aspect))
    .map((aspect) => {
      const data = event.data as Record<string, unknown>;
      const field = aspect.startsWith('field:') ? (data['changes'] as Record<string, { from: unknown; to: unknown }>)[aspect.slice(6)] : undefined;
      const from = field ? field.from : (data['from'] ?? null);
      const to = field ? field.to : (data['to'] ?? (aspect === 'status' ? event.after.status : aspect === 'severity' ? event.after.severity : event.after.category));
      return { aspect, by: event.actor.name, at: event.at, from, to };
    });
}
