import { createId } from '@secura/domain/platform/ids';
import { sha256Hex } from '@secura/domain/incidents/chain';
import { deleteApp, initializeApp, type FirebaseApp } from 'firebase/app';
import { collection, connectFirestoreEmulator, doc, getDocsFromServer, getFirestore, onSnapshot, orderBy, query, serverTimestamp, setDoc, setLogLevel, type Firestore } from 'firebase/firestore';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { suiteUnderTest } from '../../emulators/running.ts';
import { projectTalk } from '../../functions/src/notifications/talk.ts';
import { callable, madePerson, makeIncident, makePerson, projectId, readEvents, readIncident, store, waitFor, type TestPerson } from './support.ts';

let reporter: TestPerson;
let analyst: TestPerson;
let lead: TestPerson;
const apps: FirebaseApp[] = [];

beforeAll(async () => {
  setLogLevel('silent');
  [reporter, analyst, lead] = await Promise.all([makePerson('employee'), makePerson('security_team'), makePerson('security_team', { lead: true })]);
});
afterAll(() => Promise.all(apps.map((app) => deleteApp(app))));

/** Firestore as this person's browser reaches it, held to the rules. */
function browserOf(uid: string, role: string): Firestore {
  const app = initializeApp({ projectId, apiKey: 'demo' }, `browser-${createId()}`);
  apps.push(app);
  const db = getFirestore(app);
  connectFirestoreEmulator(db, '127.0.0.1', suiteUnderTest().ports.firestore, { mockUserToken: { sub: uid, user_id: uid, role, email: `${uid}@example.com` } as never });
  return db;
}

const read = async (id: string, messageId: string) => (await store.doc(`incidents/${id}/messages/${messageId}`).get()).data()!;

async function said(incidentId: string, by: TestPerson, text: string, audience = 'everyone'): Promise<string> {
  const { body } = await callable('conversation.postMessage', { incidentId, text, audience }, by.token);
  await waitFor('the record', async () => (await read(incidentId, body.id))['seq'] !== undefined);
  return body.id as string;
}

test('50 people who write in one thread at once lose nothing, double nothing, and all see the same order', async () => {
  const incidentId = await makeIncident(reporter);
  const people = Array.from({ length: 50 }, (_, index) => ({ uid: `crowd-${createId()}`, name: `Crowd ${index}` }));
  const joining = store.batch();
  for (const { uid, name } of people) joining.set(madePerson(uid), { name, email: `${uid}@example.com`, department: 'Security', phone: null, role: 'security_team', lead: false, status: 'active', workState: null, preferences: {}, createdAt: new Date() });
  await joining.commit();
  const browsers = people.map(({ uid }) => browserOf(uid, 'security_team'));
  const seen = browsers.slice(0, 8).map((browser) => {
    const order: string[][] = [];
    onSnapshot(query(collection(browser, `incidents/${incidentId}/messages`), orderBy('createdAt')), { includeMetadataChanges: true }, (snapshot) => {
      if (!snapshot.metadata.hasPendingWrites && !snapshot.metadata.fromCache) order.push(snapshot.docs.map((document) => document.id));
    });
    return order;
  });
  const ids = people.map(() => createId());
  const send = (index: number) =>
    setDoc(doc(browsers[index]!, `incidents/${incidentId}/messages/${ids[index]}`), { text: `Message ${index}`, audience: 'everyone', author: { ...people[index]!, role: 'security_team' }, createdAt: serverTimestamp() });
  await Promise.all(people.map((_, index) => send(index)));
  // What a browser sends again, not knowing that it arrived, is refused or the same: never a second message.
  await Promise.allSettled(people.map((_, index) => send(index)));
  await waitFor('all messages', async () => seen.every((order) => order.at(-1)?.length === 50));
  const [order] = seen.map((course) => course.at(-1)!);
  expect([...order!].sort()).toEqual([...ids].sort());
  const shownTo = (browser: Firestore) => getDocsFromServer(query(collection(browser, `incidents/${incidentId}/messages`), orderBy('createdAt')));
  for (const { docs } of await Promise.all(browsers.map(shownTo))) expect(docs.map((document) => document.id)).toEqual(order);
  // At any time, whoever looks sees what is there already in the order that it keeps.
  for (const course of seen) for (const shown of course) expect(shown).toEqual(order!.filter((id) => shown.includes(id)));
  await waitFor('the history', async () => (await readIncident(incidentId)).counts.messages >= 50, 90);
  const posted = (await readEvents(incidentId)).filter((event) => event.type === 'message.posted');
  expect(posted.map((event) => event.data.messageId).sort()).toEqual([...ids].sort());
  expect((await readIncident(incidentId)).counts.messages).toBe(50);
  const { body } = await callable('incidents.verifyChain', { id: incidentId }, analyst.token);
  expect(body.verified).toBe(true);
});

