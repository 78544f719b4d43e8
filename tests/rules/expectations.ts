import type { Action } from '../../domain/src/people/permissions.ts';
import { active, employees, everybody, insiders, team, type Who } from './cast.ts';
import type { Operation, Subject } from './targets.ts';

/** One sentence of what is allowed. Whatever no sentence allows is denied, and tried as well. */
export interface Sentence {
  says: string;
  who: readonly Who[];
  may: readonly Operation[];
  what: string[];
}

const read = ['get', 'list'] as const;
const reporterToo = (people: readonly Who[]): Who[] => [...people, 'the reporter'];
const parts = (subject: string) => ({
  shown: [`the public events of ${subject}`],
  shared: [`the shared facts of ${subject}`],
  spoken: [`the messages to everyone of ${subject}`, `the evidence of ${subject}`],
  internal: [`the case file of ${subject}`, `the tasks of ${subject}`, `the observables of ${subject}`, `the team events of ${subject}`],
  whispered: [`the messages to the team of ${subject}`],
  reading: [`who has read of ${subject}`],
  ownReading: [`his own reading of ${subject}`],
});
const open = parts('an open incident');
const restricted = parts('a restricted incident');
const own = parts('an incident of his own');
const alerts = ['an alert to everybody', 'an alert to the team', 'an alert to his department', 'an alert to employees of his department', 'an alert to another department'];

