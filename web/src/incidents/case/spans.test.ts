import { expect, it } from 'vitest';
import { marksIn } from './spans.ts';

const mark = { field: 'description' as const, start: 2, end: 6, text: 'odd ' };

it('finds words where they were, where they went, or not at all', () => {
  const find = (text: string) => marksIn('description', text, [{ ...mark, text: 'mail', start: 4, end: 8 }], () => 'why');
  expect(find('odd mail')).toEqual([{ start: 4, end: 8, title: 'why' }]);
  expect(find('a very odd mail')).toEqual([{ start: 11, end: 15, title: 'why' }]);
  expect(find('nothing')).toEqual([]);
  expect(marksIn('title', 'odd mail', [mark], () => '')).toEqual([]);
});
