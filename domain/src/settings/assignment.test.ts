import { expect, test } from 'vitest';
import { nextInTurn } from './assignment.ts';

test('work goes round: everybody once before anybody twice', () => {
  const people = ['cleo', 'ana', 'ben'];
  const turns: string[] = [];
  let last: string | null = null;
  for (let i = 0; i < 6; i++) turns.push((last = nextInTurn(people, last)!));
  expect(turns).toEqual(['ana', 'ben', 'cleo', 'ana', 'ben', 'cleo']);
});

test('somebody who has left the round is passed over, and an empty round gives nobody', () => {
  expect(nextInTurn(['ana', 'cleo'], 'ben')).toBe('cleo');
  expect(nextInTurn([], 'ana')).toBeNull();
});
