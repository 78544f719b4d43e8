import { verifyChain } from '@secura/domain/incidents/chain';
import { createId } from '@secura/domain/platform/ids';
import { quarantinePath, viewPath } from '@secura/domain/evidence/evidence';
import { isFinal } from '@secura/domain/evidence/states';
import type { MailView } from '@secura/domain/evidence/mail';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawPicture } from '../../seed/picture.ts';
import { inspectEvidence } from '../../functions/src/evidence/inspect.ts';
import { recordEvidence } from '../../functions/src/evidence/record.ts';
import { retryInspections } from '../../functions/src/evidence/retry.ts';
import { ScannerDown, type MalwareScanner } from '../../functions/src/evidence/scan/port.ts';
import { graceMs, sweepOrphans } from '../../functions/src/evidence/sweep.ts';
import { readObject, sha256, writeObject } from '../../functions/src/platform/storage.ts';
import { sendResumably } from '../../web/src/firebase/resumable.ts';
import { eicar, office } from '../evidence/hostile.ts';
import { killedAt } from './killed.ts';
import { addFile, callable, makeFile, makeIncident, makePerson, origin, ports, projectId, readEvents, readFile, readIncident, store, waitFor, type TestPerson } from './support.ts';

let reporter: TestPerson;
let stranger: TestPerson;
let analyst: TestPerson;
let lead: TestPerson;
let incident: string;
const picture = drawPicture(5);
const never = () => Promise.reject(new Error('There is nothing to register.'));

beforeAll(async () => {
  [reporter, stranger, analyst, lead] = await Promise.all([makePerson('employee'), makePerson('employee'), makePerson('security_team'), makePerson('security_team', { lead: true })]);
  incident = await makeIncident(reporter);
});

const open = (evidenceId: string, person: TestPerson, input: object = { what: 'view', purpose: 'look' }) => callable('evidence.open', { incidentId: incident, evidenceId, ...input }, person.token);
const follow = async (url: string) => fetch(`${origin}${url}`);
const eventsOf = async (evidenceId: string) => (await readEvents(incident)).filter(({ data }) => 'evidenceId' in data && data.evidenceId === evidenceId);

/** A file that a function took and was killed with: recorded, and held by nobody until its lease has run out. */
async function heldFile(): Promise<string> {
  const id = await addFile(incident, reporter, 'note.txt', Buffer.from('A note.'), { state: 'scanning', attempts: 1, retryAt: new Date(Date.now() + 120_000) });
  await recordEvidence(incident, id, new Date(), never);
  return id;
}

