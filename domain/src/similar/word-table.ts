import { unit } from './vectors.ts';

/** What the head of a word table says. */
interface TableHead {
  name: string;
  /** Numbers of a word's vector. */
  dims: number;
  /** The rarity of words that are in no table and no report. */
  largestIdf: number;
  /** All words, the most usual first, parted by spaces. */
  words: string;
}

/** What is known of one word. */
export interface KnownWord {
  /** Inverse document frequency of its stem among ordinary reports. */
  rarity: number;
  /** Where it stands among words, of length one; null where that is not known. */
  vector: Float32Array | null;
}

/** Words with their rarity and meaning. */
export interface WordTable {
  name: string;
  lookUp(word: string): KnownWord;
}

const magic = 'SWT1';

/**
 * The stem of a lower-case English word, by its ending alone: enough to bring forms of one word together. Takes time in
 * proportion to the word.
 */
export function stemOf(word: string): string {
  if (word.length < 4) return word;
  let stem = word;
  for (const [ending, instead] of endings) {
    if (!word.endsWith(ending) || word.length - ending.length < 3 || (ending === 's' && word.endsWith('ss'))) continue;
    stem = word.slice(0, word.length - ending.length) + instead;
    break;
  }
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1);
  const last = stem.at(-1)!;
  return stem.length > 3 && last === stem.at(-2) && last !== 's' && last !== 'l' ? stem.slice(0, -1) : stem;
}

const endings: [ending: string, instead: string][] = [
  ['ations', 'at'], ['ation', 'at'], ['ings', ''], ['ing', ''], ['edly', ''], ['ies', 'y'], ['ied', 'y'], ['ers', 'er'], ['es', ''], ['ed', ''], ['ly', ''], ['s', ''],
];

/**
 * Lays a table out: the letters SWT1, the length of the head, the head as JSON, a rarity a word (255 is the largest), a
 * vector a word; vectors as signed bytes in proportion to their largest number.
 */
export function encodeTable(head: Omit<TableHead, 'words' | 'dims'>, words: readonly { word: string; rarity: number; vector: readonly number[] | null }[]): Uint8Array {
  const dims = words.find(({ vector }) => vector)!.vector!.length;
  const json = new TextEncoder().encode(JSON.stringify({ ...head, dims, words: words.map(({ word }) => word).join(' ') } satisfies TableHead));
  const bytes = new Uint8Array(8 + json.length + words.length * (1 + dims));
  bytes.set(new TextEncoder().encode(magic));
  new DataView(bytes.buffer).setUint32(4, json.length, true);
  bytes.set(json, 8);
  let at = 8 + json.length;
  for (const { rarity } of words) bytes[at++] = Math.round((rarity / head.largestIdf) * 255);
  const put = (vector: ArrayLike<number>): void => {
    const largest = Array.from(vector).reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
    for (let index = 0; index < vector.length; index++) bytes[at++] = Math.round((vector[index]! / largest) * 127) & 255;
  };
  const nothing = new Float32Array(dims);
  for (const { vector } of words) put(vector ?? nothing);
  return bytes;
}

/**
 * Reads a table.
 * @throws Error when it is none
 */
export function decodeTable(bytes: Uint8Array): WordTable {
  if (new TextDecoder().decode(bytes.subarray(0, 4)) !== magic) throw new Error('This is no table of words.');
  const start = 8 + new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, start))) as TableHead;
  const { dims, largestIdf } = head;
  const rows = new Map<string, number>();
  const stems = new Map<string, number>();
  head.words.split(' ').forEach((word, row) => {
    rows.set(word, row);
    const stem = stemOf(word);
    // The most usual word of a stem speaks for forms that are not in the table.
    if (!stems.has(stem)) stems.set(stem, row);
  });
  const vectorsAt = start + rows.size;
  const signed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const vectorAt = (at: number, length: number): Float32Array => unit(Float32Array.from(signed.subarray(at, at + length)));
  return {
    name: head.name,
    lookUp(word) {
      const row = rows.get(word) ?? stems.get(stemOf(word));
      if (row === undefined) return { rarity: largestIdf, vector: null };
      const vector = vectorAt(vectorsAt + row * dims, dims);
      return { rarity: (bytes[start + row]! / 255) * largestIdf, vector: vector.some((value) => value !== 0) ? vector : null };
    },
  };
}
