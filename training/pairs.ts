import { lettersOf, thingsOf } from '../domain/src/similar/letters.ts';
import { comparedText, type SimilarReader } from '../domain/src/similar/profile.ts';
import { categoryShares } from '../domain/src/triage/assess.ts';
import type { TriageModel } from '../domain/src/triage/model.ts';

/** Two reports: how alike their parts are, and whether they tell of the same. `a` and `b` name what is left out together. */
export interface Pair {
  a: string;
  b: string;
  features: number[];
  same: boolean;
}

const product = (a: ArrayLike<number>, b: ArrayLike<number>): number => Array.from(a).reduce((sum, value, index) => sum + value * b[index]!, 0);

/** Every pair of reports with how alike they are in meaning, letters, things and category. */
export function pairFeatures(rows: readonly { id: string; title: string; description: string; group: string | null }[], meanings: readonly Float32Array[], rarity: SimilarReader['rarity'], triage: TriageModel): Pair[] {
  const letters = rows.map((row) => lettersOf(comparedText(row), rarity.letters));
  const things = rows.map((row) => thingsOf(comparedText(row), rarity.things));
  const shares = rows.map((row) => categoryShares(row, triage).map(Math.sqrt));
  return rows.flatMap((one, i) =>
    rows.slice(i + 1).map((other, offset) => {
      const j = i + 1 + offset;
      return {
        a: one.group ?? one.id, b: other.group ?? other.id, same: one.group !== null && one.group === other.group,
        features: [product(meanings[i]!, meanings[j]!), product(letters[i]!, letters[j]!), product(things[i]!, things[j]!), product(shares[i]!, shares[j]!)],
      };
    }),
  );
}

/** Logistic regression by gradient steps of Newton's kind; weights are kept from running away by a small ridge. */
export function fitLogistic(pairs: readonly Pair[]): { weights: number[]; bias: number; score(pair: Pair): number } {
  const size = pairs[0]!.features.length + 1;
  let beta = new Array<number>(size).fill(0);
  const chance = (features: readonly number[]): number => 1 / (1 + Math.exp(-(features.reduce((sum, value, index) => sum + value * beta[index]!, beta[size - 1]!))));
  for (let round = 0; round < 25; round++) {
    const gradient = beta.map((value, index) => (index < size - 1 ? 0.01 * value : 0));
    const hessian = beta.map((_, row) => beta.map((__, column) => (row === column ? 0.01 : 0)));
    for (const { features, same } of pairs) {
      const p = chance(features);
      const row = [...features, 1];
      for (let i = 0; i < size; i++) {
        gradient[i]! += (p - Number(same)) * row[i]!;
        for (let j = 0; j < size; j++) hessian[i]![j]! += p * (1 - p) * row[i]! * row[j]!;
      }
    }
    const step = solve(hessian, gradient);
    beta = beta.map((value, index) => value - step[index]!);
  }
  return { weights: beta.slice(0, -1), bias: beta.at(-1)!, score: ({ features }) => chance(features) };
}

function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  for (const [column, pivot] of rows.entries()) {
    for (const [index, row] of rows.entries()) {
      if (index === column) continue;
      const by = row[column]! / pivot[column]!;
      for (let place = column; place < row.length; place++) row[place]! -= by * pivot[place]!;
    }
  }
  return rows.map((row, index) => row.at(-1)! / row[index]!);
}

/** The line with the best F1. */
export function bestLine(judged: readonly { score: number; same: boolean }[]): { line: number; precision: number; recall: number; f1: number } {
  const sorted = [...judged].sort((a, b) => b.score - a.score);
  const all = sorted.filter(({ same }) => same).length;
  let hits = 0;
  let best = { line: 1, precision: 0, recall: 0, f1: -1 };
  sorted.forEach(({ score, same }, index) => {
    if (same) hits++;
    const precision = hits / (index + 1);
    const recall = hits / all;
    const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    if (f1 > best.f1) best = { line: score, precision, recall, f1 };
  });
  return best;
}
