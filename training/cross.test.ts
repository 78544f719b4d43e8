import { expect, it } from 'vitest';
import { categories, type Category } from '../domain/src/incidents/vocabulary.ts';
import type { Example } from './corpus.ts';
import { doubtsOf, stepsOf, temperaturesOf } from './cross.ts';

const example = (label: Category, voice: Example['voice'], accepted: readonly Category[] = [label]): Example =>
  ({ id: 'x', title: '', description: '', label, accepted, severity: null, acceptedSeverities: [], voice, group: 'x', tags: [] });
const scoresFor = (category: Category, height = 2): number[] => categories.map((other) => (other === category ? height : -1));
const countsOf = (one: Example, says: Category): number[] => [...doubtsOf([one], [scoresFor(says)])];

it('counts a label less that nobody else would have given, and what contradicts it alike', () => {
  const counts = countsOf(example('malware', 'summary'), 'data_breach');
  const less = categories.filter((_, k) => counts[k]! < 1);
  expect(new Set(less)).toEqual(new Set(['malware', 'data_breach']));
  expect(Math.max(...counts.filter((count) => count < 1))).toBeLessThan(0.01);
});

it.each([
  ['is confirmed', example('malware', 'summary'), 'malware'],
  ['is accepted beside another', example('malware', 'summary', ['malware', 'data_breach']), 'data_breach'],
  ['is one of ours', example('malware', 'employee'), 'data_breach'],
  ['is of a kind with few examples', example('phishing', 'summary'), 'data_breach'],
] as const)('counts a label in full that %s', (_, one, says) => {
  expect(countsOf(one, says)).toEqual(categories.map(() => 1));
});

it('is less sure for a voice in which it errs more often', () => {
  const told = Array.from({ length: 40 }, (_, at) => example('malware', at % 2 === 0 ? 'employee' : 'summary'));
  const scores = told.map(({ voice }, at) => (voice === 'summary' && at % 5 === 0 ? scoresFor('data_breach', 0.5) : scoresFor('malware', 0.5)));
  const { employee, summary } = temperaturesOf(told, scores);
  expect(summary).toBeGreaterThan(employee);
});

it('says of each step of confidence how often it was right there, for each voice by itself', () => {
  const told = Array.from({ length: 40 }, (_, at) => example('malware', at % 2 === 0 ? 'employee' : 'summary'));
  const scores = told.map((_, at) => scoresFor(at % 8 === 0 ? 'data_breach' : 'malware', at < 20 ? 5 : -0.9));
  const { employee, summary } = stepsOf(told, scores, { employee: 1, summary: 1 });
  expect(employee).toEqual([0.8, 0, 0, 0.7]);
  expect(summary).toEqual([1, 0, 0, 1]);
});