export const sentences: Sentence[] = [
  { says: 'Every active person reports incidents.', who: active, may: ['create'], what: ['an open incident', 'an incident of his own'] },
  { says: 'Every active person reads the incidents that he reported, restricted or not.', who: active, may: read, what: ['an incident of his own'] },
  { says: 'The team reads and lists the incidents that are open to it.', who: team, may: read, what: ['an open incident'] },
  { says: 'The reporter reads his incident while the team works on it.', who: ['the reporter'], may: ['get'], what: ['an open incident', 'a restricted incident'] },
  { says: 'A restricted incident is read by its members, the lead and the admin.', who: insiders, may: ['get'], what: ['a restricted incident'] },
  { says: 'Restricted incidents are listed by the lead and the admin.', who: ['a lead', 'an admin'], may: ['list'], what: ['a restricted incident'] },

  { says: 'The team reads the case file, the tasks, the observables and all events of incidents open to it.', who: team, may: read, what: [...open.internal, ...open.shown] },
  { says: 'Insiders read the case file, the tasks, the observables and all events of a restricted incident.', who: insiders, may: read, what: [...restricted.internal, ...restricted.shown] },
  { says: 'A member of the team who reported an incident is a member of it and reads all of it.', who: team, may: read, what: own.internal },
  { says: 'The reporter reads the public events.', who: active, may: read, what: own.shown },
  { says: 'The reporter reads the public events, also of an incident that is restricted.', who: ['the reporter'], may: read, what: [...open.shown, ...restricted.shown] },

  { says: 'The team and the reporter read what the server tells the reporter.', who: reporterToo(team), may: ['get'], what: open.shared },
  { says: 'Insiders and the reporter read what the server tells the reporter of a restricted incident.', who: reporterToo(insiders), may: ['get'], what: restricted.shared },
  { says: 'Everybody reads what the server tells him of what he reported.', who: active, may: ['get'], what: own.shared },
  { says: 'The team and the reporter talk, and add evidence.', who: reporterToo(team), may: [...read, 'create'], what: open.spoken },
  { says: 'Insiders and the reporter talk, and add evidence, about a restricted incident.', who: reporterToo(insiders), may: [...read, 'create'], what: restricted.spoken },
  { says: 'Everybody talks, and adds evidence, about what he reported.', who: active, may: [...read, 'create'], what: own.spoken },
  { says: 'The team talks among itself.', who: team, may: [...read, 'create'], what: [...open.whispered, ...own.whispered] },
  { says: 'Insiders talk among themselves about a restricted incident.', who: insiders, may: [...read, 'create'], what: restricted.whispered },

  { says: 'Who talks sees who has read, and who is typing.', who: reporterToo(team), may: read, what: [...open.reading, ...open.ownReading] },
  { says: 'Who talks about a restricted incident sees who has read.', who: reporterToo(insiders), may: read, what: [...restricted.reading, ...restricted.ownReading] },
  { says: 'Everybody sees who has read what he reported.', who: active, may: read, what: [...own.reading, ...own.ownReading] },
  { says: 'Who talks says how far he has read.', who: reporterToo(team), may: ['create', 'update'], what: open.ownReading },
  { says: 'Who talks about a restricted incident says how far he has read.', who: reporterToo(insiders), may: ['create', 'update'], what: restricted.ownReading },
  { says: 'Everybody says how far he has read what he reported.', who: active, may: ['create', 'update'], what: own.ownReading },

  { says: 'Everybody asks questions, and reads and goes on with his own.', who: active, may: [...read, 'create'], what: ['his own question', 'the messages of his own question'] },
  { says: 'Everybody may begin a question, whosever else there are.', who: active, may: ['create'], what: ["the reporter's question"] },
  { says: 'The team reads and answers the questions of everybody.', who: reporterToo(team), may: read, what: ["the reporter's question"] },
  { says: 'The team and who asked talk in a question.', who: reporterToo(team), may: [...read, 'create'], what: ["the messages of the reporter's question"] },
  { says: 'Who talks in a question says how far he has read.', who: reporterToo(team), may: [...read, 'create', 'update'], what: ["his own reading of the reporter's question"] },
  { says: 'The team uses rooms and makes them.', who: team, may: [...read, 'create'], what: ['a room', 'the messages of a room', 'the messages of the general room'] },
  { says: 'The team says how far it has read in a room.', who: team, may: [...read, 'create', 'update'], what: ['his own reading of a room'] },
  { says: 'Two of the team write to one another, and nobody else reads it: no lead, no admin.', who: team, may: [...read, 'create'], what: ['his own pair', 'the messages of his own pair'] },
  { says: 'Each of a pair says how far he has read.', who: team, may: [...read, 'create', 'update'], what: ['his own reading of his pair'] },

  {
    says: 'Whoever is signed in reads his own profile, even when suspended: so an app can tell him.',
    who: everybody.filter((who) => who !== 'an anonymous visitor'),
    may: ['get'],
    what: ['his own profile'],
  },
  { says: 'Every active person corrects his own profile.', who: active, may: ['update'], what: ['his own profile'] },
  { says: 'The team reads the directory.', who: team, may: read, what: ['his own profile', "somebody else's profile"] },
  { says: 'Read markers belong to one person.', who: active, may: [...read, 'create', 'update'], what: ['his own read markers'] },
  { says: 'An inbox belongs to one person, who marks as read what the server put there.', who: active, may: [...read, 'update'], what: ['his own inbox'] },
  { says: 'What somebody wants to be told of is his own.', who: active, may: ['get', 'create', 'update'], what: ['his own notification preferences'] },
  { says: 'The devices that somebody is told on are his own; he may forget them.', who: active, may: [...read, 'create', 'update', 'delete'], what: ['his own devices'] },
  { says: 'An admin sees the mail that could not be delivered.', who: ['an admin'], may: read, what: ['the failed mail'] },
  { says: 'An admin sees what waits to be compared.', who: ['an admin'], may: read, what: ['what waits to be compared'] },
  { says: 'Every active person sees who is present, and says so of himself.', who: active, may: [...read, 'create', 'update'], what: ['his own presence'] },
  { says: 'Every active person sees the presence of others.', who: active, may: read, what: ["somebody else's presence"] },
  { says: 'Every active person sees the roster of the team.', who: active, may: ['get'], what: ['the roster'] },
  { says: 'Every active person reads the alerts that are for his role and his department.', who: active, may: read, what: ['an alert to everybody', 'an alert to his department'] },
  { says: 'The team reads the alerts to the team.', who: team, may: read, what: ['an alert to the team'] },
  { says: 'Employees read the alerts to employees of their department.', who: employees, may: read, what: ['an alert to employees of his department'] },
  { says: 'The lead and the admin, who publish alerts, read all of them.', who: ['a lead', 'an admin'], may: read, what: alerts },
  { says: 'Everybody sees whether he has acknowledged an alert; who else has, an operation tells the lead and the admin.', who: active, may: ['get'], what: alerts.map((alert) => `his own acknowledgement of ${alert}`) },
  { says: 'The lead and the admin look up the acknowledgement of one person.', who: ['a lead', 'an admin'], may: ['get'], what: ["somebody else's acknowledgement"] },
  { says: 'Every active person acknowledges a critical alert that is for him, once.', who: active, may: ['create'], what: ['his own acknowledgement of an alert to everybody', 'his own acknowledgement of an alert to his department'] },
  { says: 'The team acknowledges critical alerts to the team.', who: team, may: ['create'], what: ['his own acknowledgement of an alert to the team'] },
  { says: 'Employees acknowledge critical alerts to employees of their department.', who: employees, may: ['create'], what: ['his own acknowledgement of an alert to employees of his department'] },
  { says: 'Every active person sees the threat level.', who: active, may: ['get'], what: ['the threat level'] },
  { says: 'Every active person reads the history of the threat level.', who: active, may: read, what: ['the history of the threat level'] },
  { says: 'The team reads the emergencies.', who: team, may: read, what: ['the emergencies'] },
  { says: 'The team reads the campaigns.', who: team, may: read, what: ['the campaigns'] },
  { says: 'The team reads the rollups.', who: team, may: read, what: ['the rollups'] },
  { says: 'The team reads what the AI said of incidents open to it, and of what one of it reported.', who: team, may: ['get'], what: ['what the AI said of an open incident', 'what the AI said of an incident of his own'] },
  { says: 'Insiders read what the AI said of a restricted incident.', who: insiders, may: ['get'], what: ['what the AI said of a restricted incident'] },
  {
    says: 'An admin lists all that the AI said.',
    who: ['an admin'],
    may: read,
    what: [...['an open incident', 'a restricted incident', 'an incident of his own'].map((of) => `what the AI said of ${of}`), 'what the AI said of a text that nobody reported'],
  },
  { says: 'The team sees how incidents are assigned, which domains are our own, and how long it gives itself.', who: team, may: ['get'], what: ['the assignment rule', 'the organisation', "the clocks' settings"] },
];

