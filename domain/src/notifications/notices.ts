import type { IncidentEvent, PersonRef } from '../incidents/events.ts';
import type { Incident } from '../incidents/incident.ts';
import { plainStatus, resolutions, severityLabels, severityRank } from '../incidents/vocabulary.ts';
import { can, type Action } from '../people/permissions.ts';
import type { Role } from '../people/vocabulary.ts';
import { emergencyRoleLabels, rolesOf } from '../posture/emergency.ts';
import type { Alert } from './alert.ts';
import { isInAudience } from './audience.ts';
import { tellReminder } from './reminders.ts';
import { eventKey, noticeKinds, type Notice, type NoticeKind, type TeamMember } from './notice.ts';

/** What of an incident notices are made of. */
export type NoticeFacts = Pick<Incident, 'id' | 'number' | 'title' | 'visibility' | 'status' | 'severity' | 'reporter' | 'assignees' | 'assigneeUids' | 'memberUids'>;

/** Whether anybody can ever be told of an event: so that all others cost no read. */
export function concernsSomebody(event: IncidentEvent): boolean {
  return raised(event) || telling.has(event.type);
}

const telling = new Set<IncidentEvent['type']>([
  'incident.reported', 'assignment.changed', 'task.created', 'task.updated', 'message.posted', 'status.changed', 'incident.reopened', 'outcome.told', 'evidence.inspected', 'clock.reminded', 'emergency.declared',
]);

/** A rise from one known severity to another; of a change of several events only the last one carries it. */
function raised({ before, after }: IncidentEvent): boolean {
  return before !== null && before.severity !== null && severityRank(after.severity) > severityRank(before.severity);
}

/**
 * Everybody whom one event concerns, the strongest kind first where it concerns somebody in several ways. Depends on
 * nothing that another delivery order would change but who may see the incident, which is always asked as of now.
 * @param team the active security team and administrators
 * @param mentioned uids that the event's message names
 */
export function noticesOf(event: IncidentEvent, incident: NoticeFacts, team: readonly TeamMember[], mentioned: readonly string[] = []): Notice[] {
  const found: Notice[] = [];
  const tell = (kind: NoticeKind, uids: readonly string[], sentence: (name: string) => string, needs: Action = 'incident:read', severity = incident.severity): void => {
    for (const uid of new Set(uids)) {
      if (uid === event.actor.uid || !mayKnow(uid, needs, incident, team)) continue;
      found.push({ uid, kind, text: sentence(shown), mail: sentence(number), link: `/incidents/${incident.id}`, dedupeKey: eventKey(event), severity });
    }
  };
  const number = incident.number ?? 'a new report';
  // Somebody whose incident is restricted is told its number and no more: what is kept in an inbox outlives a right.
  const shown = incident.visibility === 'restricted' ? number : `${number} “${incident.title}”`;
  const by = event.actor.name;
  const assignees = incident.assigneeUids;
  const leads = team.filter(({ lead, role }) => lead && role === 'security_team').map(({ uid }) => uid);
  const admins = team.filter(({ role }) => role === 'admin').map(({ uid }) => uid);
  // Where nobody leads, somebody has to hear of it all the same.
  const heads = leads.length > 0 ? leads : admins;

  switch (event.type) {
    case 'incident.reported': {
      // Who was assigned in the same moment is told of that instead.
      const others = team.filter(({ uid }) => !assignees.includes(uid)).map(({ uid }) => uid);
      tell('incident.new', others, (name) => `New${incident.severity ? ` ${severityLabels[incident.severity].toLowerCase()}` : ''} incident: ${name}`, 'incident:readCase');
      break;
    }
    case 'assignment.changed':
      tell('assigned', uidsOf(event.data.added), (name) => event.data.by === 'rule' ? `It is your turn: ${name} is assigned to you` : `${by} assigned ${name} to you`, 'incident:readCase');
      break;
    case 'task.created':
      tell('assigned', uidsOf([event.data.assignee]), (name) => `${by} gave you a task in ${name}`, 'incident:readCase');
      break;
    case 'task.updated':
      tell('assigned', uidsOf([event.data.changes.assignee?.to ?? null]), (name) => `${by} gave you a task in ${name}`, 'incident:readCase');
      break;
    case 'message.posted': {
      const note = event.data.audience === 'team';
      const needs = note ? 'incident:readCase' : 'incident:read';
      tell('mentioned', mentioned, (name) => `${by} mentioned you in ${name}`, needs);
      // A message that nobody has in hand must not lie unseen: the leads hear it. Who has left the team has nothing in hand.
      const inHand = assignees.filter((uid) => mayKnow(uid, 'incident:readCase', incident, team));
      tell('message', inHand.length > 0 ? inHand : heads, (name) => note ? `${by} wrote a note on ${name}` : `${by} wrote about ${name}`, 'incident:readCase');
      if (!note) tell('message', [incident.reporter.uid], (name) => `${by} wrote to you about ${name}`);
      break;
    }
    case 'status.changed':
      tell('status', [incident.reporter.uid], (name) => `${name}: ${plainStatus[event.data.to]}`);
      break;
    case 'incident.reopened':
      tell('status', [incident.reporter.uid], (name) => `${name}: The security team looks at it again.`);
      break;
    case 'outcome.told':
      tell('outcome', [incident.reporter.uid], (name) => `${name}: ${resolutions[event.data.code].label}. ${resolutions[event.data.code].meaning}`);
      break;
    case 'evidence.inspected':
      // Its name is a stranger's text; whoever looks sees it there.
      if (event.data.state === 'infected') tell('evidence.infected', [...assignees, ...heads], (name) => `A file of ${name} is malware; it stays locked away`, 'incident:readCase');
      break;
    case 'emergency.declared': {
      const { team: roles } = event.data;
      for (const uid of new Set(uidsOf(Object.values(roles)))) {
        const duties = rolesOf(roles, uid).map((role) => emergencyRoleLabels[role].toLowerCase());
        // Whatever the incident was rated: nobody's quiet hours hold back an emergency.
        tell('assigned', [uid], (name) => `${by} declared an emergency about ${name}: you are ${duties.join(' and ')}`, 'incident:readCase', 'critical');
      }
      break;
    }
    case 'clock.reminded': {
      const { clock, stage } = event.data;
      // The chain: who has it in hand, then the lead, then the administrator; nobody's incident begins higher up.
      // Whoever has left the team, or may not see it any more, is nobody to wait for.
      const chain = [assignees, leads, admins].map((uids) => uids.filter((uid) => mayKnow(uid, 'incident:readCase', incident, team))).filter((uids) => uids.length > 0);
      const reach = { soon: 1, breached: 2, overdue: 3 }[stage];
      tell(stage === 'soon' ? 'clock.soon' : 'clock.breached', chain.slice(0, reach).flat(), (name) => `${name}: ${tellReminder(clock, stage)}`, 'incident:readCase');
      break;
    }
  }
  if (raised(event)) {
    tell('severity.raised', [...assignees, ...heads], (name) => `${by} raised ${name} to ${severityLabels[event.after.severity!].toLowerCase()}`, 'incident:readCase');
  }
  return found.sort((a, b) => noticeKinds.indexOf(a.kind) - noticeKinds.indexOf(b.kind));
}

