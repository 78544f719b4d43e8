import { expect, it } from 'vitest';
import { marksIn, triageMarks } from './spans.ts';

const mark = { field: 'description' as const, start: 2, end: 6, text: 'odd ' };

it('finds words where they were, where they went, or not at all', () => {
  const find = (text: string) => marksIn('description', text, [{ ...mark, text: 'mail', start: 4, end: 8 }], () => 'why');
  expect(find('odd mail')).toEqual([{ start: 4, end: 8, title: 'why' }]);
  expect(find('a very odd mail')).toEqual([{ start: 11, end: 15, title: 'why' }]);
  expect(find('nothing')).toEqual([]);
  expect(marksIn('title', 'odd mail', [mark], () => '')).toEqual([]);
});

it('says of each marked word what it did, in the title as in the text', () => {
  const reasons = [{ field: 'title' as const, start: 0, end: 6, text: 'Stolen', weight: 0.8 }, { field: 'title' as const, start: 7, end: 11, text: 'mail', weight: -0.2 }];
  const quote = { field: 'description' as const, start: 0, end: 4, text: 'gone' };
  const incident = { title: 'Stolen mail', description: 'gone', triage: { reasons } } as unknown as Parameters<typeof triageMarks>[1];
  const details = { techniques: [], triage: { severity: { factors: [{ meaning: 'A factor', points: 1, span: reasons[0] }] }, opinions: [{ provider: 'local', quotes: [quote] }, { provider: 'gemini', quotes: [quote] }] } } as unknown as Parameters<typeof triageMarks>[2];
  expect(triageMarks('title', incident, details).map(({ title }) => title)).toEqual(['Spoke for the category', 'Spoke against the category', 'A factor']);
  expect(triageMarks('description', incident, details)).toEqual([{ start: 0, end: 4, title: 'Gemini rests on it' }]);
  expect(triageMarks('description', incident, null)).toEqual([]);
});
