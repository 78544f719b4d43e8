import { readFileSync } from 'node:fs';
import { initializeTestEnvironment, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { initializeApp } from 'firebase/app';
import { connectFirestoreEmulator, doc, getFirestore, serverTimestamp, setDoc, setLogLevel, Timestamp, writeBatch, type Firestore } from 'firebase/firestore/lite';
import { suiteUnderTest } from '../../emulators/running.ts';
import { cast, claimsOf, department, emailOf, everybody, nameOf, type Person, type Who } from './cast.ts';

const host = '127.0.0.1';
export const rulesOf = (service: 'firestore' | 'storage'): string => readFileSync(new URL(`../../${service}.rules`, import.meta.url), 'utf8');

/** Connects to the running suite with a project of its own: nothing here meets the demo data or its triggers. */
export async function openWorld(projectId = 'demo-secura-rules'): Promise<RulesTestEnvironment> {
  setLogLevel('silent');
  const { ports } = suiteUnderTest();
  const environment = await initializeTestEnvironment({ projectId, firestore: { host, port: ports.firestore, rules: rulesOf('firestore') } });
  await environment.clearFirestore();
  return environment;
}

const clients = new Map<string, Firestore>();

/**
 * A client that asks and is answered, one request each: what the rules say of a request is the same for one that
 * listens and caches, which takes many times as long.
 */
function clientOf({ projectId }: RulesTestEnvironment, name: string, mockUserToken?: string | Record<string, unknown> & { sub: string }): Firestore {
  const known = clients.get(name);
  if (known) return known;
  const client = getFirestore(initializeApp({ projectId }, name));
  connectFirestoreEmulator(client, host, suiteUnderTest().ports.firestore, mockUserToken ? { mockUserToken } : {});
  clients.set(name, client);
  return client;
}

/** The database as this person reaches it. */
export function as(environment: RulesTestEnvironment, who: Who): Firestore {
  const { uid } = cast[who] as Person;
  return clientOf(environment, who, uid === null ? undefined : { ...claimsOf(who), sub: uid });
}

/** The database past the rules. */
export const pastRules = (environment: RulesTestEnvironment): Firestore => clientOf(environment, 'past the rules', 'owner');

export const now = Timestamp.fromMillis(Date.UTC(2026, 0, 15, 12));

/** A profile as the server writes it. */
export function profileOf(uid: string, profile: NonNullable<Person['profile']>): Record<string, unknown> {
  return { name: nameOf(uid), email: emailOf(uid), department, phone: null, ...profile, workState: null, preferences: { theme: 'dark' }, createdAt: now };
}

/** The incidents of the matrix. `own` is whatever the person himself reported, and restricted. */
export const incidentIds = { open: 'open-incident', restricted: 'restricted-incident', own: (uid: string) => `own-incident-${uid}` };

/** An incident as it is after the trigger has taken it in. */
export function storedIncident(reporterUid: string, visibility: 'team' | 'restricted', members: string[] = []): Record<string, unknown> {
  return {
    ...report(reporterUid),
    createdAt: now,
    visibility,
    memberUids: [reporterUid, ...members],
    assigneeUids: members,
    head: { seq: 2, hash: '0'.repeat(64) },
    number: 'INC-2026-0001',
    counts: { messages: 0, evidence: 0, public: 0 },
  };
}

/** A report as the web writes it; `change` puts in something else. */
export function report(uid: string, change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    title: 'Suspicious phishing e-mail',
    description: 'It asked for my password.\nI did not answer.',
    location: 'Office 3',
    occurredAt: now,
    noticedHow: 'saw_it',
    affected: null,
    department,
    reporter: { uid, name: nameOf(uid), email: emailOf(uid), department },
    memberUids: [uid],
    status: 'open',
    visibility: 'team',
    createdAt: serverTimestamp(),
    ...change,
  };
}

export function message(uid: string, role: string, change: Record<string, unknown> = {}): Record<string, unknown> {
  return { text: 'Please send the headers.', audience: 'everyone', author: { uid, name: nameOf(uid), role }, createdAt: serverTimestamp(), ...change };
}

