import { SecuraError } from '@secura/domain/platform/errors';
import { verifyChain as verify, type Link } from '@secura/domain/incidents/chain';
import type { Incident } from '@secura/domain/incidents/incident';
import { GetInput, IncidentPage, IncidentView, ListInput, Verdict, VerifyChainInput } from '@secura/domain/incidents/operations';
import { matchesSearch, queueQuery } from '@secura/domain/incidents/queue';
import { viewIncident } from '@secura/domain/incidents/view';
import { can } from '@secura/domain/people/permissions';
import { liveActor, userRef } from '../platform/actor.ts';
import { db } from '../platform/firebase.ts';
import { incidentRef, readIncident } from '../platform/incident-store.ts';
import { operation, selfCheckingOperation } from '../platform/operation.ts';
import { readPage } from '../platform/page.ts';
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
    if (!whole) spec.where.push(['reporter.uid', '==', actor.uid]);
    const { page, nextCursor } = await readPage(spec, limit, cursor);
    const items = page.map(readIncident).filter((incident): incident is Incident => incident !== null && matchesSearch(incident, filter.search));
    return { items: items.map(viewIncident), nextCursor };
  },
});

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
