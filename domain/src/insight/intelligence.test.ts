import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AiDecision } from '../triage/ledger.ts';
import { compareDay, median, sameWeekdays } from './anomaly.ts';
import { compareThreats, sameRate } from './threats.ts';
import { fewestDecisions, qualityOf } from './triage-quality.ts';

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

describe('the quality of triage', () => {
  const decided = (confidence: number, categoryRight: boolean, more: Partial<AiDecision> = {}) =>
    ({
      provider: 'local', model: 'linear-1', output: { confidence },
      decision: { verdict: categoryRight ? 'accepted' : 'overridden', categoryRight, severityRight: true },
      ...more,
    }) as AiDecision;

  test('is agreement, overrides and calibration of what people decided, for each model', () => {
    const entries = [...Array.from({ length: 8 }, () => decided(0.95, true)), decided(0.95, false), decided(0.55, false), decided(0.95, true, { decision: null })];
    const [quality] = qualityOf(entries);
    expect(quality).toMatchObject({ decided: 10, categoryAgreement: 0.8, severityAgreement: 1, overrideRate: 0.2 });
    expect(quality!.bins).toEqual([
      { from: 0.5, to: 0.6, decided: 1, confidence: 0.55, right: 0 },
      { from: 0.9, to: 1, decided: 9, confidence: 0.95, right: 0.889 },
    ]);
    expect(quality!.calibrationError).toBeCloseTo(0.9 * 0.061 + 0.1 * 0.55, 2);
  });

  test('says nothing in shares while there are few decisions', () => {
    const [few] = qualityOf(Array.from({ length: fewestDecisions - 1 }, () => decided(0.9, true)));
    expect(few).toMatchObject({ decided: fewestDecisions - 1, categoryAgreement: null, overrideRate: null, calibrationError: null });
    expect(qualityOf([])).toEqual([]);
  });
});