/** A notice as the server writes it. */
export const notice = (): Record<string, unknown> => ({ kind: 'message', text: 'Ana wrote to you.', link: '/incidents/one', severity: null, at: now, readAt: null, expireAt: now });

/** Preferences as the web writes them. */
export function noticePreferences(change: Record<string, unknown> = {}): Record<string, unknown> {
  return { choices: { message: 'inbox', 'incident.new': 'none' }, push: { alert: true, message: false }, newFrom: 'high', quiet: { from: 1320, to: 420 }, digest: 'daily', timeZone: 'Europe/Vienna', ...change };
}

/** A browser that is told of notices, as the web writes it. */
export const device = (uid: string, change: Record<string, unknown> = {}): Record<string, unknown> => ({ uid, token: 'cX:APA91b_-x', label: 'Firefox on Linux', at: serverTimestamp(), ...change });

export function evidence(incidentId: string, evidenceId: string, uid: string, change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    name: 'screenshot 1.png',
    size: 2048,
    declaredType: 'image/png',
    sha256: 'ab'.repeat(32),
    path: `incidents/${incidentId}/quarantine/${evidenceId}`,
    addedBy: { uid, name: nameOf(uid) },
    createdAt: serverTimestamp(),
    ...change,
  };
}

/** Who the roster names. */
const teamUids = ['analyst', 'assigned', 'lead', 'admin', 'was-lead', 'becomes-lead'];
export const questionId = (uid: string): string => `question-of-${uid}`;
/** Every uid of the cast sorts before these partners. */
export const directId = (uid: string): string => `${uid}_zz-partner`;
export const freshDirectId = (uid: string): string => `${uid}_zz-fresh`;

