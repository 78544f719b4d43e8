import { createId } from '@secura/domain/platform/ids';
import { defaultClocks } from '@secura/domain/settings/clocks';
import { beforeAll, describe, expect, test } from 'vitest';
import * as deployed from '../../functions/src/index.ts';
import { operations } from '../../functions/src/api/operations.ts';
import { callable, makeFile, makeIncident, makePerson, rest, store, waitFor, type Answer, type TestPerson } from './support.ts';

let employee: TestPerson;
let analyst: TestPerson;
let lead: TestPerson;
let admin: TestPerson;
let postureBefore: FirebaseFirestore.DocumentData;
let organisationBefore: FirebaseFirestore.DocumentData | undefined;

beforeAll(async () => {
  postureBefore = (({ seq: _seq, ...rest }) => rest)((await store.doc('settings/posture').get()).data() ?? {});
  organisationBefore = (await store.doc('settings/organisation').get()).data();
  employee = await makePerson('employee');
  analyst = await makePerson('security_team');
  lead = await makePerson('security_team', { lead: true });
  admin = await makePerson('admin');
});

const reason = 'The headers show it.';
const printer = { title: 'Printer out of paper', description: 'Please refill.' };

/** The other incident of each call that needs two. */
const partners = new Map<string, string>();
const withPartner = async (id: string): Promise<string> => {
  partners.set(id, await makeIncident(employee));
  return partners.get(id)!;
};
const partnerOf = (id: string): string => partners.get(id) ?? createId();

/** A campaign as the rule suggests it, of one incident. */
const suggested = async (id: string): Promise<void> => {
  const at = new Date();
  const members = [{ id, number: 'INC-1', department: 'Finance', severity: null, reportedAt: at, reporterUid: employee.uid, state: 'suggested' }];
  await store.doc(`campaigns/${id}`).set({ name: 'A wave', state: 'suggested', category: 'phishing', observables: [], members, memberIds: [id], firstSeenAt: at, lastSeenAt: at, createdAt: at, updatedAt: at, version: 1, notes: [] });
};

/** What the comparison would have left for a report that has company. */
const inCompany = async (id: string): Promise<void> => {
  const other = await withPartner(id);
  const why = { observables: [], words: [], category: null, minutesApart: 1 };
  await store.doc(`incidents/${id}/shared/alike`).set({ colleagues: '3', at: new Date() });
  await waitFor('the comparison', async () => (await store.doc(`vectors/${id}`).get()).get('settled') !== undefined && (await store.doc(`vectors/${other}`).get()).get('settled') !== undefined);
  await store.doc(`incidents/${id}/internal/similar`).set({ nearest: [{ id: other, score: 0.9, level: 'likely duplicate', why }], provider: 'local', model: 'use-lite', at: new Date() });
};

/** To a department that nobody is of: an emergency of a test is nobody's news. */
const emergencyOf = (id: string) => ({
  id: `e-${id}`, incidentId: id, level: 'elevated', team: { commander: lead.uid, scribe: analyst.uid, communications: analyst.uid },
  alert: { title: 'Test emergency', text: 'Nothing to do.', hours: 1, audience: { departments: [`Only ${id.slice(0, 8)}`] } },
});

const notes = new Map<string, string>();
const addNote = async (id: string) => notes.set(id, await makeFile(id, employee, 'note.txt', Buffer.from('They called at ten.')));

/** A message of the employee that the history has. */
const posted = async (id: string): Promise<void> => {
  await callable('conversation.postMessage', { incidentId: id, messageId: 'message-0001', text: 'Here are the headers.' }, employee.token);
  await waitFor('the record', async () => (await store.doc(`incidents/${id}/messages/message-0001`).get()).get('seq') !== undefined);
};

/** Operations that are about no incident: their id names something else, or nothing. */
const aboutNone = new Set([
  'incidents.create', 'incidents.list', 'conversation.convertQuestion', 'people.createProfile', 'observables.hunt',
  'notifications.publishAlert', 'notifications.withdrawAlert', 'notifications.acknowledgements', 'notifications.readAll',
  'notifications.retryMail', 'notifications.retryMails', 'notifications.confirmMail', 'notifications.clearMailTrouble', 'posture.setThreatLevel',
  'ai.analyze', 'ai.categorize', 'ai.severity', 'ai.mitigation', 'insight.anomalies', 'insight.threats', 'insight.triageQuality',
  'settings.setOrganisation', 'settings.setClocks', 'settings.setAssignmentRule',
]);

