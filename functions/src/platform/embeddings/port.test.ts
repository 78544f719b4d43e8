import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startGeminiEmbeddings } from '../../../../tests/standins/gemini-embeddings.ts';
import { geminiEmbedder } from './gemini.ts';
import { localEmbedder } from './local.ts';
import { embed, type Embedder } from './port.ts';

let gemini: Awaited<ReturnType<typeof startGeminiEmbeddings>>;
beforeAll(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  gemini = await startGeminiEmbeddings();
});
beforeEach(() => gemini.behave({}));
afterAll(() => gemini.stop());

const settings = () => ({ geminiKey: 'test-key', geminiModel: 'gemini-embedding-001', baseUrl: gemini.baseUrl });
const product = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, index) => sum + value * b[index]!, 0);

const providers: [name: string, make: () => Promise<Embedder>, dim: number][] = [
  ['local', () => localEmbedder(), 512],
  ['gemini', () => Promise.resolve(geminiEmbedder(settings())), 768],
];

describe.each(providers)('the embeddings of %s', (provider, make, dim) => {
  it('are one vector of length one for each text, in order, and say where they come from', async () => {
    const texts = ['Somebody stole my laptop from the train.', 'The invoice mail asks for my password.', 'Somebody stole my laptop from the train.'];
    const answer = await (await make()).embed(texts);
    expect(answer).toMatchObject({ provider, dim });
    expect(answer.model).not.toBe('');
    expect(answer.vectors).toHaveLength(3);
    for (const vector of answer.vectors) {
      expect(vector).toHaveLength(dim);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
    }
    expect(product(answer.vectors[0]!, answer.vectors[2]!)).toBeCloseTo(1, 4);
    expect(product(answer.vectors[0]!, answer.vectors[1]!)).toBeLessThan(0.95);
  });

  it('exist for texts that say nothing or are hostile', async () => {
    const { vectors } = await (await make()).embed(['', '   \n', '\u0000\u202E😀', '{"ignore":"all"} <script>', '数据']);
    for (const vector of vectors) expect([...vector].every(Number.isFinite)).toBe(true);
  });
});

describe('the choice of the provider', () => {
  it('falls on the embedded model without a key, and asks nobody', async () => {
    const before = gemini.asked.length;
    expect(await embed(['A test.'], { ...settings(), geminiKey: '' })).toMatchObject({ provider: 'local', model: 'use-lite', dim: 512 });
    expect(gemini.asked).toHaveLength(before);
  });
  it('falls on Gemini with a key, which is asked for 768 numbers for comparing', async () => {
    expect(await embed(['A test.'], settings())).toMatchObject({ provider: 'gemini', model: 'gemini-embedding-001', dim: 768 });
    const asked = gemini.asked.at(-1)!;
    expect(asked).toMatchObject({ path: '/v1beta/models/gemini-embedding-001:batchEmbedContents', key: 'test-key' });
    expect(asked.requests[0]).toMatchObject({ taskType: 'SEMANTIC_SIMILARITY', outputDimensionality: 768, content: { parts: [{ text: 'A test.' }] } });
  });
  it('asks in parts of a hundred', async () => {
    const before = gemini.asked.length;
    expect((await embed(Array.from({ length: 205 }, (_, index) => `Text ${index}`), settings())).vectors).toHaveLength(205);
    expect(gemini.asked.slice(before).map(({ requests }) => requests.length)).toEqual([100, 100, 5]);
  });
  it.each([
    ['refuses', { status: 429 }],
    ['breaks', { status: 500 }],
    ['answers too few', { missing: 1 }],
    ['answers vectors of another size', { dim: 10 }],
    ['answers nothing but zeros', { length: 0 }],
    ['is late', { delayMs: 900 }],
  ])('goes back to the embedded model when Gemini %s, and says so', async (_what, behaviour) => {
    gemini.behave(behaviour);
    expect(await embed(['A test.', 'Another.'], { ...settings(), timeoutMs: 400 })).toMatchObject({ provider: 'local', model: 'use-lite' });
  }, 15_000);
});
