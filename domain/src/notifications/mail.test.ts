import { describe, expect, test } from 'vitest';
import { afterDoubt, backOff, mostAttempts } from './mail.ts';

const begunAt = new Date('2026-01-15T12:00:00Z');
const later = new Date(begunAt.getTime() + 1);

describe('a mail of which the provider says nothing', () => {
  test('was not taken when the provider told of later ones, and is tried again', () => expect(afterDoubt({ begunAt, attempts: 1 }, later)).toBe('again'));
  test('stays unclear when the provider tells of none, or only of earlier ones', () => {
    expect([null, begunAt, new Date(0)].map((heardOf) => afterDoubt({ begunAt, attempts: 1 }, heardOf))).toEqual(['unclear', 'unclear', 'unclear']);
  });
  test('is not tried for ever', () => expect(afterDoubt({ begunAt, attempts: mostAttempts }, later)).toBe('unclear'));
});

test('attempts grow apart up to an hour', () => expect([1, 2, 3, 7, 8].map((attempt) => backOff(attempt) / 60_000)).toEqual([1, 2, 4, 60, 60]));
