import { createId } from '../../domain/src/platform/ids.ts';
import { collection, getDoc, getDocs, deleteDoc, doc, limit, query, serverTimestamp, setDoc, updateDoc, where, type Firestore, type QueryConstraint } from 'firebase/firestore/lite';
import { alertReach, device, directId, evidence, freshDirectId, incidentIds, message, notice, noticePreferences, profileOf, questionId, report, serverOnly } from './world.ts';
import { keysOf } from '../../domain/src/notifications/audience.ts';
import type { Role } from '../../domain/src/people/vocabulary.ts';
import { department, nameOf } from './cast.ts';

export const operations = ['get', 'list', 'create', 'update', 'delete'] as const;
export type Operation = (typeof operations)[number];

/** How somebody would try each operation on one kind of document, at his best: what he writes is well formed. */
export interface Target {
  path: string;
  /** Bounds of the list that holds the document. */
  where?: QueryConstraint[];
  fresh: string;
  content: Record<string, unknown>;
  change: Record<string, unknown>;
}

type Self = { uid: string; role: string };

const parts = (id: string, { uid, role }: Self): Record<string, Target> => {
  const evidenceId = createId();
  const document = (path: string, change: Record<string, unknown>, rest: Partial<Target>): Target => ({
    path: `incidents/${id}/${path}`,
    fresh: `incidents/${id}/${path.split('/')[0]}/${createId()}`,
    content: {},
    change,
    ...rest,
  });
  const event = (audience: string) =>
    document(`events/${audience}`, { type: 'forged' }, { where: [where('audience', '==', audience)], content: { seq: 3, audience, type: 'status.changed' } });
  const text = (audience: string) =>
    document(`messages/${audience}`, { text: 'Changed.' }, { where: [where('audience', '==', audience)], content: message(uid, role, { audience }) });
  return {
    'the observables': document('observables/one', { scope: 'own' }, { content: { kind: 'domain', value: 'evil.example', scope: 'external' } }),
    'the case file': document('internal/case', { rootCause: 'Nobody.' }, { content: { rootCause: null } }),
    'the public events': event('everyone'),
    'the team events': event('team'),
    'the messages to everyone': text('everyone'),
    'the messages to the team': text('team'),
    'who has read': document('readers/somebody', { readAt: serverTimestamp(), typingAt: null }, { content: { readAt: serverTimestamp(), typingAt: null } }),
    'his own reading': document(`readers/${uid}`, { typingAt: serverTimestamp() }, { fresh: `incidents/${id}/readers/${uid}`, content: { readAt: serverTimestamp(), typingAt: serverTimestamp() } }),
    'the tasks': document('tasks/task-1', { status: 'done' }, { content: { title: 'Ask the mail team.', status: 'todo' } }),
    'the shared facts': document('shared/alike', { colleagues: 'more than 10' }, { content: { colleagues: '3' } }),
    'the evidence': document('evidence/evidence-1', { name: 'other.png' }, { fresh: `incidents/${id}/evidence/${evidenceId}`, content: evidence(id, evidenceId, uid) }),
  };
};