describe('a message', () => {
  test('is reworded by its author, keeps what it said, and the history holds both hashes', async () => {
    const id = await makeIncident(reporter);
    const messageId = await said(id, reporter, 'It came on Monday.');
    const before = await read(id, messageId);
    const twice = await Promise.all([1, 2].map(() => callable('conversation.editMessage', { id, messageId, text: 'It came on Tuesday.' }, reporter.token)));
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    const after = await read(id, messageId);
    expect(after).toMatchObject({ text: 'It came on Tuesday.', history: [{ text: 'It came on Monday.' }] });
    expect(after['createdAt']).toEqual(before['createdAt']);
    const edits = (await readEvents(id)).filter((event) => event.type === 'message.edited');
    expect(edits.map(({ data }) => data)).toEqual([{ messageId, fromSha256: sha256Hex('It came on Monday.'), textSha256: sha256Hex('It came on Tuesday.'), audience: 'everyone' }]);
    expect((await callable('conversation.editMessage', { id, messageId, text: 'Never.' }, analyst.token)).status).toBe(403);
  });

  test('stays as it is after 15 minutes, for its author', async () => {
    const id = await makeIncident(reporter);
    const messageId = await said(id, reporter, 'It came on Monday.');
    await store.doc(`incidents/${id}/messages/${messageId}`).update({ createdAt: new Date(Date.now() - 16 * 60_000) });
    for (const [name, rest] of [['conversation.editMessage', { text: 'Other.' }], ['conversation.removeMessage', {}]] as const) {
      const answer = await callable(name, { id, messageId, ...rest }, reporter.token);
      expect(answer.body.error.message).toContain('15 minutes');
    }
    expect((await callable('conversation.removeMessage', { id, messageId }, analyst.token)).status).toBe(403);
    expect((await callable('conversation.removeMessage', { id, messageId }, lead.token)).body).toMatchObject({ deleted: true });
    const left = await read(id, messageId);
    expect(left).toMatchObject({ text: '', history: [], deleted: { by: { uid: lead.uid } } });
    expect((await readEvents(id)).at(-1)).toMatchObject({ type: 'message.removed', data: { author: { uid: reporter.uid }, textSha256: sha256Hex('It came on Monday.') } });
    expect((await callable('conversation.editMessage', { id, messageId, text: 'Back.' }, reporter.token)).body.error.message).toContain('taken back');
  });

  test('that is a note does not exist for the reporter, and names nobody who cannot read it', async () => {
    const id = await makeIncident(reporter);
    const messageId = await said(id, analyst, 'I doubt it.', 'team');
    expect((await callable('conversation.editMessage', { id, messageId, text: 'Hm.' }, reporter.token)).status).toBe(404);
    expect((await callable('conversation.removeMessage', { id, messageId }, reporter.token)).status).toBe(404);
    const named = (mentions: string[], audience: string) => callable('conversation.postMessage', { incidentId: id, text: 'Look.', mentions, audience }, analyst.token);
    expect((await named([reporter.uid], 'team')).body.error.message).toContain('may read');
    expect((await named(['nobody'], 'everyone')).body.error.message).toContain('may read');
    expect((await named([reporter.uid, lead.uid], 'everyone')).status).toBe(200);
  });
});

