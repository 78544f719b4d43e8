import { describe, expect, test } from 'vitest';
import { compareThreats, sameRate } from './threats.ts';

describe('threats', () => {
  const days = (phishing: number) => [{ category: { phishing } }];

  test('rise or fall only where chance is a poor explanation, and enough was reported', () => {
    const trend = (now: number, before: number, comparable = true) => compareThreats(days(now), days(before), 'category', comparable)[0]!.trend;
    expect(trend(20, 5)).toBe('rising');
    expect(trend(5, 20)).toBe('falling');
    expect(trend(8, 6)).toBe('steady');
    expect(trend(6, 0)).toBe('not enough data');
    expect(trend(20, 5, false)).toBe('not enough data');
  });

  test('the test of two counts gives known values', () => {
    expect(sameRate(5, 5)).toBe(1);
    // 2 · P(X ≥ 9), X binomial of 10 trials at one half: 2 · 11 / 1024.
    expect(sameRate(9, 1)).toBeCloseTo(22 / 1024, 10);
    expect(sameRate(900, 700)).toBeLessThan(0.001);
  });
});
