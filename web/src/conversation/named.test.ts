import { expect, it } from 'vitest';
import { matching, namingAt } from './named.ts';

it('sees a name being typed at the caret and nowhere else', () => {
  expect(namingAt('ask @an', 7)).toEqual({ from: 4, query: 'an' });
  expect(namingAt('@', 1)).toEqual({ from: 0, query: '' });
  expect(namingAt('mail ana@ex', 11)).toBeNull();
  expect(namingAt('ask @an', 3)).toBeNull();
  expect(namingAt('@ an', 4)).toBeNull();
  expect(namingAt('@a\nb', 4)).toBeNull();
});

it('finds people by any part of their name', () => {
  const people = [{ name: 'Ana Ruiz' }, { name: 'Rudi Ana' }, { name: 'Bo Berg' }];
  expect(matching(people, 'ru').map(({ name }) => name)).toEqual(['Ana Ruiz', 'Rudi Ana']);
  expect(matching(people, 'ana r').map(({ name }) => name)).toEqual(['Ana Ruiz']);
});