/** One valid call of every operation; the incident of each call is a new one. */
const cases: Record<string, { as: () => TestPerson; input: (id: string) => object; before?: (id: string) => Promise<unknown>; expects: (body: Answer['body']) => void }> = {
  'incidents.create': {
    as: () => employee,
    input: () => ({ title: 'Strange call', description: 'Somebody called me and asked for my code.', id: createId() }),
    expects: (body) => expect(body.created).toBe(true),
  },
  'incidents.get': { as: () => employee, input: (id) => ({ id }), expects: (body) => expect(body.number).toMatch(/^INC-/) },
  'incidents.list': { as: () => analyst, input: () => ({ limit: 2, status: 'active' }), expects: (body) => expect(body.items).toHaveLength(2) },
  'incidents.update': { as: () => analyst, input: (id) => ({ id, changes: { title: 'A better title' } }), expects: (body) => expect(body.title).toBe('A better title') },
  'incidents.assign': { as: () => analyst, input: (id) => ({ id, uids: [analyst.uid] }), expects: (body) => expect(body.assignees.map((p: { uid: string }) => p.uid)).toContain(analyst.uid) },
  'incidents.unassign': {
    as: () => analyst,
    before: (id) => callable('incidents.assign', { id, uids: [analyst.uid] }, analyst.token),
    input: (id) => ({ id, uids: [analyst.uid] }),
    expects: (body) => expect(body.assignees.map((p: { uid: string }) => p.uid)).not.toContain(analyst.uid),
  },
  'incidents.setSeverity': { as: () => analyst, input: (id) => ({ id, severity: 'critical', reason }), expects: (body) => expect(body.severity).toBe('critical') },
  'incidents.setCategory': { as: () => analyst, input: (id) => ({ id, category: 'malware', reason }), expects: (body) => expect(body.category).toBe('malware') },
  'incidents.setVisibility': { as: () => lead, input: (id) => ({ id, visibility: 'restricted', reason }), expects: (body) => expect(body.visibility).toBe('restricted') },
  'incidents.transition': { as: () => analyst, input: (id) => ({ id, to: 'investigating' }), expects: (body) => expect(body.status).toBe('investigating') },
  'incidents.reopen': {
    as: () => analyst,
    before: (id) => callable('incidents.transition', { id, to: 'resolved', resolutionCode: 'benign', summary: 'It was our own newsletter.', rootCause: 'A newsletter.' }, analyst.token),
    input: (id) => ({ id, reason }),
    expects: (body) => expect(body.status).toBe('investigating'),
  },
  'incidents.pauseClock': { as: () => analyst, input: (id) => ({ id, reason: 'other', text: 'The building is closed.' }), expects: (body) => expect(body).toMatchObject({ pause: { reason: 'other' }, nextDueAt: null }) },
  'incidents.resumeClock': {
    as: () => analyst,
    before: (id) => callable('incidents.pauseClock', { id, reason: 'supplier' }, analyst.token),
    input: (id) => ({ id }),
    expects: (body) => expect(body).toMatchObject({ pause: null, nextDueAt: expect.any(String) }),
  },
  'incidents.retriage': { as: () => analyst, input: (id) => ({ id }), expects: (body) => expect(body.triage.state).toBe('done') },
  'incidents.reviewTriage': { as: () => analyst, input: (id) => ({ id, decision: 'accepted' }), expects: (body) => expect(body.version).toBeGreaterThan(2) },
  'incidents.reviewTechnique': { as: () => analyst, input: (id) => ({ id, techniqueId: 'T1566.002', decision: 'confirmed' }), expects: (body) => expect(body.version).toBeGreaterThan(2) },
  'tasks.create': { as: () => analyst, input: (id) => ({ id, title: 'Ask the mail team.', assigneeUid: analyst.uid }), expects: (body) => expect(body).toMatchObject({ status: 'todo', assignee: { uid: analyst.uid } }) },
  'tasks.update': {
    as: () => analyst,
    before: (id) => callable('tasks.create', { id, taskId: 'ask-mail-team', title: 'Ask the mail team.' }, analyst.token),
    input: (id) => ({ id, taskId: 'ask-mail-team', changes: { status: 'done' } }),
    expects: (body) => expect(body).toMatchObject({ status: 'done', doneBy: { uid: analyst.uid } }),
  },
  'incidents.verifyChain': { as: () => analyst, input: (id) => ({ id }), expects: (body) => expect(body.verified).toBe(true) },
  'incidents.link': { as: () => analyst, before: withPartner, input: (id) => ({ id, other: partnerOf(id) }), expects: (body) => expect(body.version).toBeGreaterThan(2) },
  'incidents.unlink': {
    as: () => analyst,
    before: async (id) => callable('incidents.link', { id, other: await withPartner(id) }, analyst.token),
    input: (id) => ({ id, other: partnerOf(id) }),
    expects: (body) => expect(body.version).toBeGreaterThan(3),
  },
  'incidents.merge': { as: () => analyst, before: withPartner, input: (id) => ({ id, into: partnerOf(id) }), expects: (body) => expect(body.resolution.code).toBe('duplicate') },
  'incidents.unmerge': {
    as: () => analyst,
    before: async (id) => callable('incidents.merge', { id, into: await withPartner(id) }, analyst.token),
    input: (id) => ({ id }),
    expects: (body) => expect(body).toMatchObject({ status: 'open', resolution: null }),
  },
  'incidents.join': { as: () => employee, before: inCompany, input: (id) => ({ id }), expects: (body) => expect(body.joined).toBe(true) },
  'campaigns.decide': { as: () => analyst, before: suggested, input: (id) => ({ id, decision: 'confirm' }), expects: (body) => expect(body.state).toBe('confirmed') },
  'campaigns.change': { as: () => analyst, before: suggested, input: (id) => ({ id, remove: id }), expects: (body) => expect(body.members).toBe(0) },
  'conversation.postMessage': { as: () => employee, input: (id) => ({ incidentId: id, text: 'Here are the headers.' }), expects: (body) => expect(body.created).toBe(true) },
  'evidence.open': { as: () => employee, before: addNote, input: (id) => ({ incidentId: id, evidenceId: notes.get(id) ?? id, what: 'file', purpose: 'recovery' }), expects: (body) => expect(body.url).toMatch(/^\/api\/links\//) },
  'evidence.verify': { as: () => analyst, before: addNote, input: (id) => ({ incidentId: id, evidenceId: notes.get(id) ?? id }), expects: (body) => expect(body.matches).toBe(true) },
  'evidence.inspect': { as: () => analyst, before: addNote, input: (id) => ({ incidentId: id, evidenceId: notes.get(id) ?? id }), expects: (body) => expect(body.state).toBe('clean') },
  'evidence.export': { as: () => analyst, before: addNote, input: (id) => ({ incidentId: id, reason: 'For the police.' }), expects: (body) => expect(body.files).toHaveLength(1) },
  'conversation.editMessage': {
    as: () => employee,
    before: posted,
    input: (id) => ({ id, messageId: 'message-0001', text: 'Here are the right headers.' }),
    expects: (body) => expect(body).toMatchObject({ edits: 1, deleted: false }),
  },
  'conversation.removeMessage': { as: () => lead, before: posted, input: (id) => ({ id, messageId: 'message-0001' }), expects: (body) => expect(body).toMatchObject({ deleted: true }) },
  'conversation.discardDraft': { as: () => analyst, input: (id) => ({ id, draftId: 'draft-of-long-ago' }), expects: (body) => expect(body.discarded).toBe(false) },
  'conversation.draftReply': { as: () => analyst, input: (id) => ({ id }), expects: (body) => expect(body).toMatchObject({ provider: 'local', absent: null, text: expect.stringMatching(/^Hello /) }) },
  'conversation.convertQuestion': {
    as: () => analyst,
    before: (id) => store.doc(`questions/q-${id}`).set({ title: 'Is this mail real?', asker: { uid: employee.uid, name: employee.name }, state: 'open', createdAt: new Date() }),
    input: (id) => ({ id: `q-${id}` }),
    expects: (body) => expect(body).toMatchObject({ incidentId: expect.stringMatching(/^q-/), moved: 0 }),
  },
  'people.createProfile': { as: () => employee, input: () => ({ name: 'Erin Example', department: 'Sales' }), expects: (body) => expect(body.role).toBe('employee') },
  'people.setWorkState': { as: () => analyst, input: (id) => ({ kind: 'investigating', incidentId: id }), expects: (body) => expect(body.incidentNumber).toMatch(/^INC-/) },
  'notifications.publishAlert': { as: () => lead, input: () => ({ title: 'Phishing wave', text: 'Do not open parcel mails.', severity: 'high', hours: 1 }), expects: (body) => expect(body.id).toBeTruthy() },
  'notifications.withdrawAlert': { as: () => admin, input: () => ({ id: createId() }), expects: (body) => expect(body.id).toBeTruthy() },
  'notifications.acknowledgements': {
    as: () => lead,
    before: (id) => callable('notifications.publishAlert', { id, title: 'Phishing wave', text: 'Do not open parcel mails.', severity: 'critical', hours: 1, audience: { departments: [`Only ${id.slice(0, 8)}`] } }, lead.token),
    input: (id) => ({ id }),
    expects: (body) => expect(body).toEqual({ asked: 0, acknowledged: 0, missing: [], nextCursor: null }),
  },
  'posture.setThreatLevel': { as: () => lead, input: () => ({ level: 'normal', reason }), expects: (body) => expect(body.level).toBe('normal') },
  'posture.declareEmergency': { as: () => lead, input: (id) => emergencyOf(id), expects: (body) => expect(body).toMatchObject({ active: true, threatLevel: 'elevated' }) },
  'posture.standDown': {
    as: () => admin,
    before: (id) => callable('posture.declareEmergency', emergencyOf(id), lead.token),
    input: (id) => ({ id: `e-${id}`, reason }),
    expects: (body) => expect(body.active).toBe(false),
  },
  'ai.analyze': { as: () => employee, input: () => printer, expects: (body) => expect([body.category.category, body.severity.severity]).toEqual(['other', 'low']) },
  'ai.categorize': { as: () => employee, input: () => printer, expects: (body) => expect(body).toMatchObject({ category: 'other', provider: 'local', absent: null }) },
  'ai.severity': { as: () => employee, input: () => printer, expects: (body) => expect(body.severity).toBe('low') },
  'ai.mitigation': { as: () => employee, input: () => ({ title: 'Ransom note on my screen', description: 'All my files are encrypted.' }), expects: (body) => expect(body.steps.length).toBeGreaterThan(2) },
  'insight.anomalies': { as: () => analyst, input: () => ({}), expects: (body) => expect(body).toMatchObject({ weeksNeeded: 4, ongoing: true }) },
  'insight.threats': { as: () => analyst, input: () => ({}), expects: (body) => expect(body.categories[0].now).toBeGreaterThan(0) },
  'insight.triageQuality': { as: () => analyst, input: () => ({ since: '2026-01-01' }), expects: (body) => expect(body.needed).toBe(10) },
  'observables.hunt': { as: () => analyst, input: () => ({ value: 'hxxps[:]//nowhere[.]example/a' }), expects: (body) => expect(body.hunted.map((one: { value: string }) => one.value)).toEqual(['https://nowhere.example/a', 'nowhere.example']) },
  'observables.related': { as: () => analyst, input: (id) => ({ incidentId: id, keys: ['0'.repeat(40)] }), expects: (body) => expect(body.related).toEqual([]) },
  'notifications.readAll': { as: () => employee, input: () => ({}), expects: (body) => expect(body.more).toBe(false) },
  'notifications.retryMail': {
    as: () => admin,
    before: (id) => store.doc(`outbox/${id}`).set({ to: { uid: employee.uid, email: 'x@example.com', name: 'X' }, kind: 'status', text: 'x', link: '/', at: new Date(), digest: false, state: 'dead', attempts: 8, nextAttemptAt: new Date(Date.now() + 3_600_000), lastError: 'Refused.' }),
    input: (id) => ({ id }),
    expects: (body) => expect(body.waiting).toBe(true),
  },
  'notifications.retryMails': {
    as: () => admin,
    before: (id) => store.doc(`outbox/${id}`).set({ to: { uid: employee.uid, email: 'x@example.com', name: 'X' }, kind: 'status', text: 'x', link: '/', at: new Date(), digest: false, state: 'dead', begunAt: null, doneAt: new Date(0), attempts: 8, nextAttemptAt: new Date(Date.now() + 3_600_000), lastError: 'Refused.' }),
    input: () => ({ before: new Date(1).toISOString() }),
    expects: (body) => expect(body).toEqual({ retried: 1, next: null }),
  },
  'notifications.confirmMail': {
    as: () => admin,
    before: (id) => store.doc(`outbox/${id}`).set({ to: { uid: employee.uid, email: 'x@example.com', name: 'X' }, state: 'dead', begunAt: new Date(0), batch: id, attempts: 1, lastError: 'Unclear.' }),
    input: (id) => ({ id }),
    expects: (body) => expect(body.sent).toBe(true),
  },
  'notifications.clearMailTrouble': {
    as: () => admin,
    before: () => store.doc(`users/${employee.uid}`).update({ mailTrouble: { email: employee.email, state: 'bounced', reason: '550', at: new Date() } }),
    input: () => ({ uid: employee.uid }),
    expects: (body) => expect(body.cleared).toBe(true),
  },
  'settings.setOrganisation': { as: () => admin, input: () => ({ domains: ['Our-Company.example'] }), expects: (body) => expect(body.domains).toEqual(['our-company.example']) },
  'settings.setClocks': { as: () => admin, input: () => defaultClocks, expects: (body) => expect(body).toEqual(defaultClocks) },
  'settings.setAssignmentRule': { as: () => admin, input: () => ({ mode: 'off' }), expects: (body) => expect(body.mode).toBe('off') },
};

/** The REST request that carries an input: path members go into the path, the rest into query or body. */
function asRest(operation: (typeof operations)[number], input: Record<string, unknown>): [method: string, path: string, body: unknown] {
  const left = { ...input };
  const path = operation.rest.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(left[name]);
    delete left[name];
    return encodeURIComponent(value);
  });
  if (operation.rest.method !== 'get') return [operation.rest.method.toUpperCase(), path, left];
  const query = new URLSearchParams(Object.entries(left).map(([key, value]) => [key, String(value)])).toString();
  return ['GET', query ? `${path}?${query}` : path, undefined];
}

