import { verifyChain, type Head, type Link } from '@secura/domain/incidents/chain';
import type { Emergency } from '@secura/domain/posture/emergency';
import type { Posture } from '@secura/domain/posture/threat-level';
import { createId } from '@secura/domain/platform/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callable, makeIncident, makePerson, readEvents, readIncident, store, type TestPerson } from './support.ts';

let reporter: TestPerson;
let ana: TestPerson;
let bob: TestPerson;
let lead: TestPerson;
let incidentId: string;
let before: FirebaseFirestore.DocumentData | undefined;
// A department of one's own: the rest of the suite is not told.
const department = `Dept ${createId().slice(0, 8)}`;

beforeAll(async () => {
  before = (await store.doc('settings/posture').get()).data();
  [reporter, ana, bob, lead] = await Promise.all([makePerson('employee', { department }), makePerson('security_team', { name: 'Ana One' }), makePerson('security_team', { name: 'Bob Two' }), makePerson('security_team', { lead: true })]);
  incidentId = await makeIncident(reporter);
  // What earlier tests left behind is no emergency of these.
  await store.doc('settings/posture').set({ emergencies: [], level: 'normal' }, { merge: true });
});
afterAll(async () => {
  const { seq } = await posture();
  await store.doc('settings/posture').set({ level: 'normal', ...before, emergencies: before?.['emergencies'] ?? [], seq });
});

const posture = async () => (await store.doc('settings/posture').get()).data() as Posture;
const read = async <T>(path: string) => (await store.doc(path).get()).data() as T;
const auditOf = async (action: string, id: string) => (await store.collection('audit').where('action', '==', action).get()).docs.filter((doc) => doc.get('data.id') === id);
const declaration = (id: string, change: object = {}) => ({
  id, incidentId, level: 'high', team: { commander: ana.uid, scribe: bob.uid, communications: bob.uid },
  alert: { title: 'The file server is down', text: 'Leave your computer on.', hours: 4, audience: { departments: [department] } }, ...change,
});

describe('the threat level', () => {
  test('is set by a lead with a reason, never by an analyst, and three who set it at once leave a history without gaps', async () => {
    expect((await callable('posture.setThreatLevel', { level: 'high', reason: 'A wave.' }, ana.token)).status).toBe(403);
    expect((await callable('posture.setThreatLevel', { level: 'high', reason: '' }, lead.token)).status).toBe(400);
    const { seq } = await posture();
    const reasons = Array.from({ length: 3 }, (_, index) => `Reason ${index}`);
    const answers = await Promise.all(reasons.map((reason) => callable('posture.setThreatLevel', { level: 'elevated', reason }, lead.token)));
    expect(answers.map(({ status }) => status)).toEqual(reasons.map(() => 200));
    const history = (await store.collection('settings/posture/levels').where('seq', '>', seq ?? 0).orderBy('seq').get()).docs.map((doc) => doc.data());
    expect(history.map((entry) => entry['seq'])).toEqual(reasons.map((_, index) => (seq ?? 0) + index + 1));
    expect(history.map((entry) => entry['reason']).sort()).toEqual([...reasons].sort());
    const now = await posture();
    expect(now).toMatchObject({ level: 'elevated', reason: history.at(-1)!['reason'], by: { uid: lead.uid } });
    await callable('posture.setThreatLevel', { level: 'elevated', reason: now.reason }, lead.token);
    expect((await posture()).seq).toBe(now.seq);
  });
});

