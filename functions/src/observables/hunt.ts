import { huntLimits } from '@secura/domain/observables/hunt-limits';
import { stixName } from '@secura/domain/observables/observable';
import { HuntAnswer, HuntInput, RelatedAnswer, RelatedInput } from '@secura/domain/observables/operations';
import { can } from '@secura/domain/people/permissions';
import { SecuraError } from '@secura/domain/platform/errors';
import { liveActor, userRef } from '../platform/actor.ts';
import { db } from '../platform/firebase.ts';
import { requireReadable } from '../platform/incident-operation.ts';
import { incidentRef, readIncident } from '../platform/incident-store.ts';
import { operation, selfCheckingOperation } from '../platform/operation.ts';
import { organisationOf, organisationRef } from '../platform/organisation.ts';
import { observableRef } from './record.ts';
import { mention, Sightings, type Sighted } from './sightings.ts';

export const hunt = operation({
  name: 'observables.hunt',
  summary: 'Find the incidents that hold an indicator, given in any form, defanged or not; a domain also finds what lies below it',
  allow: 'observable:hunt',
  input: HuntInput,
  output: HuntAnswer,
  cost: 'costly',
  rest: { method: 'get', path: '/api/observables' },
  async run({ actor, input }) {
    const [{ observablesOf }, { observableKey }] = await Promise.all([import('@secura/domain/observables/extract'), import('@secura/domain/observables/identity')]);
    const { domains: ownDomains } = organisationOf(await organisationRef().get());
    const understood = new Map(observablesOf(input.value, { ownDomains }).map((observable) => [observableKey(observable), observable]));
    const sightings = new Sightings(actor);
    const hunted = await Promise.all(
      [...understood].slice(0, huntLimits.observables).map(async ([key, { kind, value, scope }]) => {
        const [written, files] = await Promise.all([sightings.find('terms', key, huntLimits.incidents), isSha256(kind, value) ? sightings.files(value, huntLimits.incidents) : none]);
        // Of malware the hash is an indicator already, with the file as its source.
        const all = [...written.sightings, ...files.sightings.filter(({ incident }) => !written.sightings.some((one) => one.incident.id === incident.id))];
        const found = all.slice(0, huntLimits.incidents);
        const more = written.more || files.more || all.length > found.length;
        const incidents = found.map(({ incident, observables }) => ({ ...mention(incident), found: observables.slice(0, 20).map(tell) }));
        return { kind, value, scope, stix: stixName({ kind, value }), incidents, more };
      }),
    );
    return { hunted };
  },
});

const none = { sightings: [], more: false };

const isSha256 = (kind: string, value: string): boolean => kind === 'hash' && value.length === 64;

function tell({ kind, value, scope, seenAt, sources }: Sighted) {
  return { kind, value, scope, seenAt: seenAt.toISOString(), sources: sources.map((source) => ({ ...source, at: source.at.toISOString() })) };
}

export const related = selfCheckingOperation({
  name: 'observables.related',
  summary: 'Which other incidents hold the indicators of this one',
  input: RelatedInput,
  output: RelatedAnswer,
  cost: 'costly',
  rest: { method: 'post', path: '/api/incidents/{incidentId}/observables/related' },
  async run({ caller, input: { incidentId, keys } }) {
    const [profile, stored, ...own] = await db().getAll(userRef(caller.uid), incidentRef(incidentId), ...keys.map((key) => observableRef(incidentId, key)));
    const actor = liveActor(caller, profile!);
    const incident = requireReadable(actor, readIncident(stored!));
    if (!can(actor, 'incident:readCase', incident)) throw new SecuraError('permission-denied', 'Only the security team compares incidents.');
    const sightings = new Sightings(actor);
    // An address of one's own network or mailbox is in many incidents and connects none.
    const compared = own.filter((observable) => observable.exists && observable.get('scope') === 'external');
    const answers = await Promise.all(
      compared.map(async ({ id: key }) => {
        const { sightings: found, more } = await sightings.find('key', key, huntLimits.relatedIncidents, incidentId);
        return { key, incidents: found.map((sighting) => mention(sighting.incident)), more };
      }),
    );
    return { related: answers };
  },
});
