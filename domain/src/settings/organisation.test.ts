import { expect, it } from 'vitest';
import { Organisation } from './organisation.ts';

it('takes domains as people write them, each once and in order', () => {
  expect(Organisation.parse({ domains: ['Secura.com', '@mail.secura.com', 'secura.com.', ' a.example '] }).domains).toEqual(['a.example', 'mail.secura.com', 'secura.com']);
});

it.each([['https://secura.com'], ['secura.com/x'], ['secura'], ['*.secura.com'], ['se cura.com'], ['-x.com'], ['a..com'], ['']])('refuses %s and says how it is written', (domain) => {
  expect(Organisation.safeParse({ domains: [domain] }).success).toBe(false);
});

it('refuses a list without end, and what is no list', () => {
  for (const domains of [Array.from({ length: 51 }, (_, index) => `d${index}.com`), 'secura.com', { length: '9' }, [7], undefined]) expect(Organisation.safeParse({ domains }).success).toBe(false);
});