/** Who may do what, flat, for looking up. */
export function isAllowed(who: Who, operation: Operation, what: string): boolean {
  return sentences.some((sentence) => sentence.what.includes(what) && sentence.may.includes(operation) && sentence.who.includes(who));
}

/** Where a cell of the matrix is the rules' side of an action of the permissions table: both must say the same. */
export const sameAsAction: { what: string; operation: Operation; action: Action; subject?: Subject }[] = (['open', 'restricted', 'own'] as const).flatMap(
  (subject) => {
    const of = { open: 'an open incident', restricted: 'a restricted incident', own: 'an incident of his own' }[subject];
    return [
      { what: of, operation: 'get' as const, action: 'incident:read' as const, subject },
      { what: `the case file of ${of}`, operation: 'get' as const, action: 'incident:readCase' as const, subject },
      { what: `the tasks of ${of}`, operation: 'list' as const, action: 'incident:readCase' as const, subject },
      { what: `what the AI said of ${of}`, operation: 'get' as const, action: 'incident:readCase' as const, subject },
      { what: `the team events of ${of}`, operation: 'list' as const, action: 'incident:readCase' as const, subject },
      { what: `the observables of ${of}`, operation: 'list' as const, action: 'incident:readCase' as const, subject },
      { what: `the messages to everyone of ${of}`, operation: 'create' as const, action: 'message:post' as const, subject },
      { what: `the messages to the team of ${of}`, operation: 'create' as const, action: 'message:postToTeam' as const, subject },
      { what: `the evidence of ${of}`, operation: 'create' as const, action: 'evidence:add' as const, subject },
    ];
  },
);
sameAsAction.push(
  { what: 'an open incident', operation: 'create', action: 'incident:report' },
  { what: 'an open incident', operation: 'list', action: 'incident:list' },
  { what: 'a restricted incident', operation: 'list', action: 'incident:readRestricted' },
  { what: "somebody else's profile", operation: 'list', action: 'people:readDirectory' },
  { what: 'the rollups', operation: 'get', action: 'rollups:read' },
  { what: 'what the AI said of an open incident', operation: 'list', action: 'ai:readLedger' },
  { what: 'the campaigns', operation: 'list', action: 'campaign:read' },
  { what: 'the failed mail', operation: 'list', action: 'mail:retry' },
);

