import { verifyChain } from '@secura/domain/incidents/chain';
import { toBeRead, type Reading } from '@secura/domain/evidence/reading';
import { beforeAll, expect, test } from 'vitest';
import { readPicture } from '../../functions/src/evidence/read.ts';
import { retryInspections } from '../../functions/src/evidence/retry.ts';
import { sha256 } from '../../functions/src/platform/storage.ts';
import { triageWithPicture } from '../../functions/src/triage/again.ts';
import { drawScreenshot, phishingMail } from '../evidence/screenshot.ts';
import { killedAt } from './killed.ts';
import { addFile, callable, makeIncident, makePerson, readEvents, readFile, readIncident, store, waitFor, type TestPerson } from './support.ts';

let reporter: TestPerson;
let analyst: TestPerson;
let screenshot: Buffer;
beforeAll(async () => {
  [reporter, analyst, screenshot] = await Promise.all([makePerson('employee'), makePerson('security_team'), drawScreenshot(phishingMail)]);
});

const untold = { title: 'Please look at this', description: '' };
const readingOf = async (incident: string, id: string): Promise<Reading['state'] | undefined> => (await readFile(incident, id)).reading?.state;
const isRead = (incident: string, id: string) => waitFor('the picture to be read', async () => (await readingOf(incident, id)) === 'done');
const typesOf = async (incident: string) => (await readEvents(incident)).map(({ type }) => type);

/** A picture that was looked into, and whose reading a function took and was killed with. */
const killedReading = (incident: string, attempts = 0) =>
  addFile(incident, reporter, 'killed.png', screenshot, {
    state: 'clean', type: 'png', view: 'picture', attempts: 1, reading: { ...toBeRead, attempts }, retryAt: new Date(0),
    inspection: { at: new Date(), sha256: sha256(screenshot), scanner: null, signature: null },
  });

test('a screenshot of a phishing mail alone is triaged as phishing, found by its words, and read once though delivered twice', async () => {
  const incident = await makeIncident(reporter, untold);
  expect((await readIncident(incident)).category).toBe('other');
  const id = await addFile(incident, reporter, 'mail.png', screenshot);
  await isRead(incident, id);
  // As if its trigger came again.
  expect(await readPicture(incident, id, triageWithPicture())).toBe('done');

  const after = await readIncident(incident);
  expect(after).toMatchObject({ category: 'phishing', triage: { category: 'phishing', review: null }, status: 'open' });
  expect(after.triage?.finding).toContain('in the picture mail.png');
  expect(after.clocks?.acknowledge.doneAt).toBeNull();
  const events = await readEvents(incident);
  expect(events.slice(2).map(({ type }) => type).filter((type) => type !== 'assignment.changed')).toEqual(['evidence.added', 'evidence.inspected', 'evidence.read', 'triage.completed']);
  expect(events.at(-1)).toMatchObject({ data: { rerun: true, pictures: ['mail.png'] }, actor: { kind: 'system' } });
  expect(JSON.stringify(events)).not.toMatch(/mailbox|credentials/i);
  expect(verifyChain(events, after.head!)).toMatchObject({ verified: true });

  const found = await callable('incidents.list', { search: 'credentials suspended' }, analyst.token);
  expect((found.body as { items: { id: string }[] }).items.map((item) => item.id)).toContain(incident);
  const observables = store.collection(`incidents/${incident}/observables`).where('sourceKeys', 'array-contains', `evidence:${id}`);
  await waitFor('its observables', async () => JSON.stringify((await observables.get()).docs.map((doc) => doc.get('value') as string)).includes('portal.mail-renewal.example'));
});

test('a reading that is killed is finished once by the next rounds, changes nothing that a person decided, and ends after five', async () => {
  const incident = await makeIncident(reporter, untold);
  await callable('incidents.setCategory', { id: incident, category: 'physical_security', reason: 'He called.' }, analyst.token);
  const [id, hopeless] = await Promise.all([killedReading(incident), killedReading(incident, 4)]);
  await waitFor('both to be recorded', async () => (await typesOf(incident)).filter((type) => type === 'evidence.added').length === 2);

  await killedAt(`import { readPicture } from './functions/src/evidence/read.ts';
    const read = () => (console.log('reading'), new Promise(() => undefined));
    void readPicture('${incident}', '${id}', async () => null, async () => ({ name: 'killed', read }));`);
  expect(await readingOf(incident, id)).toBe('waiting');

  await Promise.all([retryInspections(new Date()), retryInspections(new Date())]);
  await isRead(incident, id);
  await retryInspections(new Date());
  expect((await readFile(incident, id)).retryAt).toBeNull();
  const types = await typesOf(incident);
  expect(types.filter((type) => type === 'evidence.read')).toHaveLength(1);
  expect(types.filter((type) => type === 'triage.completed')).toHaveLength(1);
  expect((await readIncident(incident)).category).toBe('physical_security');
  expect((await readFile(incident, hopeless)).reading).toMatchObject({ state: 'failed', text: '' });

  // Several at the same moment: each reads, and one writes.
  const raced = await killedReading(incident);
  await waitFor('it to be recorded', async () => (await typesOf(incident)).filter((type) => type === 'evidence.added').length === 3);
  const quick = () => Promise.resolve({ name: 'quick', read: () => Promise.resolve([{ text: 'Three plain words', confidence: 1 }]) });
  const broken = () => Promise.reject(new Error('There is no reader.'));
  expect(await readPicture(incident, raced, triageWithPicture(), broken)).toBe('waiting');
  expect(await Promise.all([1, 2, 3].map(() => readPicture(incident, raced, triageWithPicture(), quick)))).toEqual(['done', 'done', 'done']);
  expect((await typesOf(incident)).filter((type) => type === 'evidence.read')).toHaveLength(2);
});
