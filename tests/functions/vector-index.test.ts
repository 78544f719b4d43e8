import type { SimilarIncidents } from '@secura/domain/similar/similar';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordSimilar } from '../../functions/src/similar/record.ts';
import { sendAllWaiting } from '../../functions/src/similar/send-waiting.ts';
import { outsideIndex } from '../../functions/src/similar/vector-index.ts';
import { pineconeKey, startPinecone } from '../standins/pinecone.ts';
import { makeIncident, makePerson, origin, store, waitFor } from './support.ts';

// Meaning, words and categories of the embedded models.
const dimension = 512 + 512 + 9;
const word = `zq${Math.random().toString(36).slice(2, 9)}`;
const description = `I got an SMS that a parcel is held at customs, with a link to ${word}.example to pay 2.99 by card. I did not pay the ${word} people.`;
let pinecone: Awaited<ReturnType<typeof startPinecone>>;
let old: string;
let young: string;
let asking: string;

const vectorOf = async (id: string) => (await store.doc(`vectors/${id}`).get()).data()!;
/** Whom the report that asks is shown, of ours; and which index found them. */
async function compared(): Promise<{ near: string[]; by: string }> {
  await recordSimilar(asking, new Date(), { anew: true });
  const { nearest } = (await store.doc(`incidents/${asking}/internal/similar`).get()).data() as SimilarIncidents;
  return { near: nearest.map(({ id }) => id).filter((id) => [old, young].includes(id)).sort(), by: (await vectorOf(asking))['searchedBy'] as string };
}

beforeAll(async () => {
  pinecone = await startPinecone(dimension);
  const people = await Promise.all([makePerson('employee'), makePerson('employee'), makePerson('employee')]);
  [old, young, asking] = (await Promise.all(people.map((person) => makeIncident(person, { title: `Parcel fee text from ${word}`, description })))) as [string, string, string];
  await Promise.all([old, young, asking].map((id) => waitFor(`the comparison of ${id}`, async () => typeof (await store.doc(`vectors/${id}`).get()).get('settled') === 'string', 60)));
  // No longer among the news that are read from Firestore in any case.
  await store.doc(`vectors/${old}`).update({ updatedAt: new Date(Date.now() - 3_600_000) });
  Object.assign(process.env, { PINECONE_API_KEY: pineconeKey, PINECONE_INDEX_NAME: 'secura-reports', PINECONE_CONTROLLER_HOST: pinecone.baseUrl });
  await sendAllWaiting((await outsideIndex())!);
}, 90_000);
afterAll(async () => {
  for (const name of ['PINECONE_API_KEY', 'PINECONE_INDEX_NAME', 'PINECONE_CONTROLLER_HOST']) delete process.env[name];
  await pinecone.stop();
});

test('reports are found through Pinecone, by ids and vectors alone; what it does not show yet is found all the same', async () => {
  expect(await compared()).toEqual({ near: [old, young].sort(), by: 'pinecone' });
  expect(pinecone.asked.every(({ key }) => key === pineconeKey)).toBe(true);
  expect(JSON.stringify(pinecone.asked)).not.toContain(word);
  expect((await fetch(`${origin}/health`)).headers.get('x-vector-index')).toMatch(/^(pinecone|embedded)$/);
  pinecone.behave({ late: true });
  expect(await compared()).toEqual({ near: [young], by: 'pinecone' });
});

test('what only some may see is not shown, whatever Pinecone still names', async () => {
  pinecone.behave({ stale: [old, young, 'never-heard-of'] });
  // Decided a moment ago: no index knows of it yet.
  await store.doc(`incidents/${old}`).update({ visibility: 'restricted' });
  expect((await compared()).near).toEqual([young]);
  await recordSimilar(old, new Date());
  expect([...pinecone.namespaces.values()].some((vectors) => vectors.has(old))).toBe(false);
  expect((await compared()).near).toEqual([young]);
  await store.doc(`incidents/${old}`).update({ visibility: 'team' });
  pinecone.behave({});
  await recordSimilar(old, new Date());
  expect((await compared()).near).toEqual([old, young].sort());
});

test('while Pinecone fails the embedded index answers, and what it missed is sent when it is back', async () => {
  pinecone.namespaces.clear();
  pinecone.behave({ status: 503 });
  expect(await compared()).toEqual({ near: [old, young].sort(), by: 'embedded' });
  expect(await vectorOf(asking)).toMatchObject({ waiting: true });
  pinecone.behave({});
  expect((await compared()).by).toBe('pinecone');
  expect(await vectorOf(asking)).toMatchObject({ waiting: false });
  expect([...pinecone.namespaces.values()].some((vectors) => vectors.has(asking))).toBe(true);
}, 20_000);
