import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import type { TriageResult } from '../domain/src/triage/result.ts';
import { readExamples, type Example } from './corpus.ts';
import { figuresOf } from './measure.ts';

const folder = mkdtempSync(join(tmpdir(), 'secura-corpus-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (text: string): string => {
  const path = join(folder, 'reports.jsonl');
  writeFileSync(path, text);
  return path;
};
const read = (...rows: object[]): Example[] => readExamples(file(rows.map((row) => JSON.stringify(row)).join('\n')));
const one = (row: object): Example => read({ id: 'a-1', text: 'x', label: 'other', ...row })[0]!;

describe('a labelled report', () => {
  test.each([
    ['Spear Phishing', 'phishing'], ['social.Phishing', 'phishing'], ['social.Pretexting', 'social_engineering'], ['malware.Ransomware', 'malware'], ['hacking.SQLi', 'unauthorized_access'],
    ['hacking.DoS', 'denial_of_service'], ['error.Misdelivery', 'data_breach'], ['Improper Disposal', 'data_breach'], ['misuse.Privilege abuse', 'insider_threat'], ['physical.Theft', 'physical_security'],
    ['Hacking/IT Incident', 'unauthorized_access'], ['Unauthorized Access/Disclosure', 'unauthorized_access'], ['Theft', 'physical_security'], ['web_attack', 'unauthorized_access'], ['policy violation', 'insider_threat'],
    ['DENIAL-OF-SERVICE', 'denial_of_service'], ['not a security incident', 'other'], ['something else', 'other'],
  ])('labelled %s by another source is one of %s', (label, category) => {
    expect(one({ label }).label).toBe(category);
    expect(one({ label: undefined, category: label }).label).toBe(category);
  });

  it('is accepted as whatever a list or a single name allows', () => {
    expect(one({ label: 'phishing', also_ok: 'theft' }).accepted).toEqual(['phishing', 'physical_security']);
    expect(one({ label: null, labels_all: ['malware', 'hacking.DoS'] })).toMatchObject({ label: null, accepted: ['malware', 'denial_of_service'] });
  });

  it('may be without label, title or words', () => {
    expect(read({ id: 1 })[0]).toMatchObject({ id: '1', title: '', description: '', label: null, accepted: [], severity: null, acceptedSeverities: [] });
    expect(one({ description: '', text: 'the words' }).description).toBe('the words');
    expect(one({ title: null, description: 'told', text: 'other' })).toMatchObject({ title: '', description: 'told' });
  });

  it('has its levels however they are written, also where only a range is given', () => {
    expect(one({ severity: 'High', severity_ok: ['CRITICAL', 'nonsense'] }).acceptedSeverities).toEqual(['high', 'critical']);
    const rated = one({ severity_ok: ['low', 'medium'] });
    const result = { category: 'other', confidence: 0.9, alternatives: [], severity: { level: 'high' } } as unknown as TriageResult;
    expect(figuresOf([{ example: rated, result, right: true, ms: 1 }])).toMatchObject({ severityAccuracy: 0, severityWithinOne: 1 });
  });
});

describe('a file of them', () => {
  it('may begin with a byte order mark, and hold empty lines and Windows line ends', () => {
    expect(readExamples(file('\ufeff{"id":1,"label":"other"}\r\n\r\n{"id":2,"label":"other"}\r\n'))).toHaveLength(2);
  });

  it.each([['{bad', /line 1: /], ['{"id":1}\n[1]', /line 2: It is no JSON object/], ['null', /line 1: It is no JSON object/]])('is refused with the line that is wrong: %s', (text, sentence) => {
    expect(() => readExamples(file(text))).toThrow(sentence);
  });

  it('that is not there is named', () => expect(() => readExamples(join(folder, 'nowhere.jsonl'))).toThrow(/nowhere\.jsonl cannot be read/));
});
