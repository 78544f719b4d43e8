import { SecuraError } from '@secura/domain/platform/errors';
import { verifyChain as verify, type Link } from '@secura/domain/incidents/chain';
import type { Incident } from '@secura/domain/incidents/incident';
import { GetInput, IncidentPage, IncidentView, ListInput, Verdict, VerifyChainInput } from '@secura/domain/incidents/operations';
import { matchesRest, queueQuery } from '@secura/domain/incidents/queue';
import { viewIncident } from '@secura/domain/incidents/view';
import { can } from '@secura/domain/people/permissions';
import { Timestamp, type DocumentSnapshot, type Query } from 'firebase-admin/firestore';
import { liveActor, userRef } from '../platform/actor.ts';
import { db } from '../platform/firebase.ts';
import { incidentRef, readIncident } from '../platform/incident-store.ts';
import { operation, selfCheckingOperation } from '../platform/operation.ts';
import { requireReadable } from '../platform/incident-operation.ts';

export const getIncident = selfCheckingOperation({
  name: 'incidents.get',
  summary: 'Read one incident',
  input: GetInput,
  output: IncidentView,
  cost: 'read',
  rest: { method: 'get', path: '/api/incidents/{id}' },
  async run({ caller, input }) {
    const [profile, stored] = await db().getAll(userRef(caller.uid), incidentRef(input.id));
    const actor = liveActor(caller, profile!);
    return viewIncident(requireReadable(actor, readIncident(stored!)));
  },
});

export const listIncidents = operation({
  name: 'incidents.list',
  summary: 'List incidents, a page at a time: the team its queue, an employee his own',
  allow: 'everyone',
  input: ListInput,
  output: IncidentPage,
  cost: 'read',
  rest: { method: 'get', path: '/api/incidents' },
  async run({ actor, input }) {
    const { limit, cursor, ...filter } = input;
    const whole = can(actor, 'incident:list');
    const spec = queueQuery(filter, { uid: actor.uid, seesRestricted: !whole || can(actor, 'incident:readRestricted') });
    let query: Query = db().collection(spec.collection);
    if (!whole) query = query.where('reporter.uid', '==', actor.uid);
    for (const [field, op, value] of spec.where) query = query.where(field, op, value);
    for (const [field, direction] of spec.orderBy) query = query.orderBy(field, direction);
    query = query.orderBy('__name__', spec.orderBy.at(-1)?.[1] ?? 'desc');
    if (cursor) query = query.startAfter(...decodeCursor(cursor, spec.orderBy.length));
    const { docs } = await query.limit(limit + 1).get();
    const page = docs.slice(0, limit);
    const items = page.map(readIncident).filter((incident): incident is Incident => incident !== null && matchesRest(incident, filter.search));
    const last = page.at(-1);
    return { items: items.map(viewIncident), nextCursor: docs.length > limit && last ? encodeCursor(last, spec.orderBy.map(([field]) => field)) : null };
  },
});

/** The place in an order after which the next page begins: the ordered values and the id, as base64url JSON. */
function encodeCursor(doc: DocumentSnapshot, fields: readonly string[]): string {
  const values = fields.map((field) => {
    const value: unknown = doc.get(field);
    return value instanceof Timestamp ? { at: [value.seconds, value.nanoseconds] } : value;
  });
  return Buffer.from(JSON.stringify([...values, doc.id])).toString('base64url');
}

function decodeCursor(cursor: string, fieldCount: number): unknown[] {
  try {
    const values = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (!Array.isArray(values) || values.length !== fieldCount + 1 || typeof values.at(-1) !== 'string') throw new TypeError('shape');
    return values.map((value) => {
      if (value === null || typeof value !== 'object') return value;
      const [seconds, nanoseconds] = (value as { at: [number, number] }).at;
      return new Timestamp(seconds, nanoseconds);
    });
  } catch (cause) {
    throw new SecuraError('invalid-argument', 'This cursor is not one of ours. Begin again without it.', undefined, { cause });
  }
}

export const verifyChain = selfCheckingOperation({
  name: 'incidents.verifyChain',
  summary: 'Recompute the whole history of an incident and say whether anybody rewrote it',
  input: VerifyChainInput,
  output: Verdict,
  cost: 'costly',
  rest: { method: 'get', path: '/api/incidents/{id}/verification' },
  async run({ caller, input }) {
    const [profile, stored] = await db().getAll(userRef(caller.uid), incidentRef(input.id));
    const actor = liveActor(caller, profile!);
    const incident = requireReadable(actor, readIncident(stored!));
    if (!can(actor, 'incident:verify', incident)) throw new SecuraError('permission-denied', 'Only the security team can verify a history.');
    const events = await incidentRef(input.id).collection('events').orderBy('seq').get();
    return verify(events.docs.map((doc) => doc.data() as Link), incident.head);
  },
});
