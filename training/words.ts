import { readFileSync, writeFileSync } from 'node:fs';
import { encodeTable, stemOf } from '../domain/src/similar/word-table.ts';
import { comparedText } from '../domain/src/similar/profile.ts';
import { tokenise } from '../domain/src/triage/text.ts';
import { readExamples } from './corpus.ts';

/** The most usual words of English, which are kept whether a report uses them or not. */
const usualWords = 30_000;
/** A word of reports is kept when so many use it. */
const fewestReports = 1;

/**
 * Writes a table of words: rarity by how many ordinary reports use a stem, and vectors from a file of word
 * vectors (`{vectors: {word: number[]}}`, the most usual word first).
 */
export function writeWords(out: string, vectorsFile: string, reportsFile: string): void {
  const { vectors } = JSON.parse(readFileSync(vectorsFile, 'utf8')) as { vectors: Record<string, number[]> };
  const texts = readExamples(reportsFile).map(comparedText);
  const stems = new Map<string, number>();
  const words = new Map<string, number>();
  for (const text of texts) {
    const used = new Set(tokenise(text).map(({ text: word }) => word).filter((word) => !word.startsWith('<')));
    for (const word of used) words.set(word, (words.get(word) ?? 0) + 1);
    for (const stem of new Set([...used].map(stemOf))) stems.set(stem, (stems.get(stem) ?? 0) + 1);
  }
  const kept = [...new Set([...Object.keys(vectors).slice(0, usualWords).filter((word) => /^[a-z]+(?:'[a-z]+)?$/.test(word)), ...[...words].filter(([, count]) => count >= fewestReports).map(([word]) => word)])];
  const centred = withoutCommon(kept.map((word) => vectors[word]?.slice(0, dims) ?? null));
  const rarityOf = (word: string): number => Math.log((texts.length + 1) / ((stems.get(stemOf(word)) ?? 0) + 0.5));
  const head = { name: 'words-1', largestIdf: Math.log((texts.length + 1) / 0.5) };
  writeFileSync(out, encodeTable(head, kept.map((word, index) => ({ word, rarity: rarityOf(word), vector: centred[index]! }))));
}

const dims = 100;

/** What all words have in common says nothing of any: their mean is taken away, and the direction in which they differ most, which is how usual they are. */
function withoutCommon(vectors: readonly (number[] | null)[]): (number[] | null)[] {
  const known = vectors.filter((vector) => vector !== null);
  const mean = Array.from({ length: dims }, (_, index) => known.reduce((sum, vector) => sum + vector[index]!, 0) / known.length);
  const centred = vectors.map((vector) => vector && vector.map((value, index) => value - mean[index]!));
  const direction = strongest(centred.filter((vector) => vector !== null));
  return centred.map((vector) => {
    if (!vector) return null;
    const along = vector.reduce((sum, value, index) => sum + value * direction[index]!, 0);
    return vector.map((value, index) => value - along * direction[index]!);
  });
}

/** The first principal direction of centred vectors, by power iteration. */
function strongest(vectors: readonly number[][]): number[] {
  let direction = new Array<number>(dims).fill(1 / Math.sqrt(dims));
  for (let round = 0; round < 30; round++) {
    const next = new Array<number>(dims).fill(0);
    for (const vector of vectors) {
      const along = vector.reduce((sum, value, index) => sum + value * direction[index]!, 0);
      for (let index = 0; index < dims; index++) next[index]! += along * vector[index]!;
    }
    const length = Math.hypot(...next);
    direction = next.map((value) => value / length);
  }
  return direction;
}
