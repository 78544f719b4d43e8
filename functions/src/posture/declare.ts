import type { Message } from '@secura/domain/conversation/message';
import type { Room } from '@secura/domain/conversation/talk';
import type { EventBody, PersonRef } from '@secura/domain/incidents/events';
import type { Incident } from '@secura/domain/incidents/incident';
import { activeStatuses } from '@secura/domain/incidents/vocabulary';
import { newAlert } from '@secura/domain/notifications/alert';
import { isInAudience } from '@secura/domain/notifications/audience';
import type { Roster } from '@secura/domain/people/person';
import { SecuraError } from '@secura/domain/platform/errors';
import { emergencyRoleLabels, emergencyRoles, mostEmergencies, tellTeam, type Emergency, type EmergencyRole, type EmergencyTeam } from '@secura/domain/posture/emergency';
import { DeclareEmergencyInput, EmergencyView } from '@secura/domain/posture/operations';
import { isBelow, type Posture, type ThreatLevel } from '@secura/domain/posture/threat-level';
import { acknowledgementRef, alertRef } from '../platform/alert-store.ts';
import { untilAppended } from '../platform/append.ts';
import { auditedDecision } from '../platform/audit.ts';
import { fromStore } from '../platform/firebase.ts';
import { eventActor, requireReadable } from '../platform/incident-operation.ts';
import { applyChange, assigneesPatch, incidentRef, readIncident, rosterRef } from '../platform/incident-store.ts';
import { operation } from '../platform/operation.ts';
import { emergencyOf, emergencyRef, postureOf, postureRef, roomRef, writePosture } from './store.ts';

/** An emergency as operations answer it. */
export const viewEmergency = ({ id, incidentId, incidentNumber, stoodDown }: Emergency, threatLevel: ThreatLevel) => ({
  id, incidentId, incidentNumber, roomId: id, alertId: id, active: stoodDown === null, threatLevel,
});

/**
 * Everything is one commit: the room, the alert, the threat level, the roles in the incident's history. So a call that
 * died has done all of it or nothing, and the same call again finds it or does it.
 */
export const declareEmergency = operation({
  name: 'posture.declareEmergency',
  summary: 'Declare an emergency about an incident: makes a room, publishes a critical alert, raises the threat level, gives out the roles; asked again under its id it answers with the same one',
  allow: 'emergency:declare',
  input: DeclareEmergencyInput,
  output: EmergencyView,
  cost: 'costly',
  rest: { method: 'post', path: '/api/emergencies' },
  async run({ actor, input, now, requestId }) {
    const { id } = input;
    const by: PersonRef = { uid: actor.uid, name: actor.name };
    return untilAppended(() => auditedDecision({ actor, now, requestId }, async (tx) => {
      const [stored, reported, members, standing] = await tx.getAll(emergencyRef(id), incidentRef(input.incidentId), rosterRef(), postureRef());
      const posture = postureOf(standing!);
      const known = emergencyOf(stored!);
      if (known && (known.declaredBy.uid !== actor.uid || known.incidentId !== input.incidentId)) throw new SecuraError('conflict', 'There is another emergency under this id.');
      if (known) return { answer: viewEmergency(known, posture.level), change: null };

      const incident = requireReadable(actor, readIncident(reported!));
      const others = posture.emergencies.length > 0 ? await tx.getAll(...posture.emergencies.map(emergencyRef)) : [];
      const number = requirePossible(incident, posture, others.map(emergencyOf));
      const team = teamFrom(input.team, members!.exists ? fromStore<Roster>(members!.data()) : null);
      const level = isBelow(posture.level, input.level) ? input.level : posture.level;
      const emergency: Omit<Emergency, 'id'> = {
        incidentId: incident.id, incidentNumber: number, title: incident.title, team, levelBefore: posture.level, level, declaredBy: by, declaredAt: now, stoodDown: null,
      };
      const write = () => {
        const change = { ...assigned(incident, team), what: 'Assigned the people of the emergency' };
        applyChange(tx, incident, { ...change, events: [...change.events, { type: 'emergency.declared', data: { emergencyId: id, team, level } }] }, { actor: eventActor(actor), now, requestId });
        tx.create(emergencyRef(id), emergency);
        tx.create(alertRef(id), newAlert({ ...input.alert, severity: 'critical' }, by, now));
        if (isInAudience(input.alert.audience, actor)) tx.create(acknowledgementRef(id, actor.uid), { name: actor.name, at: now });
        const room: Room = { name: `Emergency ${number}`, createdBy: by, createdAt: now, emergency: { incidentId: incident.id, incidentNumber: number, team, stoodDownAt: null } };
        tx.create(roomRef(id), room);
        const first: Omit<Message, 'id'> = { text: `I declared an emergency about ${number}. ${tellTeam(team)}`, audience: 'everyone', author: { ...by, role: actor.role }, createdAt: now };
        tx.create(roomRef(id).collection('messages').doc('declared'), first);
        // What everybody reads names no incident.
        writePosture(tx, { ...posture, emergencies: [...posture.emergencies, id] }, level === posture.level ? null : { to: level, reason: 'An emergency was declared.', by, at: now });
      };
      return { answer: viewEmergency({ ...emergency, id }, level), change: { action: 'emergency.declared', data: { id, incidentId: incident.id, team, level, alert: input.alert }, write } };
    }));
  },
});

/** @returns the incident's number */
function requirePossible(incident: Incident, { emergencies }: Posture, others: readonly (Emergency | null)[]): string {
  const refuse = (why: string): never => {
    throw new SecuraError('failed-precondition', why);
  };
  if (!incident.head || !incident.number) return refuse('This report is just being registered. Please try again in a moment.');
  if (!activeStatuses.includes(incident.status)) return refuse(`This incident is ${incident.status}. Reopen it before you declare an emergency.`);
  // The whole team reads the room, and the alert goes to people who may not know that there is such an incident.
  if (incident.visibility === 'restricted') return refuse('This incident is restricted. A room and an alert would tell people of it who may not know.');
  if (others.some((other) => other?.incidentId === incident.id)) return refuse('There is an emergency about this incident already.');
  if (emergencies.length >= mostEmergencies) return refuse(`There are ${mostEmergencies} emergencies already. Stand one down first.`);
  return incident.number;
}

function teamFrom(uids: Record<EmergencyRole, string>, roster: Roster | null): EmergencyTeam {
  const people = emergencyRoles.map((role) => {
    const member = roster?.members[uids[role]];
    if (!member) {
      const message = `The ${emergencyRoleLabels[role].toLowerCase()} must be somebody of the security team.`;
      throw new SecuraError('invalid-argument', message, { fields: { [`team.${role}`]: message } });
    }
    return [role, { uid: uids[role], name: member.name }] as const;
  });
  return Object.fromEntries(people) as EmergencyTeam;
}

/** Whoever has a role works on the incident, and the commander leads it. */
function assigned(incident: Incident, team: EmergencyTeam): { patch: Partial<Incident>; events: EventBody[] } {
  const people = [...new Map(Object.values(team).map((person) => [person.uid, person])).values()];
  const added = people.filter(({ uid }) => !incident.assigneeUids.includes(uid));
  const rest = [...incident.assignees, ...added].filter(({ uid }) => uid !== team.commander.uid);
  const event: EventBody = { type: 'assignment.changed', data: { added, removed: [], by: 'person' } };
  return { patch: assigneesPatch(incident, [team.commander, ...rest]), events: added.length > 0 ? [event] : [] };
}
