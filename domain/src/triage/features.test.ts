import { expect, test } from 'vitest';
import { featuresOf, hashOf, Lexicon, unknown } from './features.ts';
import { tokenise } from './text.ts';

const fields = ['Strange mail, strange link', 'The link in the mail asks for my password 🙂 hxxp://evil.example. The mail'].map(tokenise);

/** What is counted, spelled out as strings. */
function spelled(): Map<number, number>[] {
  const counts = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  const add = (block: number, text: string): void => void counts[block]!.set(hashOf(block, text), (counts[block]!.get(hashOf(block, text)) ?? 0) + 1);
  for (const tokens of fields) {
    tokens.forEach(({ text }, index) => {
      add(0, text);
      if (index > 0) add(1, `${tokens[index - 1]!.text} ${text}`);
      if (!text.startsWith('<')) for (let size = 3; size <= 5; size++) for (let at = 0; at + size <= text.length + 2; at++) add(2, `^${text}$`.slice(at, at + size));
    });
  }
  return counts;
}

test('counts words, pairs within a field, and letters in a row', () => {
  expect(featuresOf(fields).counts).toEqual(spelled());
});

test('counts only what has a key, the same for each reading with the same lexicon', () => {
  const even = new Lexicon((hash) => (hash % 2 === 0 ? hash / 2 : unknown));
  const expected = spelled().map((counts) => new Map([...counts].filter(([hash]) => hash % 2 === 0).map(([hash, count]) => [hash / 2, count])));
  const features = featuresOf(fields, even);
  expect(features.counts).toEqual(expected);
  expect(features.words).toBe(spelled()[0]!.size);
  expect(featuresOf(fields, even).counts).toEqual(expected);
});

test('knows which pair a word is half of, and none across fields', () => {
  const { pairs, byToken } = featuresOf(fields);
  expect(byToken.map(({ word }) => word)).toEqual(fields.flat().map(({ text }) => hashOf(0, text)));
  expect(pairs.slice(0, 4)).toEqual([hashOf(1, 'strange mail'), hashOf(1, 'mail strange'), hashOf(1, 'strange link'), unknown]);
});
