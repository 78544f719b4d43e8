import { logger } from 'firebase-functions/v2';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { pineconeKey, startPinecone } from '../../../tests/standins/pinecone.ts';
import { EmbeddedIndex } from './embedded-index.ts';
import { pineconeIndex, type PineconeSettings } from './pinecone-index.ts';
import { outsideIndex, type IndexedVector, type VectorIndex } from './vector-index.ts';

const dimension = 24;
const space = 'local/use-lite/words/24';
const day = 86_400_000;
let pinecone: Awaited<ReturnType<typeof startPinecone>>;
let lines: [message: string, fields: { reason?: string }][] = [];
beforeAll(async () => {
  vi.spyOn(logger, 'warn').mockImplementation((...line: unknown[]) => void lines.push(line as (typeof lines)[number]));
  pinecone = await startPinecone(dimension);
});
beforeEach(() => {
  lines = [];
  pinecone.namespaces.clear();
  pinecone.asked.length = 0;
  pinecone.behave({});
});
afterAll(() => pinecone.stop());

const settings = (change: Partial<PineconeSettings> = {}): PineconeSettings => ({
  apiKey: pineconeKey, indexName: 'secura-reports', project: 'demo-secura', controllerUrl: pinecone.baseUrl, timeoutMs: 400, pauseMs: 1, ...change,
});

/** Vectors that can be repeated, reported a day apart. */
const vectors = Array.from({ length: 120 }, (_, one): IndexedVector => ({
  id: `incident-${one}`,
  profile: Float32Array.from({ length: dimension }, (_value, at) => Math.sin((one + 1) * (at + 1) * 0.37)),
  reportedAt: new Date(one * day),
}));
const asked = vectors[7]!.profile.map((value, at) => value + Math.cos(at) / 5);

/** What compares in memory, asked as an index outside is: both have to name the same. */
function embedded(): VectorIndex {
  const index = new EmbeddedIndex();
  return {
    provider: 'embedded',
    upsert: async (to, list) => list.forEach((vector) => index.put(to, vector)),
    remove: async (from, ids) => ids.forEach((id) => index.drop(from, id)),
    nearest: async (from, profile, count, since) => index.search(from, profile, count, since).map(({ id }) => id),
  };
}

const indexes: [name: VectorIndex['provider'], make: () => VectorIndex][] = [
  ['embedded', embedded],
  ['pinecone', () => pineconeIndex(settings())],
];

describe.each(indexes)('the %s index', (provider, make) => {
  it('names the nearest of a space by the largest product, no more than are asked for', async () => {
    const index = make();
    expect(index.provider).toBe(provider);
    await index.upsert(space, vectors);
    const product = ({ profile }: IndexedVector): number => profile.reduce((sum, value, at) => sum + value * asked[at]!, 0);
    const expected = [...vectors].sort((a, b) => product(b) - product(a)).slice(0, 30).map(({ id }) => id);
    expect(await index.nearest(space, asked, 30, new Date(0))).toEqual(expected);
    expect(await index.nearest(space, asked, 3, new Date(0))).toEqual(expected.slice(0, 3));
  });

  it('leaves out what was reported before, what was removed, and what is of another space', async () => {
    const index = make();
    await index.upsert(space, vectors);
    await index.upsert('another/24', [{ ...vectors[0]!, id: 'foreign', profile: asked.map((value) => value * 9) }]);
    await index.remove(space, ['incident-119', 'incident-118']);
    const found = await index.nearest(space, asked, 100, new Date(100 * day));
    expect(found.toSorted()).toEqual(Array.from({ length: 18 }, (_, at) => `incident-${100 + at}`));
    expect(await index.nearest('nothing/24', asked, 5, new Date(0))).toEqual([]);
  });

  it('keeps one vector for one report however often it comes, and removes what is not there', async () => {
    const index = make();
    await index.upsert(space, [vectors[0]!, vectors[1]!]);
    await index.upsert(space, [{ ...vectors[0]!, profile: vectors[2]!.profile }]);
    await index.upsert(space, []);
    await index.remove(space, ['never-heard-of', 'incident-1']);
    await index.remove(space, []);
    expect(await index.nearest(space, vectors[2]!.profile, 5, new Date(0))).toEqual(['incident-0']);
  });
});