describe('an emergency', () => {
  const id = createId();

  test('declared three times at once under one id is one: a room, an alert, the level, the roles, each once', async () => {
    const version = (await readIncident(incidentId)).head!.seq;
    const answers = await Promise.all(Array.from({ length: 3 }, () => callable('posture.declareEmergency', declaration(id), lead.token)));
    for (const answer of answers) expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200, body: { id, roomId: id, alertId: id, active: true, threatLevel: 'high' } });
    const events = (await readEvents(incidentId)).filter(({ seq, type }) => seq > version && /^(assignment|emergency)/.test(type));
    expect(events.filter(({ type }) => type === 'emergency.declared')).toHaveLength(1);
    expect((await readIncident(incidentId)).assigneeUids.slice(0, 1)).toEqual([ana.uid]);
    expect((await readIncident(incidentId)).assigneeUids).toContain(bob.uid);
    expect(await posture()).toMatchObject({ level: 'high', emergencies: [id] });
    expect(await read(`alerts/${id}`)).toMatchObject({ severity: 'critical', reach: [`*/${department}`] });
    expect(await read(`rooms/${id}`)).toMatchObject({ emergency: { incidentId, team: { commander: { name: 'Ana One' } }, stoodDownAt: null } });
    expect((await read<{ text: string }>(`rooms/${id}/messages/declared`)).text).toContain('Incident commander: Ana One. Scribe: Bob Two.');
    expect(await auditOf('emergency.declared', id)).toHaveLength(1);
    const chain = await readEvents(incidentId);
    expect(verifyChain(chain as Link[], (await readIncident(incidentId)).head as Head)).toMatchObject({ verified: true });
  });

  test('leaves nothing behind when it is refused: by an analyst, about nothing, about the same incident, with a stranger, when restricted', async () => {
    const other = createId();
    const tries: [object, TestPerson, number][] = [
      [declaration(other), ana, 403],
      [declaration(other, { incidentId: createId() }), lead, 404],
      [declaration(other), lead, 400],
      [declaration(other, { team: { commander: reporter.uid, scribe: bob.uid, communications: bob.uid } }), lead, 400],
      [declaration(id, { incidentId: createId() }), lead, 409],
    ];
    for (const [input, person, status] of tries) expect((await callable('posture.declareEmergency', input, person.token)).status).toBe(status);
    const restricted = await makeIncident(reporter);
    await store.doc(`incidents/${restricted}`).update({ visibility: 'restricted' });
    expect((await callable('posture.declareEmergency', declaration(other, { incidentId: restricted }), lead.token)).body.error.message).toContain('restricted');
    for (const path of [`emergencies/${other}`, `rooms/${other}`, `alerts/${other}`]) expect((await store.doc(path).get()).exists).toBe(false);
    expect((await posture()).emergencies).toEqual([id]);
  });

  test('tells the lead who of the audience has not acknowledged its alert, page after page, and nobody else', async () => {
    expect((await callable('notifications.acknowledgements', { id }, ana.token)).status).toBe(403);
    const told = async () => (await callable('notifications.acknowledgements', { id }, lead.token)).body;
    expect(await told()).toEqual({ asked: 1, acknowledged: 0, missing: [{ uid: reporter.uid, name: reporter.name, department }], nextCursor: null });
    await store.doc(`alerts/${id}/acknowledgements/${reporter.uid}`).set({ name: reporter.name, at: new Date() });
    expect(await told()).toMatchObject({ asked: 1, acknowledged: 1, missing: [] });
  });

  test('is stood down once though asked twice: the alert is withdrawn with its acknowledgements kept, the room stays, the level follows', async () => {
    const input = { id, reason: 'The server is back.', level: 'normal' };
    const answers = await Promise.all([callable('posture.standDown', input, lead.token), callable('posture.standDown', input, lead.token)]);
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: { active: false, threatLevel: 'normal' } });
    expect(await posture()).toMatchObject({ level: 'normal', emergencies: [], reason: 'The server is back.' });
    expect((await read<Emergency>(`emergencies/${id}`)).stoodDown).toMatchObject({ reason: 'The server is back.', by: { uid: lead.uid } });
    expect(await read(`alerts/${id}`)).toMatchObject({ withdrawn: { by: { uid: lead.uid } } });
    expect((await store.collection(`alerts/${id}/acknowledgements`).get()).size).toBe(1);
    expect((await readEvents(incidentId)).filter(({ type }) => type === 'emergency.stoodDown')).toHaveLength(1);
    expect((await read<{ text: string }>(`rooms/${id}/messages/stood-down`)).text).toContain('The server is back.');
    expect((await callable('posture.declareEmergency', declaration(id), lead.token)).body).toMatchObject({ active: false });
  });
});