type Door = (operation: (typeof operations)[number], input: Record<string, unknown>, person?: TestPerson) => Promise<Answer>;

const throughRest: Door = (operation, input, person) => rest(...asRest(operation, input), person?.token);

const throughCallable: Door = ({ name }, input, person) => callable(name, input, person?.token);

test('every operation is tested here, and deployed as a callable of its name', () => {
  expect(Object.keys(cases).sort()).toEqual(operations.map((operation) => operation.name).sort());
  for (const operation of operations) {
    const [area = '', own = ''] = operation.name.split('.');
    expect((deployed as unknown as Record<string, Record<string, unknown>>)[area]?.[own], operation.name).toBe(operation.callable);
  }
});

describe.each(operations.map((operation) => [operation.name, operation] as const))('%s', (name, operation) => {
  const { as, input, before, expects } = cases[name]!;

  test('answers the same through the callable and through REST', async () => {
    const doors = [throughCallable, throughRest];
    const ids = await Promise.all(doors.map(async () => (aboutNone.has(name) ? createId() : makeIncident(employee))));
    for (const [index, door] of doors.entries()) {
      const id = ids[index]!;
      await before?.(id);
      const answer = await door(operation, input(id) as Record<string, unknown>, as());
      expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
      expects(answer.body);
    }
  });

  test('refuses somebody who is not signed in, with one error shape at both doors', async () => {
    const given = input('0123456789ABCDEF') as Record<string, unknown>;
    const [viaCallable, viaRest] = await Promise.all([throughCallable(operation, given), throughRest(operation, given)]);
    expect(viaCallable.status).toBe(401);
    expect(viaRest.status).toBe(401);
    expect(viaRest.body).toEqual({ error: { code: 'unauthenticated', message: 'Please sign in.' } });
    expect(viaCallable.body.error.message).toBe('Please sign in.');
  });

  test('refuses an unknown field and says which', async () => {
    const answer = await throughCallable(operation, { ...input('0123456789ABCDEF'), surprise: '<b>1</b>' }, as());
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain('surprise');
  });
});

test('leaves the settings as other tests expect them', async () => {
  for (const name of ['assignment', 'clocks']) await store.doc(`settings/${name}`).delete();
  await store.doc('settings/posture').update({ emergencies: [], level: 'normal', ...postureBefore });
  await (organisationBefore ? store.doc('settings/organisation').set(organisationBefore) : store.doc('settings/organisation').delete());
});
