import { describe, expect, test } from 'vitest';
import type { AiDecision } from '../triage/ledger.ts';
import { fewestDecisions, qualityOf } from './triage-quality.ts';

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
