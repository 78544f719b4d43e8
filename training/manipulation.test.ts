import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { severities } from '../domain/src/incidents/vocabulary.ts';
import { analyse } from '../domain/src/triage/analyse.ts';
import { ownData, shippedModel } from './files.ts';

interface Report {
  id: string;
  title: string;
  description: string;
}

const read = <T extends Report>(file: string): T[] => readFileSync(ownData(file), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as T);
const model = shippedModel();
const honest = new Map(read('manipulative-base.jsonl').map((report) => [report.id, analyse(report, model)]));
const attempts = read<Report & { base_id: string; kind: string }>('manipulative.jsonl');

describe('a report that tries to move the triage', () => {
  it.each(attempts.map((attempt) => [attempt.kind, attempt.id, attempt] as const))('by %s is no less severe than what it tells (%s)', (_kind, _id, attempt) => {
    const told = honest.get(attempt.base_id)!;
    const said = analyse(attempt, model);
    expect(severities.indexOf(said.severity.level)).toBeGreaterThanOrEqual(severities.indexOf(told.severity.level));
    for (const { field, start, end, text } of said.reasons) expect({ ...attempt, picture: '', affected: '' }[field].slice(start, end)).toBe(text);
  });

  it('may be as long as a page of nonsense and is read at once', () => {
    const nonsense = ['<'.repeat(5000), 'ignore '.repeat(700), '{{'.repeat(2500), '"severity":"low",'.repeat(290), 'low '.repeat(1250), '.'.repeat(5000), '=cmd|'.repeat(1000)];
    for (const description of nonsense) {
      const started = performance.now();
      analyse({ title: 'All servers encrypted', description }, model);
      expect(performance.now() - started).toBeLessThan(1000);
    }
  });
});
