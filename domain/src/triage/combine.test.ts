import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categories, severities } from '../incidents/vocabulary.ts';
import { analyse } from './analyse.ts';
import { certaintyOf, cutPoints } from './certainty.ts';
import { combine, pool, sharesOfOpinion, weightsOf } from './combine.ts';
import { decodeModel } from './model.ts';
import { disagree, type Opinion } from './result.ts';

const model = decodeModel(readFileSync(new URL('../../models/triage.bin', import.meta.url)));
const phishing = analyse({ title: 'Phishing email', description: 'I clicked the link and entered my password on a fake login page.' }, model);
const foreign = analyse({ title: 'Нужна помощь', description: 'Все файлы зашифрованы, требуют выкуп.' }, model);
const opinion = (more: Partial<Opinion>): Opinion => ({ provider: 'gemini', model: 'g', category: 'phishing', confidence: 0.9, alternatives: [], severity: 'low', quotes: [], ...more });
const anyOpinion = fc.record({ category: fc.constantFrom(...categories), confidence: fc.double({ min: 0, max: 1, noNaN: true }), severity: fc.constantFrom(...severities) });
const equal = { local: 0.5, other: 0.5 };

describe('weights', () => {
  test('are equal until decisions tell the two apart, then favour who is right more often', () => {
    expect(weightsOf({ right: 0, decided: 0 }, { right: 0, decided: 0 })).toEqual({ local: 0.5, other: 0.5 });
    const apart = weightsOf({ right: 60, decided: 100 }, { right: 95, decided: 100 });
    expect(apart.other).toBeGreaterThan(0.7);
    expect(apart.local + apart.other).toBeCloseTo(1);
    expect(apart.local).toBeGreaterThan(0);
  });

  test('move little by few decisions, and stay finite whatever was decided', () => {
    expect(weightsOf({ right: 0, decided: 1 }, { right: 1, decided: 1 }).other).toBeLessThan(0.65);
    fc.assert(fc.property(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500), (a, b, c, d) => {
      const { local, other } = weightsOf({ right: a, decided: a + b }, { right: c, decided: c + d });
      expect(local > 0 && other > 0 && Math.abs(local + other - 1) < 1e-9).toBe(true);
    }));
  });
});

describe('pooling', () => {
  test('two who agree stay as sure as they were; two who contradict one another are half as sure', () => {
    const sure = sharesOfOpinion(opinion({ confidence: 0.9 }));
    expect(Math.max(...pool([{ shares: sure, weight: 0.5 }, { shares: sure, weight: 0.5 }]))).toBeCloseTo(0.9, 2);
    const contrary = sharesOfOpinion(opinion({ category: 'malware', confidence: 0.9 }));
    expect(Math.max(...pool([{ shares: sure, weight: 0.5 }, { shares: contrary, weight: 0.5 }]))).toBeLessThan(0.5);
  });

  test('gives shares that add up to one, for any opinions', () => {
    fc.assert(fc.property(anyOpinion, anyOpinion, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (a, b, weight) => {
      const shares = pool([{ shares: sharesOfOpinion(opinion(a)), weight }, { shares: sharesOfOpinion(opinion(b)), weight: 1 - weight }]);
      expect(shares.every((share) => share > 0)).toBe(true);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    }));
  });
});

describe('the joined triage', () => {
  test('is never less severe than the local one, and more by one level at most where the local one understood', () => {
    fc.assert(fc.property(anyOpinion, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (other, weight) => {
      const { severity } = combine(phishing, opinion(other), { local: weight, other: 1 - weight });
      const raised = severities.indexOf(severity.level) - severities.indexOf(phishing.severity.level);
      expect(raised === 0 || raised === 1).toBe(true);
    }));
  });

  test('names among the factors why it is more severe than its points, and nothing where it is not', () => {
    const quotes = [{ field: 'description' as const, start: 0, end: 9, text: 'I clicked' }];
    const { severity } = combine(phishing, opinion({ severity: 'critical', quotes }), equal);
    expect(severity).toMatchObject({ level: 'critical', next: null, points: phishing.severity.points });
    expect(severity.factors.at(-1)).toEqual({ key: 'raised', meaning: expect.stringContaining('second opinion') as string, points: 0, span: quotes[0] });
    expect(combine(phishing, opinion({ severity: 'low' }), equal).severity).toEqual(phishing.severity);
  });

  test('is what the other says where the local one understood nothing', () => {
    const result = combine(foreign, opinion({ category: 'malware', confidence: 0.92, severity: 'critical' }), equal);
    expect(result).toMatchObject({ category: 'malware', confidence: 0.92, severity: { level: 'critical' }, reasons: [] });
    expect(result.plan.map(({ id }) => id)).toContain('isolate-device');
  });

  test('does not let the other call an incident everyday trouble', () => {
    const result = combine(phishing, opinion({ category: 'other', confidence: 1 }), { local: 0.01, other: 0.99 });
    expect(result).toMatchObject({ category: 'phishing', advice: phishing.advice, plan: phishing.plan });
    expect(disagree(result.opinions!)).toBe(true);
  });

  test('follows a surer and better opinion, with its words, and a plan for what it says', () => {
    const quotes = [{ field: 'description' as const, start: 0, end: 9, text: 'I clicked' }];
    const result = combine(phishing, opinion({ category: 'malware', confidence: 0.999, severity: 'critical', quotes }), { local: 0.1, other: 0.9 });
    expect(result.category).toBe('malware');
    expect(result.finding).toBe('Malware, because of “I clicked”.');
    expect(result.plan.map(({ id }) => id)).toContain('isolate-device');
    expect(result.provider).toBe('local+gemini');
  });
});

test('a confidence is likely, possible or unclear by the cut points', () => {
  expect([0, cutPoints.possible - 0.001, cutPoints.possible, cutPoints.likely - 0.001, cutPoints.likely, 0.99].map(certaintyOf)).toEqual(['unclear', 'unclear', 'possible', 'possible', 'likely', 'likely']);
});