describe('a file that arrives', () => {
  test('is recorded, looked into and drawn anew, each once, in a chain that verifies', async () => {
    const id = await makeFile(incident, reporter, 'Screenshot.png', picture);
    const file = await readFile(incident, id);
    expect(file).toMatchObject({ state: 'clean', type: 'png', view: 'picture', reasons: [], attempts: 1 });
    expect(file.inspection).toMatchObject({ sha256: file.sha256, scanner: 'Embedded signature and structure scanner', signature: null });
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['evidence.added', 'evidence.inspected']);
    expect(verifyChain(await readEvents(incident), (await readIncident(incident)).head!)).toMatchObject({ verified: true });
  });

  test('delivered six times at once is looked into once', async () => {
    const id = await addFile(incident, reporter, 'note.txt', Buffer.from('A note.'));
    await Promise.all(Array.from({ length: 5 }, async () => {
      await recordEvidence(incident, id, new Date(), never);
      await inspectEvidence(incident, id);
    }));
    await waitFor('the result', async () => (await readFile(incident, id)).state === 'clean');
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['evidence.added', 'evidence.inspected']);
    expect(await readFile(incident, id)).toMatchObject({ state: 'clean', attempts: 1 });
  });

  test('is refused when it is not what was sent, or never came', async () => {
    const altered = await makeFile(incident, reporter, 'note.txt', Buffer.from('What arrived.'), { sha256: 'ab'.repeat(32) });
    expect(await readFile(incident, altered)).toMatchObject({ state: 'refused', reasons: [{ code: 'hash_differs' }] });
    const missing = createId();
    await store.doc(`incidents/${incident}/evidence/${missing}`).create({ ...(await readFile(incident, altered)), path: quarantinePath(incident, missing), state: 'quarantined', seq: 0 });
    expect(await inspectEvidence(incident, missing)).not.toBe('clean');
    // Its trigger may have been faster, and not be done yet.
    await waitFor('the refusal', async () => isFinal((await readFile(incident, missing)).state));
    expect(await readFile(incident, missing)).toMatchObject({ state: 'refused', reasons: [{ code: 'missing' }] });
  });

  test('stays closed while the scanner is away, says so, and is finished by the next round', async () => {
    const away = (): Promise<MalwareScanner> => Promise.resolve({ name: 'ClamAV', scan: () => Promise.reject(new ScannerDown('ECONNREFUSED')) });
    const id = await heldFile();
    await inspectEvidence(incident, id, new Date(Date.now() + 130_000), away);
    const failed = await readFile(incident, id);
    expect(failed).toMatchObject({ state: 'failed', reasons: [{ code: 'scanner_down' }], attempts: 2 });
    expect((await open(id, reporter)).body.error.message).toContain('stays closed');
    await retryInspections(new Date());
    expect((await readFile(incident, id)).state).toBe('failed');
    await retryInspections(failed.retryAt!);
    expect(await readFile(incident, id)).toMatchObject({ state: 'clean', attempts: 3, retryAt: null });
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['evidence.added', 'evidence.inspected']);
  });

  test('whose inspection was killed in the middle is finished once its lease has run out, once', async () => {
    const id = await heldFile();
    await killedAt(`import { inspectEvidence } from './functions/src/evidence/inspect.ts';
      const scan = () => (console.log('scanning'), new Promise(() => undefined));
      void inspectEvidence('${incident}', '${id}', new Date(Date.now() + 130_000), async () => ({ name: 'killed', scan }));`);
    const held = await readFile(incident, id);
    expect(held).toMatchObject({ state: 'scanning', attempts: 2, inspection: null });
    expect(await inspectEvidence(incident, id)).toBe('scanning');
    await retryInspections(new Date());
    expect((await readFile(incident, id)).attempts).toBe(2);
    await Promise.all([retryInspections(held.retryAt!), retryInspections(held.retryAt!)]);
    await waitFor('the result', async () => (await readFile(incident, id)).state === 'clean');
    expect(await readFile(incident, id)).toMatchObject({ attempts: 3, retryAt: null });
    expect((await eventsOf(id)).filter(({ type }) => type === 'evidence.inspected')).toHaveLength(1);
  });

  test('is refused as the 26th, though all were sent at the same moment', async () => {
    const full = await makeIncident(reporter);
    await store.doc(`incidents/${full}`).update({ 'counts.evidence': 24 });
    const ids = await Promise.all([1, 2, 3].map((number) => makeFile(full, reporter, `${number}.txt`, Buffer.from(`Note ${number}.`))));
    const states = await Promise.all(ids.map(async (id) => (await readFile(full, id)).state));
    expect(states.sort()).toEqual(['clean', 'refused', 'refused']);
  });
});

