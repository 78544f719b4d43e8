import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conceptsOf } from './concepts.ts';
import { ProfileIndex } from './index-of-profiles.ts';
import { lettersOf, piecesOf, rarityBuckets } from './letters.ts';
import { comparedText, leadingCategory, levelOf, profileLength, profileOf, readModel, scoreOf, type SimilarModel } from './profile.ts';
import { companyOf, whyAlike, withNeighbour, type Neighbour } from './similar.ts';
import stored from './model.json' with { type: 'json' };

const model = readModel(stored as SimilarModel);
const shares = [0.7, 0.2, 0.1, 0, 0, 0, 0, 0, 0];
const meaning = (seed: number): Float32Array => Float32Array.from({ length: 512 }, (_, index) => Math.sin(seed * 7 + index));
const product = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, index) => sum + value * b[index]!, 0);

describe('a profile', () => {
  it('gives the weighted sum of how alike the parts are', () => {
    const report = { text: 'A courier text asks for a customs fee', meaning: meaning(1), shares };
    const { weights } = model;
    const one = profileOf(model, report);
    expect(one).toHaveLength(profileLength(512));
    expect(product(one, one)).toBeCloseTo(weights.meaning + weights.letters + weights.things + weights.category, 3);
    expect(leadingCategory(one)).toBe('phishing');
  });
  it('of a text that says nothing is near to nothing', () => {
    const empty = profileOf(model, { text: '', meaning: new Float32Array(512), shares: shares.map(() => 0) });
    expect([...empty].every((value) => value === 0)).toBe(true);
    expect(levelOf(model, scoreOf(model, product(empty, profileOf(model, { text: 'Stolen laptop', meaning: meaning(2), shares }))), 'use-lite', 0)).toBeNull();
    expect(leadingCategory(empty)).toBeNull();
  });
  it('is never called a likely duplicate by a line that was drawn for another model', () => {
    expect(levelOf(model, 0.99, model.embedding, 0)).toBe('likely duplicate');
    expect(levelOf(model, 0.99, 'gemini-embedding-001', 0)).toBe('similar');
  });
  it('is only similar to what is more than a week away', () => {
    expect([6, 7, 8].map((days) => levelOf(model, 0.99, model.embedding, days * 86_400_000))).toEqual(['likely duplicate', 'likely duplicate', 'similar']);
  });
  it('reads what was written first, and not what is quoted', () => {
    expect(comparedText({ title: 'Odd mail', description: 'See this:\n> click here\n> now\nI did not.' })).toBe('Odd mail. See this:\nI did not.');
    expect(comparedText({ title: 'x'.repeat(200), description: 'y'.repeat(5000) })).toHaveLength(600);
  });
  it('takes hostile texts in linear time', () => {
    const rarity = new Uint8Array(rarityBuckets).fill(1);
    for (const text of ['a'.repeat(200_000), '-'.repeat(200_000), 'ab '.repeat(60_000), `${'('.repeat(50_000)}${'>'.repeat(50_000)}`]) {
      const started = performance.now();
      lettersOf(comparedText({ title: text.slice(0, 200), description: text }), rarity);
      piecesOf(text);
      expect(performance.now() - started).toBeLessThan(1000);
    }
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void expect([...lettersOf(text, rarity)].every(Number.isFinite)).toBe(true)));
    expect(conceptsOf('constructor')).toEqual([]);
    expect(conceptsOf('__proto__')).toEqual([]);
  });
});

describe('the index', () => {
  const axis = (place: number, value = 1): Float32Array => Float32Array.from({ length: 4 }, (_, index) => (index === place ? value : 0));
  it('finds what a plain sort finds', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 60 }), (rows) => {
        const index = new ProfileIndex(4, 2);
        rows.forEach((row, place) => index.set(`id-${String(place).padStart(3, '0')}`, Float32Array.from(row)));
        const query = Float32Array.from([1, 2, -1, 0.5]);
        const plain = rows.map((row, place) => ({ id: `id-${String(place).padStart(3, '0')}`, product: product(query, Float32Array.from(row)) })).sort((a, b) => b.product - a.product || (a.id < b.id ? -1 : 1));
        expect(index.nearest(query, 5)).toEqual(plain.slice(0, 5));
      }),
    );
  });
  it('replaces, forgets and uses a place again', () => {
    const index = new ProfileIndex(4, 1);
    index.set('a', axis(0));
    index.set('b', axis(1));
    index.set('a', axis(0, 3));
    index.delete('b');
    index.delete('never');
    index.set('c', axis(2, 2));
    expect(index.size).toBe(2);
    expect(index.nearest(Float32Array.from([1, 1, 1, 1]), 9).map(({ id, product: value }) => [id, value])).toEqual([['a', 3], ['c', 2]]);
    expect(index.nearest(axis(0), 9, (id) => id !== 'a').map(({ id }) => id)).toEqual(['c']);
  });
  it('refuses a profile of another model', () => {
    expect(() => new ProfileIndex(4).set('a', new Float32Array(5))).toThrow(RangeError);
    expect(() => new ProfileIndex(4).nearest(new Float32Array(5), 1)).toThrow(RangeError);
  });
});

describe('what is told', () => {
  const at = new Date('2026-01-01T10:00:00Z');
  const report = { title: 'Parcel fee text', description: 'customs-fee.example wants 2.99 from me', category: 'phishing' as const, createdAt: at, observables: ['customs-fee.example'] };
  it('of why names what both share, and nothing of the other alone', () => {
    const other = { ...report, title: 'Salary of Nadia', description: 'she paid the parcel fee at customs-fee.example', createdAt: new Date(at.getTime() + 90 * 60_000) };
    const why = whyAlike(report, other);
    expect(why).toEqual({ observables: ['customs-fee.example'], words: ['customs-fee.example', 'parcel'], category: 'phishing', minutesApart: 90 });
    expect(JSON.stringify(why)).not.toContain('Nadia');
  });
  it('keeps the five nearest, each once', () => {
    const neighbour = (id: string, score: number): Neighbour => ({ id, score, level: 'similar', why: { observables: [], words: [], category: null, minutesApart: 0 } });
    const five = ['a', 'b', 'c', 'd', 'e'].map((id, index) => neighbour(id, 0.5 + index / 10));
    expect(withNeighbour(five, neighbour('f', 0.55)).map(({ id }) => id)).toEqual(['e', 'd', 'c', 'b', 'f']);
    expect(withNeighbour(five, neighbour('a', 0.95)).map(({ id }) => id)).toEqual(['a', 'e', 'd', 'c', 'b']);
  });
  it('of colleagues is coarse, and nothing where it would be one or two', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 10, 11, 400].map(companyOf)).toEqual([null, null, null, '3', '4', '5', 'more than 5', 'more than 5', 'more than 10', 'more than 10']);
  });
});
