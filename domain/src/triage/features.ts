import type { Token } from './text.ts';

/** Words, pairs of neighbours, and three to five letters in a row inside words; each block is weighed by itself. */
export const blocks = 3;

/** What a word has by itself, as keys: the word, and its letters in a row. */
export interface WordFeatures {
  word: number;
  letters: readonly number[];
}

/** How often each feature occurs, per block, by its key; and to which tokens it belongs. */
export interface Features {
  counts: Map<number, number>[];
  /** How many different words there are, with those of which the key is unknown. */
  words: number;
  /** For each token its word's, shared by all that are the same word. */
  byToken: readonly WordFeatures[];
  /** For each token the pair that it is with the next one; `unknown` for the last of a field. */
  pairs: readonly number[];
}

/** In the place of a key: a feature that is not counted. */
export const unknown = -1;

const offset = 0x811c9dc5;
const blank = 0x20;

/** FNV-1a over UTF-16 units, goes on from what came before. */
function goOn(hash: number, text: string, from = 0, to = text.length): number {
  for (let index = from; index < to; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

/** A final mix; 32 bits, so that strangers practically never meet. */
function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The hash of a feature, or of a part of the text, without a string of its own. */
export const hashOf = (block: number, text: string, from?: number, to?: number): number => mixed(goOn(offset ^ block, text, from, to));

/** What is known of words, for several readings of the same text. */
export class Lexicon {
  readonly #words = new Map<string, WordFeatures>();
  readonly #keyOf: (hash: number) => number;

  /** @param keyOf by what a feature is counted, `unknown` where it is not to be */
  constructor(keyOf: (hash: number) => number = (hash) => hash) {
    this.#keyOf = keyOf;
  }

  word(text: string): WordFeatures {
    let own = this.#words.get(text);
    if (!own) this.#words.set(text, (own = this.#read(text)));
    return own;
  }

  /** Of two words with a blank between them. */
  pair(one: string, other: string): number {
    const begun = Math.imul(goOn(offset ^ 1, one) ^ blank, 0x01000193);
    return this.#keyOf(mixed(goOn(begun, other)));
  }

  #read(text: string): WordFeatures {
    const letters: number[] = [];
    if (!text.startsWith('<')) {
      const word = `^${text}$`;
      for (let size = 3; size <= 5; size++) {
        for (let at = 0; at + size <= word.length; at++) {
          const key = this.#keyOf(hashOf(2, word, at, at + size));
          if (key !== unknown) letters.push(key);
        }
      }
    }
    return { word: this.#keyOf(hashOf(0, text)), letters };
  }
}

/** What the model sees of a text; fields are given apart, so that no pair spans two of them. */
export function featuresOf(fields: readonly (readonly Token[])[], lexicon: Lexicon = new Lexicon()): Features {
  const counts = Array.from({ length: blocks }, () => new Map<number, number>());
  const byToken: WordFeatures[] = [];
  const pairs: number[] = [];
  const times = new Map<WordFeatures, number>();
  const add = (block: number, key: number, by: number): void => void counts[block]!.set(key, (counts[block]!.get(key) ?? 0) + by);
  for (const tokens of fields) {
    for (let index = 0; index < tokens.length; index++) {
      const own = lexicon.word(tokens[index]!.text);
      times.set(own, (times.get(own) ?? 0) + 1);
      byToken.push(own);
      const pair = index + 1 < tokens.length ? lexicon.pair(tokens[index]!.text, tokens[index + 1]!.text) : unknown;
      pairs.push(pair);
      if (pair !== unknown) add(1, pair, 1);
    }
  }
  for (const [{ word, letters }, count] of times) {
    if (word !== unknown) add(0, word, count);
    for (const key of letters) add(2, key, count);
  }
  return { counts, words: times.size, byToken, pairs };
}
