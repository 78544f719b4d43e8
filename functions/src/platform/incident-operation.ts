import { SecuraError } from '@secura/domain/platform/errors';
import type { Aspect, EventActor, IncidentEvent } from '@secura/domain/incidents/events';
import type { Incident, InternalCase } from '@secura/domain/incidents/incident';
import { IncidentView } from '@secura/domain/incidents/operations';
import { overlapOf } from '@secura/domain/incidents/overlap';
import { viewIncident } from '@secura/domain/incidents/view';
import { can, type Action } from '@secura/domain/people/permissions';
import type { Roster } from '@secura/domain/people/person';
import { readClockSettings, type ClockSettings } from '@secura/domain/settings/clocks';
import type { DocumentReference, DocumentSnapshot } from 'firebase-admin/firestore';
import type { z } from 'zod';
import { liveActor, userRef } from './actor.ts';
import { untilAppended } from './append.ts';
import { clockSettingsRef } from './clocks.ts';
import { db, fromStore } from './firebase.ts';
import { applyChange, caseRef, incidentRef, readIncident, rosterRef, type Change } from './incident-store.ts';
import { selfCheckingOperation, type Call, type LiveActor, type Operation } from './operation.ts';
import type { SecretParam } from './secrets.ts';

interface Target {
  id: string;
  expectedVersion?: number | undefined;
}

/** What a change may look at. `internal`, `roster` and `clockSettings` are read only when asked for. */
export interface Current<I> {
  incident: Incident;
  actor: LiveActor;
  input: I;
  now: Date;
  internal: InternalCase | null;
  roster: Roster | null;
  clockSettings: ClockSettings;
}

interface Definition<I extends z.ZodType> {
  name: `${string}.${string}`;
  summary: string;
  input: I;
  allow: Action;
  rest: { method: 'post' | 'patch' | 'delete'; path: `/api/${string}` };
  needs?: { internal?: boolean; roster?: boolean; clockSettings?: boolean };
  secrets?: readonly SecretParam[];
  /** Dear work before the incident is read for the change, such as asking a model; only for who may do the operation. */
  prepare?(id: string): Promise<unknown>;
  /** What of the incident it sets: it conflicts with what others did to the same since the caller looked. */
  aspects(input: z.output<I>): readonly Aspect[];
}

interface ChangeDefinition<I extends z.ZodType> extends Definition<I> {
  /** The change, or null when there is nothing left to do. Pure. */
  change(current: Current<z.output<I>>, prepared: unknown): Change | null;
}

/**
 * Defines an operation that changes one incident, in two round trips: the live profile, the incident, the permission,
 * the version; then one commit with the change and its events.
 */
export function incidentOperation<I extends z.ZodType<Target>>({ change, ...definition }: ChangeDefinition<I>): Operation<I, typeof IncidentView> {
  return selfCheckingOperation({
    ...definition,
    secrets: definition.secrets ?? [],
    output: IncidentView,
    cost: definition.prepare ? 'costly' : 'write',
    run: async (call) => viewIncident(await changeIncident(definition, call, (current, prepared) => change(current, prepared))),
  });
}

interface PartDefinition<I extends z.ZodType, O extends z.ZodType, P> extends Definition<I> {
  output: O;
  /** The document below the incident that is created or changed. */
  part: { collection: 'tasks' | 'messages'; idOf(input: z.output<I>): string };
  /** The change with the whole document as it is afterwards, or null when there is nothing left to do. Pure. */
  change(current: Current<z.output<I>> & { part: P | null; partId: string }): (Omit<Change, 'part'> & { part: P & object }) | null;
  answer(partId: string, incidentId: string, version: number, part: P): z.output<O>;
}

/**
 * Defines an operation that changes a document below an incident: read, decided, written and recorded in the same two
 * round trips as a change of the incident itself. Two who create the same one make one: the second is answered with it.
 */
export function partOperation<I extends z.ZodType<Target>, O extends z.ZodType, P>(definition: PartDefinition<I, O, P>): Operation<I, O> {
  const { part: { collection, idOf }, change, answer, ...rest } = definition;
  return selfCheckingOperation({
    ...rest,
    secrets: rest.secrets ?? [],
    cost: 'write',
    async run(call) {
      const input = call.input;
      const partId = idOf(input);
      const ref = incidentRef((input as Target).id).collection(collection).doc(partId);
      let after: P | null = null;
      const incident = await changeIncident(
        definition,
        call,
        (current, _prepared, [stored]) => {
          const part = stored?.exists ? fromStore<P>(stored.data()) : null;
          const changed = change({ ...current, part, partId });
          after = changed?.part ?? part;
          return changed && { ...changed, part: { ref, data: changed.part, create: part === null } };
        },
        [ref],
      );
      return answer(partId, incident.id, incident.head?.seq ?? 0, after!);
    },
  });
}

async function changeIncident<I extends z.ZodType>(
  { allow, needs = {}, prepare, aspects }: Pick<Definition<I>, 'allow' | 'needs' | 'prepare' | 'aspects'>,
  { caller, input, now, requestId }: Call<z.output<I>>,
  change: (current: Current<z.output<I>>, prepared: unknown, parts: readonly DocumentSnapshot[]) => Change | null,
  parts: readonly DocumentReference[] = [],
): Promise<Incident> {
  const { id, expectedVersion } = input as Target;
  const admit = (profile: DocumentSnapshot, stored: DocumentSnapshot): { actor: LiveActor; incident: Incident } => {
    const actor = liveActor(caller, profile);
    const incident = requireReadable(actor, readIncident(stored));
    if (!can(actor, allow, incident)) throw new SecuraError('permission-denied', 'You are not allowed to do that with this incident.');
    return { actor, incident };
  };
  if (prepare) {
    const [profile, stored] = await db().getAll(userRef(caller.uid), incidentRef(id));
    admit(profile!, stored!);
  }
  const prepared = await prepare?.(id);
  return untilAppended(async () => {
    const wanted = [...(needs.internal ? [caseRef(id)] : []), ...(needs.roster ? [rosterRef()] : []), ...(needs.clockSettings ? [clockSettingsRef()] : [])];
    const [profile, stored, ...found] = await db().getAll(userRef(caller.uid), incidentRef(id), ...wanted, ...parts);
    const { actor, incident } = admit(profile!, stored!);
    if (!incident.head) throw new SecuraError('failed-precondition', 'This report is just being registered. Please try again in a moment.');
    await refuseOverlap(incident, expectedVersion, aspects(input));
    const caseAt = needs.internal && found[0]!.exists ? found[0]!.updateTime : undefined;
    const read = <T>(needed: boolean | undefined): T | null => {
      const snapshot = needed ? found.shift() : undefined;
      return snapshot?.exists ? fromStore<T>(snapshot.data()) : null;
    };
    const internal = read<InternalCase>(needs.internal);
    const roster = read<Roster>(needs.roster);
    const clockSettings = readClockSettings(read<ClockSettings>(needs.clockSettings) ?? undefined);
    const decided = change({ incident, actor, input, now, internal, roster, clockSettings }, prepared, found);
    if (!decided) return incident;
    const batch = db().batch();
    const next = applyChange(batch, incident, decided, { actor: eventActor(actor), now, requestId, caseAt });
    await batch.commit();
    return next;
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
  const overlapping = since.docs.flatMap((doc) => overlapOf(doc.data() as IncidentEvent, aspects));
  if (overlapping.length > 0) {
    throw new SecuraError('conflict', `${overlapping.at(-1)?.by ?? 'Somebody'} changed the same in the meantime. Compare and decide.`, { version, changes: overlapping });
  }
}