describe('a drafted reply', () => {
  const draft = async (id: string) => (await callable('conversation.draftReply', { id }, analyst.token)).body as { draftId: string; text: string };
  const entry = async (draftId: string) => (await store.doc(`aiDecisions/${draftId}`).get()).data()!;

  test('rests on what the reporter reads, and the ledger keeps who drafted it and what became of it, without a word of it', async () => {
    const id = await makeIncident(reporter);
    await said(id, analyst, 'SECRET: we suspect the reporter. Please add the message as a file.', 'team');
    const first = await draft(id);
    expect(first.text).toContain('Please add the message as a file');
    expect(first.text).not.toContain('SECRET');
    expect(await entry(first.draftId)).toMatchObject({ kind: 'reply-draft', provider: 'local', incidentId: id, outcome: null, by: { uid: analyst.uid }, latencyMs: expect.any(Number) });
    expect(JSON.stringify(await entry(first.draftId))).not.toContain('Please');

    const second = await draft(id);
    expect((await entry(first.draftId))['outcome']).toMatchObject({ what: 'dropped', messageId: null });
    await said(id, analyst, 'Still not sure.', 'team');
    await said(id, lead, second.text);
    expect((await entry(second.draftId))['outcome']).toBeNull();
    const messageId = await said(id, analyst, second.text);
    expect((await entry(second.draftId))['outcome']).toMatchObject({ what: 'unchanged', messageId });

    const third = await draft(id);
    expect(third.text).toContain('I come back to this once more');
    await said(id, analyst, `${third.text}\nThank you!`);
    expect((await entry(third.draftId))['outcome']).toMatchObject({ what: 'changed' });
  });

  test('that is thrown away is entered as such, once, by nobody but who asked for it, and what was sent stays sent', async () => {
    const id = await makeIncident(reporter);
    const discard = async (draftId: string, by = analyst) => callable('conversation.discardDraft', { id, draftId }, by.token);
    const unwanted = await draft(id);
    expect((await discard(unwanted.draftId, reporter)).status).toBe(403);
    expect((await discard(unwanted.draftId, lead)).body.discarded).toBe(false);
    expect((await entry(unwanted.draftId))['outcome']).toBeNull();
    expect((await discard(unwanted.draftId)).body.discarded).toBe(true);
    expect((await discard(unwanted.draftId)).body.discarded).toBe(false);
    await said(id, analyst, unwanted.text);
    expect((await entry(unwanted.draftId))['outcome']).toMatchObject({ what: 'discarded', messageId: null });

    const wanted = await draft(id);
    await said(id, analyst, wanted.text);
    expect((await discard(wanted.draftId)).body.discarded).toBe(false);
    expect((await entry(wanted.draftId))['outcome']).toMatchObject({ what: 'unchanged' });
  });

  test('is refused to the reporter, and to whoever reported it himself', async () => {
    expect((await callable('conversation.draftReply', { id: await makeIncident(reporter) }, reporter.token)).status).toBe(403);
    expect((await callable('conversation.draftReply', { id: await makeIncident(analyst) }, analyst.token)).body.error.message).toContain('reported this yourself');
  });
});

describe('a question', () => {
  test('is answered, and becomes one incident of who asked, with what was said', async () => {
    const id = createId();
    const asker = browserOf(reporter.uid, 'employee');
    const team = browserOf(analyst.uid, 'security_team');
    const write = (db: Firestore, person: TestPerson, messageId: string, text: string) =>
      setDoc(doc(db, `questions/${id}/messages/${messageId}`), { text, audience: 'everyone', author: { uid: person.uid, name: person.name, role: person.role }, createdAt: serverTimestamp() });
    await setDoc(doc(asker, `questions/${id}`), { title: 'Is this mail real?', asker: { uid: reporter.uid, name: reporter.name }, state: 'open', createdAt: serverTimestamp() });
    await write(asker, reporter, 'asked-0001', 'A mail asks me to verify my account through a link. Is that us?');
    await write(team, analyst, 'answered-01', 'No, do not click on it.');
    const state = async () => (await store.doc(`questions/${id}`).get()).data()!;
    await waitFor('the answer', async () => (await state())['state'] === 'answered');
    expect((await state())['last'].by.uid).toBe(analyst.uid);
    // Who asked is told of the answer, who leads of the question; each once, delivered how often it may be.
    const inbox = async ({ uid }: TestPerson) => (await store.collection(`users/${uid}/inbox`).where('link', '==', `/talk/questions/${id}`).get()).docs.map((entry) => [entry.get('kind'), entry.get('text')]);
    await waitFor('the notices', async () => (await inbox(reporter)).length > 0 && (await inbox(lead)).length > 0);
    await Promise.all(['asked-0001', 'answered-01', 'asked-0001', 'answered-01'].map((messageId) => projectTalk('questions', id, messageId, new Date())));
    expect(await inbox(reporter)).toEqual([['message', `${analyst.name} answered your question “Is this mail real?”`]]);
    expect(await inbox(lead)).toEqual([['message', `${reporter.name} asks the team: “Is this mail real?”`]]);

    expect((await callable('conversation.convertQuestion', { id }, reporter.token)).status).toBe(403);
    const both = await Promise.all([1, 2].map(() => callable('conversation.convertQuestion', { id }, analyst.token)));
    expect(both.map(({ body }) => [body.incidentId, body.moved]).sort()).toEqual([[id, 0], [id, 2]]);
    await waitFor('the history', async () => (await readIncident(id)).counts?.messages === 2);
    const incident = await readIncident(id);
    expect(incident).toMatchObject({ title: 'Is this mail real?', reporter: { uid: reporter.uid, department: reporter.department } });
    expect(incident.description).toContain('verify my account');
    expect(incident.description).not.toContain('do not click');
    expect(await read(id, 'answered-01')).toMatchObject({ text: 'No, do not click on it.', author: { uid: analyst.uid } });
    expect(await state()).toMatchObject({ state: 'incident', incidentId: id });
    await expect(write(asker, reporter, 'asked-0002', 'One more thing')).rejects.toMatchObject({ code: 'permission-denied' });
  });
});
