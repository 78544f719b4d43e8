import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categories } from '../incidents/vocabulary.ts';
import type { SeverityHead } from './model.ts';
import { doubtIn } from './severity.ts';

const each = (value: (kind: number) => number): Float32Array => Float32Array.from(categories, (_, kind) => value(kind));
/** The later a category stands in the list, the nearer to high its incidents begin. */
const learned = { categories: each((kind) => kind), high: each(() => 6), critical: each(() => 9) } as unknown as SeverityHead;
const shares = (...parts: number[]): number[] => categories.map((_, kind) => parts[kind] ?? 0);

describe('a doubt about the category', () => {
  test('adds as far as what else it may be begins higher, and is named', () => {
    expect(doubtIn(learned, shares(0.6, 0, 0.4), categories[0])).toMatchObject([{ key: 'doubt', points: 0.8, span: null }]);
  });

  test('adds nothing where there is none, or where the rest begins lower', () => {
    expect(doubtIn(learned, shares(1), categories[0])).toEqual([]);
    expect(doubtIn(learned, shares(0.4, 0, 0.6), categories[2])).toEqual([]);
  });

  test('never lowers, and never adds more than a point', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: categories.length, maxLength: categories.length }), fc.constantFrom(...categories), (parts, category) => {
        const sum = Math.max(1, parts.reduce((all, part) => all + part, 0));
        for (const { points } of doubtIn(learned, parts.map((part) => part / sum), category)) {
          expect(points).toBeGreaterThan(0);
          expect(points).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
