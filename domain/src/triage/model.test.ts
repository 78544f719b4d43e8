import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { categories } from '../incidents/vocabulary.ts';
import { hashOf } from './features.ts';
import { columns, decodeModel, encodeModel, ownVoice, pointsOf, scoresOf, severityColumn, sharesOf, summaryColumn, vectorOf, voiceColumn, weightOf, type ModelHead } from './model.ts';

const file = readFileSync(new URL('../../models/triage.bin', import.meta.url));

const head: ModelHead = {
  name: 'test', categories, features: 2, blockWeights: [1, 1, 1], scales: { employee: categories.map(() => 2), summary: categories.map(() => 1) }, biases: categories.map((_, k) => k / 10), temperatures: { employee: 1, summary: 2 }, steps: { employee: [0.45, 0.7, 0.9, 0.98], summary: [0.4, 0.65, 0.85, 0.95] }, voice: { scale: 1, bias: 0 }, largestIdf: 5,
  severity: { categories: categories.map(() => 3), high: categories.map(() => 6), critical: categories.map(() => 9), rules: {}, scale: 1.5 },
};

function small(): Uint8Array {
  const hashes = Uint32Array.from([hashOf(0, 'stolen'), hashOf(0, 'mail')]).sort();
  const weights = new Int8Array(2 * columns);
  weights[hashes.indexOf(hashOf(0, 'stolen')) * columns + categories.indexOf('physical_security')] = 127;
  weights[hashes.indexOf(hashOf(0, 'stolen')) * columns + summaryColumn + categories.indexOf('physical_security')] = 127;
  weights[hashes.indexOf(hashOf(0, 'stolen')) * columns + severityColumn] = -127;
  weights[hashes.indexOf(hashOf(0, 'mail')) * columns + voiceColumn] = 127;
  return encodeModel(head, hashes, Uint8Array.from([255, 255]), weights);
}

it('comes back from a file as it was laid out', () => {
  const model = decodeModel(small());
  const row = model.rowOf(hashOf(0, 'stolen'));
  expect([1, 0.5, 0].map((own) => weightOf(model, row, categories.indexOf('physical_security'), own))).toEqual([2, 1.5, 1]);
  expect(pointsOf(model, row)).toBe(-1.5);
  expect(model.rowOf(hashOf(0, 'unheard of'))).toBe(-1);
  const counts = [new Map([[hashOf(0, 'stolen'), 1]]), new Map<number, number>(), new Map<number, number>()];
  const scores = scoresOf(model, vectorOf(model, { counts }), 1);
  expect(scores[categories.indexOf('physical_security')]).toBeCloseTo(2.5);
});

it('is as sure of its best category as was right on that step, in the voice that speaks', () => {
  const model = decodeModel(small());
  const [told, summed] = ['mail', 'stolen'].map((word) => vectorOf(model, { counts: [new Map([[hashOf(0, word), 1]]), new Map(), new Map()] }));
  expect([ownVoice(model, told!), ownVoice(model, summed!)]).toEqual([1, 0.5]);
  const bestOf = (own: number, score: number): number => {
    const voiced = { ...model, voice: { scale: 0, bias: own * 2 - 1 }, biases: categories.map((_, k) => (k === 0 ? score : k / 100)) };
    const shares = sharesOf(voiced, new Map());
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    return Math.max(...shares);
  };
  expect([1, 3, 5, 9].map((score) => bestOf(1, score))).toEqual([0.45, 0.7, 0.9, 0.98].map((share) => expect.closeTo(share, 4)));
  expect(bestOf(0, 20)).toBeCloseTo(0.95);
  expect(bestOf(0.5, 20)).toBeCloseTo(0.965);
});

it('keeps the order of the categories, and gives two that are alike the same share', () => {
  const model = decodeModel(small());
  const shares = sharesOf({ ...model, biases: categories.map((_, k) => Math.floor(k / 2)) }, new Map());
  expect(shares[2]).toBeCloseTo(shares[3]!);
  expect(shares.every((share, k) => k === 0 || share >= shares[k - 1]! - 1e-12)).toBe(true);
});

it('refuses what is no model, and one of other categories', () => {
  expect(() => decodeModel(new TextEncoder().encode('PK\u0003\u0004 nothing of ours'))).toThrow('no triage model');
  const other = encodeModel({ ...head, categories: ['cats', 'dogs'] }, new Uint32Array(2), new Uint8Array(2), new Int8Array(20));
  expect(() => decodeModel(other)).toThrow('other categories');
});

it('is shipped small, without texts, and ready at once', () => {
  expect(file.length).toBeLessThan(4 * 1024 * 1024);
  expect(/[a-z]{4,} [a-z]{4,} [a-z]{4,}/i.test(file.toString('latin1'))).toBe(false);
  const started = performance.now();
  decodeModel(file);
  expect(performance.now() - started).toBeLessThan(1000);
});