describe('a mail', () => {
  test('is taken apart, and its attachments are files of their own, once, also when it is done twice', async () => {
    const mail = Buffer.from(
      ['From: "Bank" <a@bank.example>', 'To: b@corp.example', 'Subject: Verify', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Type: text/html', '', '<a href="https://evil.example">https://bank.example</a>', '--b', 'Content-Disposition: attachment; filename="note.txt"', 'Content-Transfer-Encoding: base64', '', eicar.toString('base64'), '--b--', ''].join('\r\n'),
    );
    const id = await makeFile(incident, reporter, 'mail.eml', mail);
    // As if the first had been killed before it wrote its result.
    await store.doc(`incidents/${incident}/evidence/${id}`).update({ state: 'scanning', retryAt: new Date(0) });
    await inspectEvidence(incident, id);
    const children = await store.collection(`incidents/${incident}/evidence`).where('parentId', '==', id).get();
    expect(children.docs.map((doc) => doc.get('name'))).toEqual(['note.txt']);
    await waitFor('the mail', async () => isFinal((await readFile(incident, id)).state));
    await waitFor('the attachment', async () => (await readFile(incident, children.docs[0]!.id)).state === 'infected');
    // Nobody took it out by hand: the history does not say so of anybody.
    expect((await eventsOf(children.docs[0]!.id))[0]).toMatchObject({ type: 'evidence.added', actor: { kind: 'system' }, data: { parentId: id } });
    // What is attached would leave with the mail: only its words are shown, and not to who reported it.
    expect(await readFile(incident, id)).toMatchObject({ state: 'infected', view: 'mail' });
    expect((await open(id, reporter)).status).toBe(403);
    expect((await open(id, analyst, { what: 'file', purpose: 'analysis', reason: 'For the lab.' })).status).toBe(403);
    const { body } = await open(id, analyst);
    const view = (await (await follow(body.url)).json()) as MailView;
    // Its hash is an indicator, and the hash of any file finds it.
    const hunt = async (value: string) => (await callable('observables.hunt', { value }, analyst.token)).body.hunted[0] as { incidents: { id: string; found: { sources: { kind: string }[] }[] }[] };
    const malware = (await readFile(incident, children.docs[0]!.id)).sha256;
    await waitFor('the indicator', async () => !(await store.collection(`incidents/${incident}/observables`).where('value', '==', malware).get()).empty);
    const plain = await makeFile(incident, reporter, 'plain.txt', Buffer.from(`Only here: ${createId()}`));
    expect((await hunt((await readFile(incident, plain)).sha256)).incidents).toMatchObject([{ id: incident, found: [{ sources: [{ kind: 'evidence', id: plain }] }] }]);
    // Where its link leads can be hunted for, like everything that people write.
    const observables = store.collection(`incidents/${incident}/observables`).where('sourceKeys', 'array-contains', `evidence:${id}`);
    await waitFor('its observables', async () => JSON.stringify((await observables.get()).docs.map((doc) => doc.get('value') as string)).includes('evil.example'));
    expect(view).toMatchObject({ links: [{ misleads: true }], attachments: [{ name: 'note.txt', evidenceId: children.docs[0]!.id }] });
  });
});

describe('a file that a browser sends', () => {
  const objects = `http://127.0.0.1:${ports.storage}/v0/b/${projectId}.appspot.com/o`;
  const send = (path: string, bytes: Buffer, person: TestPerson, way: Partial<Parameters<typeof sendResumably>[2]> = {}) =>
    sendResumably(new Blob([new Uint8Array(bytes)]), { objects, path, contentType: 'text/plain', authorize: () => Promise.resolve({ Authorization: `Firebase ${person.token}` }) }, {
      session: null, onSession: () => Promise.resolve(), onProgress: () => undefined, stop: new AbortController().signal, ...way,
    });

  test('goes on in another page after it was stopped in the middle, is stored once, and is found to be what was sent', async () => {
    const id = createId();
    const path = quarantinePath(incident, id);
    const bytes = Buffer.from('A line of a log.\n'.repeat(60_000));
    let session: string | null = null;
    const stop = new AbortController();
    const first = send(path, bytes, reporter, { stop: stop.signal, onSession: async (next) => void (session = next), onProgress: (part) => part > 0.2 && stop.abort() });
    await expect(first).rejects.toThrow();
    expect(await readObject(path, bytes.length)).toBeNull();
    const parts: number[] = [];
    await send(path, bytes, reporter, { session, onProgress: (part) => parts.push(part) });
    expect(parts[0]).toBeGreaterThan(0.2);
    // Asked again, as after an answer that was lost: it is there, and nothing is sent.
    await send(path, bytes, reporter, { session });
    await expect(send(path, bytes, reporter)).rejects.toMatchObject({ code: 'storage/unauthorized' });
    const { uid, name } = reporter;
    await store.doc(`incidents/${incident}/evidence/${id}`).create({ name: 'a.log', size: bytes.length, declaredType: 'text/plain', sha256: sha256(bytes), path, addedBy: { uid, name }, createdAt: new Date() });
    await waitFor('its verdict', async () => (await readFile(incident, id)).state === 'clean');
  });

  test('is not taken from a stranger, nor when it is empty or larger than 10 MB, whatever length was announced', async () => {
    const path = () => quarantinePath(incident, createId());
    await expect(send(path(), Buffer.from('x'), stranger)).rejects.toMatchObject({ code: 'storage/unauthorized' });
    const raw = async (announced: number, bytes: Buffer) => {
      const started = await fetch(`${objects}?name=${encodeURIComponent(path())}`, {
        method: 'POST',
        headers: { Authorization: `Firebase ${reporter.token}`, 'X-Goog-Upload-Protocol': 'resumable', 'X-Goog-Upload-Command': 'start', 'X-Goog-Upload-Header-Content-Length': `${announced}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ contentType: 'text/plain' }),
      });
      const ended = await fetch(started.headers.get('x-goog-upload-url')!, { method: 'POST', headers: { Authorization: `Firebase ${reporter.token}`, 'X-Goog-Upload-Command': 'upload, finalize', 'X-Goog-Upload-Offset': '0' }, body: new Uint8Array(bytes) });
      return ended.status;
    };
    expect(await raw(5, Buffer.alloc(0))).toBe(403);
    expect(await raw(5, Buffer.alloc(10 * 1024 * 1024 + 1, 'a'))).toBe(403);
  });
});

describe('bytes without a record', () => {
  test('are deleted after two weeks, and nothing else is', async () => {
    const kept = await makeFile(incident, reporter, 'Screenshot.png', picture);
    const [orphan, view] = [quarantinePath(incident, createId()), viewPath(incident, createId())];
    for (const path of [orphan, view]) await writeObject(path, Buffer.from('left behind'), 'text/plain');
    const other = `incidents/${incident}/something-else`;
    await writeObject(other, Buffer.from('not evidence'), 'text/plain');
    const prefix = `incidents/${incident}/`;
    expect((await sweepOrphans(new Date(), prefix)).deleted).toEqual([]);
    const later = new Date(Date.now() + graceMs + 60_000);
    expect((await sweepOrphans(later, prefix)).deleted).toEqual(expect.arrayContaining([orphan, view]));
    expect(await readObject(orphan, 100)).toBeNull();
    expect((await sweepOrphans(later, prefix)).deleted).toEqual([]);
    for (const path of [quarantinePath(incident, kept), viewPath(incident, kept), other]) expect(await readObject(path, 1_000_000)).not.toBeNull();
  });

  test('of an incident that never came are deleted too', async () => {
    const nowhere = createId();
    await writeObject(quarantinePath(nowhere, createId()), Buffer.from('left behind'), 'text/plain');
    expect((await sweepOrphans(new Date(Date.now() + graceMs + 60_000), `incidents/${nowhere}/`)).deleted).toHaveLength(1);
  });
});

describe('opening a file', () => {
  test('gives a link that works once, records who, when and why, and leaves the clocks alone', async () => {
    const id = await makeFile(incident, reporter, 'Screenshot.png', picture);
    const before = await readIncident(incident);
    const { body } = await open(id, analyst);
    const first = await follow(body.url);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(first.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await first.arrayBuffer()).subarray(8, 12).toString()).toBe('WEBP');
    expect((await follow(body.url)).status).toBe(404);
    const after = await readIncident(incident);
    expect(after.clocks?.acknowledge.doneAt).toEqual(before.clocks?.acknowledge.doneAt);
    expect(after.updatedAt).toEqual(before.updatedAt);
    expect((await eventsOf(id)).at(-1)).toMatchObject({ type: 'evidence.opened', actor: { uid: analyst.uid }, data: { what: 'view', purpose: 'look' } });
  });

  test('gives one link to one reader, however many follow it at once, and none for a forged one', async () => {
    const id = await makeFile(incident, reporter, 'note.txt', Buffer.from('A note.'));
    const { body } = await open(id, reporter);
    const answers = await Promise.all(Array.from({ length: 5 }, () => follow(body.url)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await follow(`/api/links/${'A'.repeat(43)}`)).status).toBe(404);
  });

  test('shows a stranger nothing, not even that the file exists', async () => {
    const id = await makeFile(incident, reporter, 'note.txt', Buffer.from('A note.'));
    expect((await open(id, stranger)).status).toBe(404);
  });

  test('keeps the original of a picture from the reporter, who has the copy', async () => {
    const id = await makeFile(incident, reporter, 'Screenshot.png', picture);
    expect((await open(id, reporter, { what: 'file', purpose: 'other' })).status).toBe(403);
    const { body } = await open(id, analyst, { what: 'file', purpose: 'analysis' });
    expect(Buffer.from(await (await follow(body.url)).arrayBuffer()).equals(picture)).toBe(true);
  });

  test('lets a flagged file leave locked, with a reason, to the team alone', async () => {
    const id = await makeFile(incident, reporter, 'letter.docm', office('word', { name: 'word/vbaProject.bin', content: 'x' }));
    expect(await readFile(incident, id)).toMatchObject({ state: 'flagged', reasons: [{ code: 'macro' }] });
    expect((await open(id, reporter, { what: 'file', purpose: 'other', reason: 'I want it.' })).status).toBe(403);
    expect((await open(id, analyst, { what: 'file', purpose: 'analysis' })).body.error.details.fields.reason).toBeTruthy();
    const { body } = await open(id, analyst, { what: 'file', purpose: 'analysis', reason: 'For the lab.' });
    expect(body).toMatchObject({ name: 'letter.docm.zip', password: 'infected' });
    const zip = Buffer.from(await (await follow(body.url)).arrayBuffer());
    expect(zip.readUInt16LE(6) & 1).toBe(1);
    expect(zip.includes('vbaProject')).toBe(false);
  });

  test('lets malware leave locked, to a lead who types its name', async () => {
    const id = await makeFile(incident, reporter, 'invoice.txt', eicar);
    expect(await readFile(incident, id)).toMatchObject({ state: 'infected', inspection: { signature: 'EICAR-Test-File' } });
    const wish = { what: 'file', purpose: 'analysis', reason: 'For the lab.' };
    expect((await open(id, analyst, { ...wish, confirm: 'invoice.txt' })).status).toBe(403);
    expect((await open(id, lead, wish)).body.error.details.fields.confirm).toBeTruthy();
    const { body } = await open(id, lead, { ...wish, confirm: 'invoice.txt' });
    expect(Buffer.from(await (await follow(body.url)).arrayBuffer()).includes(eicar)).toBe(false);
  });

  test('gives nothing out that is not the file that was checked, and verifying says so', async () => {
    const id = await makeFile(incident, reporter, 'note.txt', Buffer.from('A note.'));
    const { body } = await open(id, analyst);
    await writeObject(quarantinePath(incident, id), Buffer.from('Another note.'), 'text/plain');
    expect((await follow(body.url)).status).toBe(412);
    const verdict = await callable('evidence.verify', { incidentId: incident, evidenceId: id }, analyst.token);
    expect(verdict.body).toMatchObject({ matches: false });
    expect((await eventsOf(id)).at(-1)).toMatchObject({ type: 'evidence.verified', data: { matches: false } });
  });
});
