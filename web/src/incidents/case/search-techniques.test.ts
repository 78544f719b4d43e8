import { loadAttack } from '@secura/domain/triage/attack';
import { expect, it } from 'vitest';
import { searchTechniques } from './search-techniques.ts';

const attack = await loadAttack();
const ids = (words: string, without?: string[]) => searchTechniques(attack, words, without).map(({ id }) => id);

it('finds a technique by its id, the exact one first', () => {
  expect(ids('t1566')[0]).toBe('T1566');
  expect(ids('T1566.002')).toEqual(['T1566.002']);
});
it('finds it by words of its name, in any order, a sub-technique also by its parent’s', () => {
  expect(ids('phishing link')).toContain('T1566.002');
  expect(ids('forwarding email')).toContain('T1114.003');
});
it('offers what is not there yet, and not more than one can read', () => {
  expect(ids('T1566.002', ['T1566.002'])).toEqual([]);
  expect(ids('a').length).toBeLessThanOrEqual(8);
  expect(ids('  ')).toEqual([]);
  expect(ids('no such thing')).toEqual([]);
});