/** What is said outside incidents. */
function talk({ uid, role }: Self): Record<string, Target> {
  const ref = { uid, name: nameOf(uid) };
  const said = (place: string): Target => ({ path: `${place}/messages/one`, fresh: `${place}/messages/${createId()}`, content: message(uid, role), change: { text: 'Changed.' } });
  const reading = (place: string): Target => ({ path: `${place}/readers/${uid}`, fresh: `${place}/readers/${uid}`, content: { readAt: serverTimestamp(), typingAt: null }, change: { typingAt: serverTimestamp() } });
  const question = (asker: string): Target => ({
    path: `questions/${questionId(asker)}`,
    where: [where('asker.uid', '==', asker)],
    fresh: `questions/${createId()}`,
    content: { title: 'Is this mail real?', asker: ref, state: 'open', createdAt: serverTimestamp() },
    change: { state: 'answered' },
  });
  const pair = (one: string): Target => ({
    path: `direct/${directId(one)}`,
    where: [where('uids', 'array-contains', one)],
    fresh: `direct/${freshDirectId(one)}`,
    content: { uids: freshDirectId(one).split('_'), createdAt: serverTimestamp() },
    change: { uids: [uid, 'zz-partner'] },
  });
  return {
    "the reporter's question": question('reporter'),
    'his own question': question(uid),
    "the messages of the reporter's question": said(`questions/${questionId('reporter')}`),
    'the messages of his own question': said(`questions/${questionId(uid)}`),
    "his own reading of the reporter's question": reading(`questions/${questionId('reporter')}`),
    'a room': { path: 'rooms/room-0001', fresh: `rooms/${createId()}`, content: { name: 'Phishing wave', createdBy: ref, createdAt: serverTimestamp() }, change: { name: 'Other' } },
    'the messages of a room': said('rooms/room-0001'),
    'the messages of the general room': said('rooms/general'),
    'his own reading of a room': reading('rooms/room-0001'),
    'his own pair': pair(uid),
    'the pair of two others': pair('somebody'),
    'the messages of his own pair': said(`direct/${directId(uid)}`),
    'the messages of two others': said(`direct/${directId('somebody')}`),
    'his own reading of his pair': reading(`direct/${directId(uid)}`),
    'his own reading of two others': reading(`direct/${directId('somebody')}`),
  };
}

const alerts = {
  'an alert to everybody': 'alert-all',
  'an alert to the team': 'alert-team',
  'an alert to his department': 'alert-department',
  'an alert to employees of his department': 'alert-staff',
  'an alert to another department': 'alert-sales',
} as const;

const subjects = { open: 'an open incident', restricted: 'a restricted incident', own: 'an incident of his own' } as const;
export type Subject = keyof typeof subjects;

