import { expect, test } from 'vitest';
import { enterOutputs, recordDecision, type AiOutput } from './ledger.ts';

const output = (provider: string, category: 'phishing' | 'malware'): AiOutput => ({
  provider, model: 'm', promptVersion: null, latencyMs: 1, tokens: null, output: { category, confidence: 0.9, severity: 'high', alternatives: [] },
});
const at = new Date(0);
const by = { uid: 'ana', name: 'Ana' };

test('each output of a triage has an entry of its own, with an id that a repeated commit meets again', () => {
  const { ledger, writes } = enterOutputs({ incidentId: 'inc', run: 3, inputSha256: 'h', at }, [output('local', 'phishing'), output('gemini', 'malware')]);
  expect(ledger).toEqual([{ id: 'inc-3-local', category: 'phishing', severity: 'high' }, { id: 'inc-3-gemini', category: 'malware', severity: 'high' }]);
  expect(writes.map(({ path }) => path)).toEqual(['aiDecisions/inc-3-local', 'aiDecisions/inc-3-gemini']);
  expect(writes[0]).toMatchObject({ create: { kind: 'triage', incidentId: 'inc', decision: null } });
});

test('a decision judges every output by what the person left standing, also the one that was right against the others', () => {
  const { ledger } = enterOutputs({ incidentId: 'inc', run: 3, inputSha256: 'h', at }, [output('local', 'phishing'), output('gemini', 'malware')]);
  const writes = recordDecision(ledger, { category: 'malware', severity: 'high', by, at, reasons: { category: 'It ran.' } });
  expect(writes.map((write) => ('merge' in write ? [write.merge.decision.verdict, write.merge.decision.categoryRight, write.merge.decision.reasons.category] : null))).toEqual([
    ['overridden', false, 'It ran.'], ['accepted', true, 'It ran.'],
  ]);
});

test('nothing is recorded where there was no output, or nothing is decided yet', () => {
  expect(recordDecision(undefined, { category: 'malware', severity: 'high', by, at, reasons: {} })).toEqual([]);
  expect(recordDecision([{ id: 'x', category: 'malware', severity: 'low' }], { category: 'malware', severity: null, by, at, reasons: {} })).toEqual([]);
});