/** What somebody is told of an alert; null when it is not for him. */
export function noticeOfAlert(alert: Pick<Alert, 'id' | 'title' | 'severity' | 'audience' | 'publishedBy'>, { uid, role, department }: { uid: string; role: Role; department: string }): Notice | null {
  if (alert.publishedBy.uid === uid || !isInAudience(alert.audience, { role, department })) return null;
  // Where alerts stand for people of this role.
  const link = role === 'employee' ? '/home' : '/queue';
  // What is for some roles only must not leave the house.
  const mail = alert.audience.roles.length > 0 ? 'The security team has published an alert for you' : `Alert: ${alert.title}`;
  return { uid, kind: 'alert', text: `Alert: ${alert.title}`, mail, link, dedupeKey: `alert_${alert.id}`, severity: alert.severity };
}

/** What the audit chain says of a decision or a result that one person waits for. */
export type AwaitedEntry = { seq: number; at: string; actor: { uid: string } } & (
  | { action: 'application.decided'; data: { applicantUid: string; accepted: boolean } }
  | { action: 'report.ready'; data: { askedByUid: string } }
);

/** Whether somebody waits for an entry of the audit chain: so that all others cost no read. */
export function isAwaited(entry: { action: string }): entry is AwaitedEntry {
  return entry.action === 'application.decided' || entry.action === 'report.ready';
}

/** What the one who waits for it is told; null when he did it himself. */
export function noticeOfEntry({ seq, actor, ...entry }: AwaitedEntry): Notice | null {
  const [uid, kind, text, link] =
    entry.action === 'application.decided'
      ? ([entry.data.applicantUid, 'application', entry.data.accepted ? 'You are now of the security team' : 'Your application to the security team was declined', '/account'] as const)
      : ([entry.data.askedByUid, 'report', 'The report that you asked for is ready', '/admin'] as const);
  return uid === actor.uid ? null : { uid, kind, text, mail: text, link, dedupeKey: `audit_${seq}`, severity: null };
}

const uidsOf = (people: readonly (PersonRef | null)[]): string[] => people.flatMap((person) => (person ? [person.uid] : []));

function mayKnow(uid: string, needs: Action, incident: NoticeFacts, team: readonly TeamMember[]): boolean {
  const member = team.find((one) => one.uid === uid);
  const actor = member ? { ...member, role: member.role as Role } : { uid, name: '', role: 'employee' as const, lead: false };
  return can(actor, needs, incident);
}
