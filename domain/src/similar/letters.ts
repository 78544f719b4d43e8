import { hashOf } from '../triage/features.ts';
import { tokenise } from '../triage/text.ts';
import { conceptCount, conceptsOf } from './concepts.ts';

/** Dimensions that four and five letters in a row are hashed into. */
export const letterDimensions = 512;
/** Buckets of the table of rarities. */
export const rarityBuckets = 8192;

const plainWords = new Set(
  'i me my the a an and or of to in on at is was are were be been it its this that he she they we you his her their our us them for with as by from not no so but if who what which there have has had do does did will would can could just about out up all one'.split(' '),
);

/** The pieces of a text: four and five letters in a row inside its words, each once. */
export function piecesOf(text: string): Set<string> {
  const pieces = new Set<string>();
  for (const { text: word } of tokenise(text)) {
    if (word.startsWith('<') || plainWords.has(word)) continue;
    const whole = `^${word}$`;
    for (let size = 4; size <= 5; size++) for (let at = 0; at + size <= whole.length; at++) pieces.add(whole.slice(at, at + size));
  }
  return pieces;
}

/** Where a piece stands in the table of rarities. */
export function rarityBucket(piece: string): number {
  return hashOf(7, piece) % rarityBuckets;
}

/**
 * A text by its letters: rare pieces count more, signs keep strangers who share a place apart on average.
 * @param rarity inverse document frequency by bucket, 0 to 255
 * @returns `letterDimensions` numbers of length one; zeros for a text without words
 */
export function lettersOf(text: string, rarity: Uint8Array): Float32Array {
  const vector = new Float32Array(letterDimensions);
  for (const piece of piecesOf(text)) {
    const place = hashOf(8, piece);
    vector[place % letterDimensions]! += (place & 0x10000 ? 1 : -1) * rarity[rarityBucket(piece)]!;
  }
  return unit(vector);
}

/** The concepts that a text speaks of, each once. */
export function conceptsIn(text: string): Set<number> {
  return new Set(tokenise(text).flatMap(({ text: word }) => conceptsOf(word)));
}

/**
 * A text by the things it speaks of, whatever the words: rare ones count more.
 * @param rarity inverse document frequency by concept, 0 to 255
 * @returns `conceptCount` numbers of length one; zeros for a text that speaks of none
 */
export function thingsOf(text: string, rarity: Uint8Array): Float32Array {
  const vector = new Float32Array(conceptCount);
  for (const concept of conceptsIn(text)) vector[concept] = rarity[concept]!;
  return unit(vector);
}

/** Brings a vector to length one; zeros stay zeros. */
export function unit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square > 0) {
    const by = 1 / Math.sqrt(square);
    for (let index = 0; index < vector.length; index++) vector[index]! *= by;
  }
  return vector;
}