describe('what leaves for Pinecone', () => {
  it('is ids, vectors and the time of the report, in a namespace of the project and the space, in parts of fifty', async () => {
    await pineconeIndex(settings()).upsert(space, vectors);
    const sent = pinecone.asked.filter(({ path }) => path === 'POST /vectors/upsert');
    expect(sent.map(({ body }) => body.vectors!.length)).toEqual([50, 50, 20]);
    expect(sent[0]).toMatchObject({ key: pineconeKey, version: '2026-04', body: { namespace: `demo-secura/${space}` } });
    expect(new Set(sent.flatMap(({ body }) => body.vectors!.flatMap(Object.keys)))).toEqual(new Set(['id', 'values', 'metadata']));
    expect(sent[0]!.body.vectors![3]!.metadata).toEqual({ reportedAt: 3 * day });
  });
});

describe('Pinecone in trouble', () => {
  const failures = () => lines.filter(([message]) => message === 'provider failed').map(([, fields]) => fields);
  const queries = () => pinecone.asked.filter(({ path }) => path === 'POST /query').length;

  it('is asked a second time, and then answers', async () => {
    const index = pineconeIndex(settings());
    await index.upsert(space, vectors);
    pinecone.behave({ status: 503, times: 1 });
    expect(await index.nearest(space, asked, 2, new Date(0))).toHaveLength(2);
    expect(failures()).toEqual([]);
  });

  it.each([
    ['breaks', { status: 500 }, 'unavailable'],
    ['has no quota left', { status: 429 }, 'busy'],
    ['does not know the key', { status: 401 }, 'rejected'],
    ['is late', { delayMs: 700 }, 'timeout'],
    ['compares by another measure', { metric: 'cosine' }, 'rejected'],
    ['holds vectors of another length', { dimension: 10 }, 'invalid'],
  ])('says so in one line when it %s, and repeats nothing that was sent', async (_what, behaviour, reason) => {
    pinecone.behave(behaviour);
    await expect(pineconeIndex(settings()).nearest(space, asked, 2, new Date(0))).rejects.toMatchObject({ name: 'ProviderFailure', reason });
    expect(failures()).toMatchObject([{ reason }]);
    expect(JSON.stringify(lines)).not.toMatch(/test-pinecone-key|"vector"|topK/);
  });

  it('is left alone after failures in a row, and asked again after a rest', async () => {
    const index = pineconeIndex(settings({ breaker: { failures: 2, restMs: 60 } }));
    await index.upsert(space, vectors);
    pinecone.behave({ status: 500 });
    for (let turn = 0; turn < 2; turn++) await expect(index.nearest(space, asked, 2, new Date(0))).rejects.toMatchObject({ reason: 'unavailable' });
    const before = pinecone.asked.length;
    await expect(index.nearest(space, asked, 2, new Date(0))).rejects.toMatchObject({ reason: 'paused' });
    expect(pinecone.asked).toHaveLength(before);
    pinecone.behave({});
    await vi.waitFor(async () => expect(await index.nearest(space, asked, 2, new Date(0))).toHaveLength(2));
    expect(queries()).toBeGreaterThan(0);
  });

  it('whose machine is gone fails as well', async () => {
    await expect(pineconeIndex(settings({ controllerUrl: 'http://127.0.0.1:9' })).nearest(space, asked, 2, new Date(0))).rejects.toMatchObject({ reason: 'unavailable' });
  });
});

describe('the choice of the index', () => {
  it.each([{ apiKey: '' }, { indexName: '' }])('is the embedded one alone while Pinecone is not set up: %j', async (change) => {
    expect(await outsideIndex(settings(change))).toBeNull();
  });
  it('is Pinecone with a key and a name, the same for each comparison of an instance', async () => {
    const index = await outsideIndex(settings());
    expect(index!.provider).toBe('pinecone');
    expect(await outsideIndex(settings())).toBe(index);
  });
});
