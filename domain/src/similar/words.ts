import { hashOf } from '../triage/features.ts';
import { tokenise } from '../triage/text.ts';
import { unit } from './vectors.ts';
import { stemOf, type WordTable } from './word-table.ts';

/** A word of a report, once for all its forms. */
export interface ReadWord {
  stem: string;
  /** As it was written, where it stands first. */
  written: string;
  rarity: number;
  vector: Float32Array | null;
}

/** Words that only hold a sentence together. */
export const plainWords: ReadonlySet<string> = new Set(
  'i me my the a an and or of to in on at is was are were be been it its this that he she they we you his her their our us them for with as by from not no so but if who what which there have has had do does did will would can could just about out up all one im id ive'.split(' '),
);

/** The words of a text without those that only hold a sentence together; numbers and addresses are no words. */
export function wordsOf(text: string, table: WordTable): ReadWord[] {
  const words = new Map<string, ReadWord>();
  for (const { text: word, start, end } of tokenise(text)) {
    if (word.startsWith('<') || plainWords.has(word)) continue;
    const stem = stemOf(word);
    if (!words.has(stem)) words.set(stem, { stem, written: text.slice(start, end), ...table.lookUp(word) });
  }
  return [...words.values()];
}

/** Dimensions that words are hashed into. */
export const wordDimensions = 512;
/** What is less rare says little of which event it was. */
const littleInSearch = 3;

/**
 * A text by its words: rare ones count more, signs keep strangers who share a place apart on average.
 * @returns `wordDimensions` numbers of length one; zeros for a text without rare words
 */
export function hashedWords(words: readonly ReadWord[]): Float32Array {
  const vector = new Float32Array(wordDimensions);
  for (const { stem, rarity } of words) {
    const place = hashOf(8, stem);
    vector[place % wordDimensions]! += (place & 0x10000 ? 1 : -1) * Math.max(0, rarity - littleInSearch);
  }
  return unit(vector);
}