/** Everything in the matrix, by its name in a sentence. */
export function targetsFor({ uid, role }: Self): Record<string, Target> {
  const targets: Record<string, Target> = {};
  const incidentTarget = (id: string, bound: QueryConstraint, content = report(uid)): Target => ({
    path: `incidents/${id}`,
    where: [bound],
    fresh: `incidents/${createId()}`,
    content,
    change: { status: 'closed' },
  });
  const ids: Record<Subject, string> = { open: incidentIds.open, restricted: incidentIds.restricted, own: incidentIds.own(uid) };
  targets[subjects.open] = incidentTarget(ids.open, where('visibility', '==', 'team'));
  targets[subjects.restricted] = incidentTarget(ids.restricted, where('visibility', '==', 'restricted'), report(uid, { visibility: 'restricted' }));
  targets[subjects.own] = incidentTarget(ids.own, where('reporter.uid', '==', uid));
  for (const [subject, name] of Object.entries(subjects)) {
    for (const [part, target] of Object.entries(parts(ids[subject as Subject], { uid, role }))) targets[`${part} of ${name}`] = target;
  }
  const mark = { seen: 3, at: serverTimestamp() };
  const seen = { seenAt: serverTimestamp() };
  const profile = profileOf('newcomer', { role: 'employee', lead: false, status: 'active' });
  targets['his own profile'] = { path: `users/${uid}`, where: [where('__name__', '==', uid)], fresh: `users/${uid}`, content: profile, change: { department: 'Finance' } };
  targets["somebody else's profile"] = { path: 'users/somebody', fresh: 'users/newcomer', content: profile, change: { department: 'Sales' } };
  targets['his own read markers'] = { path: `users/${uid}/reads/${incidentIds.open}`, fresh: `users/${uid}/reads/${createId()}`, content: mark, change: mark };
  targets["somebody else's read markers"] = { path: `users/somebody/reads/${incidentIds.open}`, fresh: `users/somebody/reads/${createId()}`, content: mark, change: mark };
  targets['his own presence'] = { path: `presence/${uid}`, fresh: `presence/${uid}`, content: seen, change: seen };
  targets["somebody else's presence"] = { path: 'presence/somebody', fresh: 'presence/newcomer', content: seen, change: seen };
  Object.assign(targets, talk({ uid, role }));
  for (const [whose, of] of [['his own', uid], ["somebody else's", 'somebody']] as const) {
    targets[`${whose} inbox`] = { path: `users/${of}/inbox/notice-1`, fresh: `users/${of}/inbox/${createId()}`, content: notice(), change: { readAt: serverTimestamp() } };
    targets[`${whose} notification preferences`] = {
      path: `users/${of}/settings/notifications`, fresh: `users/${of}/settings/notifications`, content: noticePreferences({ digest: 'weekly' }), change: { digest: 'off' },
    };
    targets[`${whose} devices`] = { path: `users/${of}/devices/0`, fresh: `users/${of}/devices/1`, content: device(of), change: { token: 'other', at: serverTimestamp() } };
  }
  const server = (path: string): Target => ({ path, fresh: `${path.slice(0, path.lastIndexOf('/'))}/${createId()}`, content: { at: 1 }, change: { at: 2 } });
  targets['the roster'] = server('team/roster');
  targets['the rollups'] = server('rollups/2026-01-15');
  targets['the campaigns'] = server('campaigns/campaign-1');
  for (const [name, id] of Object.entries(alerts)) {
    // A list asks for what concerns oneself, as the web does; whom nothing concerns asks for what concerns others.
    const mine = alertReach[id].filter((key) => keysOf({ role: role as Role, department }).includes(key));
    targets[name] = { ...server(`alerts/${id}`), where: [where('reach', 'array-contains-any', mine.length > 0 ? mine : alertReach[id])] };
    const own = `alerts/${id}/acknowledgements/${uid}`;
    targets[`his own acknowledgement of ${name}`] = { path: own, fresh: own, content: { name: nameOf(uid), at: serverTimestamp() }, change: { at: serverTimestamp() } };
  }
  targets["somebody else's acknowledgement"] = { path: 'alerts/alert-all/acknowledgements/somebody', fresh: 'alerts/alert-all/acknowledgements/newcomer', content: { name: nameOf(uid), at: serverTimestamp() }, change: { at: serverTimestamp() } };
  targets['the threat level'] = server('settings/posture');
  targets['the history of the threat level'] = server('settings/posture/levels/000001');
  targets['the emergencies'] = server('emergencies/emergency-1');
  targets['the failed mail'] = { ...server('outbox/failed-1'), where: [where('state', '==', 'dead')] };
  targets['what waits to be compared'] = server('comparisons/one');
  targets['the assignment rule'] = server('settings/assignment');
  for (const [subject, name] of Object.entries(subjects)) {
    targets[`what the AI said of ${name}`] = server(`aiDecisions/${ids[subject as Subject]}-1-local`);
  }
  targets['what the AI said of a text that nobody reported'] = server('aiDecisions/asked-0001');
  targets['the organisation'] = server('settings/organisation');
  targets["the clocks' settings"] = server('settings/clocks');
  for (const path of serverOnly) targets[`the server's ${path}`] = server(path);
  return targets;
}

/** Tries one operation. */
export function attempt(db: Firestore, operation: Operation, target: Target): Promise<unknown> {
  switch (operation) {
    case 'get':
      return getDoc(doc(db, target.path));
    case 'list':
      return getDocs(query(collection(db, target.path.slice(0, target.path.lastIndexOf('/'))), ...(target.where ?? []), limit(50)));
    case 'create':
      return setDoc(doc(db, target.fresh), target.content);
    case 'update':
      return updateDoc(doc(db, target.path), target.change);
    case 'delete':
      return deleteDoc(doc(db, target.path));
  }
}
