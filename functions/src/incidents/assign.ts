import { SecuraError } from '@secura/domain/platform/errors';
import { AssignInput, UnassignInput } from '@secura/domain/incidents/operations';
import { activeStatuses } from '@secura/domain/incidents/vocabulary';
import type { PersonRef } from '@secura/domain/incidents/events';
import type { Incident } from '@secura/domain/incidents/incident';
import { assigneesPatch } from '../platform/incident-store.ts';
import { incidentOperation } from '../platform/incident-operation.ts';

const names = (people: readonly PersonRef[]): string => people.map((person) => person.name).join(', ');

function requireActive(incident: Incident): void {
  if (!activeStatuses.includes(incident.status)) {
    throw new SecuraError('failed-precondition', `This incident is ${incident.status}. Reopen it before you assign it.`);
  }
}

export const assignIncident = incidentOperation({
  name: 'incidents.assign',
  summary: 'Assign an incident to members of the security team',
  input: AssignInput,
  allow: 'incident:assign',
  rest: { method: 'post', path: '/api/incidents/{id}/assign' },
  needs: { roster: true },
  aspects: () => [],
  change({ incident, input, roster }) {
    requireActive(incident);
    const added = input.uids
      .filter((uid, index, all) => all.indexOf(uid) === index && !incident.assigneeUids.includes(uid))
      .map((uid): PersonRef => {
        const member = roster?.members[uid];
        if (!member) throw new SecuraError('invalid-argument', 'Only members of the security team can be assigned.', { fields: { uids: 'Not a member of the security team.' } });
        return { uid, name: member.name };
      });
    if (added.length === 0) return null;
    const assignees = [...incident.assignees, ...added];
    return {
      patch: assigneesPatch(incident, assignees),
      events: [{ type: 'assignment.changed', data: { added, removed: [], by: 'person' } }],
      what: `Assigned ${names(added)}`,
    };
  },
});

export const unassignIncident = incidentOperation({
  name: 'incidents.unassign',
  summary: 'Take people off an incident',
  input: UnassignInput,
  allow: 'incident:assign',
  rest: { method: 'post', path: '/api/incidents/{id}/unassign' },
  aspects: () => [],
  change({ incident, input }) {
    requireActive(incident);
    const removed = incident.assignees.filter((person) => input.uids.includes(person.uid));
    if (removed.length === 0) return null;
    const assignees = incident.assignees.filter((person) => !input.uids.includes(person.uid));
    return {
      patch: assigneesPatch(incident, assignees),
      events: [{ type: 'assignment.changed', data: { added: [], removed, by: 'person' } }],
      what: `Took ${names(removed)} off`,
    };
  },
});