/** Writes what the matrix reads, past the rules. */
export async function furnish(environment: RulesTestEnvironment): Promise<void> {
  const db = pastRules(environment);
  const batch = writeBatch(db);
  const set = (path: string, data: Record<string, unknown>) => batch.set(doc(db, path), data);
  const incident = (id: string, data: Record<string, unknown>) => {
    set(`incidents/${id}`, data);
    set(`aiDecisions/${id}-1-local`, { incidentId: id, provider: 'local', decision: null, at: now });
    set(`incidents/${id}/internal/case`, { triage: null, plan: [], rootCause: null });
    set(`incidents/${id}/tasks/task-1`, { title: 'Ask the mail team.', status: 'todo' });
    set(`incidents/${id}/observables/one`, { kind: 'domain', value: 'evil.example', scope: 'external' });
    for (const [index, audience] of ['everyone', 'team'].entries()) {
      set(`incidents/${id}/events/${audience}`, { seq: index + 1, audience, type: 'status.changed' });
      set(`incidents/${id}/messages/${audience}`, { ...message('analyst', 'security_team'), audience, createdAt: now });
    }
    set(`incidents/${id}/readers/somebody`, { readAt: now, typingAt: null });
    for (const who of everybody) set(`incidents/${id}/readers/${(cast[who] as Person).uid ?? 'anonymous'}`, { readAt: now, typingAt: null });
    set(`incidents/${id}/shared/alike`, { colleagues: '3', at: now });
    set(`incidents/${id}/evidence/evidence-1`, { ...evidence(id, 'evidence-1', 'reporter'), createdAt: now });
  };
  incident(incidentIds.open, storedIncident('reporter', 'team', ['assigned']));
  incident(incidentIds.restricted, storedIncident('reporter', 'restricted', ['assigned']));
  for (const who of everybody) {
    const { uid: known, profile } = cast[who] as Person;
    const uid = known ?? 'anonymous';
    if (profile) set(`users/${uid}`, profileOf(uid, profile));
    incident(incidentIds.own(uid), storedIncident(uid, 'restricted'));
    set(`users/${uid}/reads/${incidentIds.open}`, { seen: 1, at: now });
    set(`presence/${uid}`, { seenAt: now });
    set(`users/${uid}/inbox/notice-1`, notice());
    set(`users/${uid}/settings/notifications`, noticePreferences());
    set(`users/${uid}/devices/0`, device(uid, { at: now }));
  }
  for (const uid of ['somebody', ...everybody.map((who) => (cast[who] as Person).uid ?? 'anonymous')]) {
    set(`questions/${questionId(uid)}`, { title: 'Is this mail real?', asker: { uid, name: nameOf(uid) }, state: 'open', createdAt: now });
    set(`direct/${directId(uid)}`, { uids: [uid, 'zz-partner'], createdAt: now });
    for (const place of [`questions/${questionId(uid)}`, `direct/${directId(uid)}`]) {
      set(`${place}/messages/one`, { ...message('zz-partner', 'security_team'), createdAt: now });
      set(`${place}/readers/${uid}`, { readAt: now, typingAt: null });
    }
  }
  set('rooms/room-0001', { name: 'Phishing wave', createdBy: { uid: 'analyst', name: nameOf('analyst') }, createdAt: now });
  for (const room of ['room-0001', 'general']) set(`rooms/${room}/messages/one`, { ...message('zz-partner', 'security_team'), createdAt: now });
  set('users/somebody/inbox/notice-1', notice());
  set('users/somebody/settings/notifications', noticePreferences());
  set('users/somebody/devices/0', device('somebody', { at: now }));
  set('comparisons/one', { incidentId: incidentIds.open, at: now, nextAt: now });
  set('outbox/failed-1', { state: 'dead', lastError: 'Refused.' });
  set('users/somebody', profileOf('somebody', { role: 'employee', lead: false, status: 'active' }));
  set(`users/somebody/reads/${incidentIds.open}`, { seen: 1, at: now });
  set('presence/somebody', { seenAt: now });
  set('aiDecisions/asked-0001', { incidentId: null, provider: 'local', decision: null, at: now });
  set('team/roster', { at: now, members: Object.fromEntries([...teamUids, 'somebody', 'zz-partner', 'zz-fresh'].map((uid) => [uid, { name: nameOf(uid) }])) });
  for (const path of ['rollups/2026-01-15', 'settings/assignment', 'settings/organisation', 'settings/clocks', 'campaigns/campaign-1', ...serverOnly]) set(path, { at: now });
  for (const [id, reach] of Object.entries(alertReach)) set(`alerts/${id}`, alert(reach));
  set('alerts/alert-all/acknowledgements/somebody', { name: nameOf('somebody'), at: now });
  for (const path of ['settings/posture', 'settings/posture/levels/000001', 'emergencies/emergency-1']) set(path, { at: now });
  await batch.commit();
}

/** Alerts of the matrix, by whom they are for; all of the cast are of one department. */
export const alertReach = {
  'alert-all': ['*/*'],
  'alert-team': ['security_team/*', 'admin/*'],
  'alert-department': [`*/${department}`],
  'alert-staff': ['employee/Sales', `employee/${department}`],
  'alert-sales': ['*/Sales'],
};

/** A critical alert as the server writes it. */
export const alert = (reach: string[], change: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: 'Parcel mails', text: 'Do not open them.', severity: 'critical', audience: {}, reach, publishedBy: { uid: 'lead', name: 'Lead' }, createdAt: now, expiresAt: Timestamp.fromMillis(Date.UTC(2090, 0, 1)), ...change,
});

/** Paths that no client may touch, existing and future ones. */
export const serverOnly = [
  'team/secrets',
  'settings/secrets',
  'counters/incidents-2026',
  'once/triage_1',
  'limits/one',
  'outbox/mail-1',
  'audit/000001',
  'vectors/one',
  'links/one',
  'reports/one',
  'anything/else',
  `incidents/${incidentIds.open}/anything/else`,
];

/** Writes one document past the rules. */
export async function put(environment: RulesTestEnvironment, path: string, data: Record<string, unknown>): Promise<void> {
  await setDoc(doc(pastRules(environment), path), data);
}
