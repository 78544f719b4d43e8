import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AiDecision } from '../domain/src/triage/ledger.ts';
import { expect, test } from 'vitest';
import { correctionsFrom } from '../training/corrections.ts';
import { readExamples } from '../training/corpus.ts';

const by = { uid: 'ana', name: 'Ana' };
const entry = (incidentId: string | null, decision: Partial<NonNullable<AiDecision['decision']>> | null): AiDecision => ({
  kind: 'triage', provider: 'local', model: 'linear-1', promptVersion: null, latencyMs: 1, tokens: null, incidentId, inputSha256: '', at: new Date(0),
  output: { category: 'phishing', confidence: 0.9, severity: 'low', alternatives: [] },
  decision: decision && { verdict: 'overridden', by, at: new Date(1), reasons: {}, category: 'malware', severity: 'high', categoryRight: false, severityRight: false, ...decision },
});

test('what people corrected comes back from the file as the training reads it', () => {
  const report = { title: 'Odd "mail"', description: 'Line one\nline two, with ünïcode \u2028 and a tab\t.' };
  const lines = correctionsFrom(
    [entry('one', {}), entry('one', { category: 'data_breach', at: new Date(2) }), entry('two', { verdict: 'accepted' }), entry('three', null), entry(null, {}), entry('gone', {})],
    (id) => (id === 'gone' ? null : report),
  );
  const folder = mkdtempSync(join(tmpdir(), 'corrections-'));
  try {
    const file = join(folder, 'corrections.jsonl');
    writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    expect(readExamples(file)).toMatchObject([
      { id: 'one', ...report, label: 'data_breach', accepted: ['data_breach'], severity: 'high', acceptedSeverities: ['high'], voice: 'employee', tags: ['correction'] },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
