import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDay, median, sameWeekdays } from './anomaly.ts';

describe('an unusual day', () => {
  const quiet = [1, 0, 2, 1, 1, 0, 2, 1].map((reported) => ({ reported, category: { phishing: reported }, department: { Finance: 1 } }));

  test('is one with far more reports than the same weekday before, named by group', () => {
    const found = compareDay({ reported: 9, category: { phishing: 8, malware: 1 }, department: { Finance: 1, Sales: 8 } }, quiet);
    expect(found.filter(({ unusual }) => unusual).map(({ group, key }) => `${group} ${key}`).sort()).toEqual(['all all', 'category phishing', 'department Sales']);
    expect(found[0]!.score).toBeGreaterThanOrEqual(found.at(-1)!.score);
  });

  test('is not hidden by a wave some weeks ago, which a mean would let it be', () => {
    const wave = quiet.map((day, index) => (index === 3 ? { ...day, reported: 40 } : day));
    expect(compareDay({ reported: 9 }, wave)[0]).toMatchObject({ unusual: true, median: 1 });
  });

  test('is neither two reports after silence, nor fewer than usual', () => {
    expect(compareDay({ reported: 2 }, [{}, {}, {}, {}])[0]!.unusual).toBe(false);
    expect(compareDay({ reported: 0 }, quiet.map((day) => ({ ...day, reported: 20 })))[0]!.unusual).toBe(false);
  });

  test('is compared with days of its own weekday, across months and leap years', () => {
    expect(sameWeekdays('2028-03-07').slice(0, 2)).toEqual(['2028-02-29', '2028-02-22']);
    expect(new Set(sameWeekdays('2026-11-22').map((day) => new Date(day).getUTCDay()))).toEqual(new Set([0]));
  });

  test('a median splits any values in two halves', () => {
    fc.assert(fc.property(fc.array(fc.nat(1000), { minLength: 1 }), (values) => {
      const middle = median(values);
      expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2);
      expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2);
    }));
  });
});
