import { expect, test } from 'vitest';
import { tokenise } from './text.ts';

const shown = (text: string): [string, string][] => tokenise(text).map((token) => [token.text, text.slice(token.start, token.end)]);

test.each([
  ['mathematical letters, of two units each', '𝐩𝐚𝐬𝐬𝐰𝐨𝐫𝐝 gone', [['password', '𝐩𝐚𝐬𝐬𝐰𝐨𝐫𝐝'], ['gone', 'gone']]],
  ['letters with accents of their own', 'cafe\u0301 link\u0301', [['cafe', 'cafe\u0301'], ['link', 'link\u0301']]],
  ['one character for two letters', 'the ﬁle ok', [['the', 'the'], ['file', 'ﬁle'], ['ok', 'ok']]],
  ['letters that nobody sees', 'pass\u200bword', [['password', 'pass\u200bword']]],
])('a word is found in whole characters: %s', (_kind, text, words) => {
  expect(shown(text)).toEqual(words);
});

test('no place parts a character in two, so that what is stored of a text is a text', () => {
  for (const text of ['𝐢 𝐜𝐥𝐢𝐜𝐤𝐞𝐝', '🏴‍☠️ laptop🙂stolen', 'x\ud835 y', '𝟏𝟐𝟑.𝟒 𝐱@𝐲.𝐝𝐞 𝐡𝐭𝐭𝐩𝐬://𝐚.𝐛']) {
    for (const { start, end } of tokenise(text)) expect(text.slice(start, end)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
  }
});
