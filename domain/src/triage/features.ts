import type { Token } from './text.ts';

/** Words, pairs of neighbours, and three to five letters in a row inside words; each block is weighed by itself. */
export const blocks = 3;

/** What a word has by itself, as hashes: the word, and its letters in a row. */
export interface WordFeatures {
  word: number;
  letters: readonly number[];
}

/** How often each feature occurs, per block, by its hash; and to which tokens it belongs. */
export interface Features {
  counts: Map<number, number>[];
  /** For each token its word's, shared by all that are the same word, and the pairs that it is half of. */
  byToken: { own: WordFeatures; pairs: number[] }[];
}

/** FNV-1a over UTF-16 units with a final mix; 32 bits, so that strangers practically never meet. */
export function hashOf(block: number, text: string): number {
  let hash = (0x811c9dc5 ^ block) >>> 0;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function wordFeatures(text: string): WordFeatures {
  const letters: number[] = [];
  if (!text.startsWith('<')) {
    const word = `^${text}$`;
    for (let size = 3; size <= 5; size++) for (let at = 0; at + size <= word.length; at++) letters.push(hashOf(2, word.slice(at, at + size)));
  }
  return { word: hashOf(0, text), letters };
}

/**
 * What the model sees of a text; fields are given apart, so that no pair spans two of them.
 * @param words what is known of words already, and learns of new ones: for several readings of the same text
 */
export function featuresOf(fields: readonly (readonly Token[])[], words: Map<string, WordFeatures> = new Map<string, WordFeatures>()): Features {
  const counts = Array.from({ length: blocks }, () => new Map<number, number>());
  const byToken: Features['byToken'] = [];
  const times = new Map<WordFeatures, number>();
  const add = (block: number, hash: number, by: number): void => void counts[block]!.set(hash, (counts[block]!.get(hash) ?? 0) + by);
  for (const tokens of fields) {
    const first = byToken.length;
    for (const { text } of tokens) {
      let own = words.get(text);
      if (!own) words.set(text, (own = wordFeatures(text)));
      times.set(own, (times.get(own) ?? 0) + 1);
      byToken.push({ own, pairs: [] });
    }
    for (let index = 0; index + 1 < tokens.length; index++) {
      const pair = hashOf(1, `${tokens[index]!.text} ${tokens[index + 1]!.text}`);
      add(1, pair, 1);
      byToken[first + index]!.pairs.push(pair);
      byToken[first + index + 1]!.pairs.push(pair);
    }
  }
  for (const [{ word, letters }, count] of times) {
    add(0, word, count);
    for (const hash of letters) add(2, hash, count);
  }
  return { counts, byToken };
}
