import { compareReports, lifted, oddsOf, outdone, pairFeatures, type PairModel, type ReadReport } from '../domain/src/similar/pair.ts';
import { hashOf } from '../domain/src/triage/features.ts';

/** Two reports of one file: how alike they are, and whether they tell of the same. `a` and `b` are their places in it. */
export interface Pair {
  a: number;
  b: number;
  features: number[];
  same: boolean;
}

/** Every pair of reports with how alike they are. */
export function pairsOf(groups: readonly (string | null)[], reports: readonly ReadReport[]): Pair[] {
  return reports.flatMap((one, a) =>
    reports.slice(a + 1).map((other, offset) => {
      const b = a + 1 + offset;
      return { a, b, features: compareReports(one, other), same: groups[a] !== null && groups[a] === groups[b] };
    }),
  );
}

type Fitted = Pick<PairModel, 'weights' | 'bias'>;

/** A step so short changes nothing that would be seen. */
const converged = 1e-4;

/** Logistic regression by gradient steps of Newton's kind; weights are kept from running away by a small ridge. */
export function fitLogistic(pairs: readonly Pick<Pair, 'features' | 'same'>[]): Fitted {
  const size = pairs[0]!.features.length + 1;
  let beta = new Array<number>(size).fill(0);
  for (let round = 0; round < 25; round++) {
    const gradient = beta.map((value, index) => (index < size - 1 ? 0.01 * value : 0));
    const hessian = beta.map((_, row) => beta.map((__, column) => (row === column ? 0.01 : 0)));
    for (const { features, same } of pairs) {
      let odds = beta[size - 1]!;
      for (let i = 0; i < size - 1; i++) odds += features[i]! * beta[i]!;
      const p = 1 / (1 + Math.exp(-odds));
      const sure = p * (1 - p);
      for (let i = 0; i < size; i++) {
        const value = features[i] ?? 1;
        const row = hessian[i]!;
        gradient[i]! += (p - Number(same)) * value;
        for (let j = 0; j < size; j++) row[j]! += sure * value * (features[j] ?? 1);
      }
    }
    const step = solve(hessian, gradient);
    beta = beta.map((value, index) => value - step[index]!);
    if (step.every((value) => Math.abs(value) < converged)) break;
  }
  return { weights: Object.fromEntries(pairFeatures.map((name, index) => [name, beta[index]!])) as PairModel['weights'], bias: beta.at(-1)! };
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

/** The log odds of all pairs of one file beside one another, as `judge` gives them: lifted by company, lowered by rivals. */
export function amongOthers(pairs: readonly Pair[], odds: readonly number[], { company, rivalry }: Pick<PairModel, 'company' | 'rivalry'>): number[] {
  const size = Math.max(...pairs.map(({ b }) => b)) + 1;
  const table = Array.from({ length: size }, () => new Float64Array(size).fill(-30));
  pairs.forEach(({ a, b }, index) => void (table[a]![b] = table[b]![a] = odds[index]!));
  const rivals = table.map((row) => Math.max(...row));
  return pairs.map(({ a, b }, index) => {
    let through = -30;
    for (let third = 0; third < size; third++) if (third !== a && third !== b) through = Math.max(through, Math.min(table[a]![third]!, table[third]![b]!));
    const together = lifted(company, odds[index]!, through);
    return outdone(rivalry, together, rivals[a]!) + outdone(rivalry, together, rivals[b]!) - together;
  });
}

const folds = 8;

/**
 * Log odds of every pair by a fit that saw neither of its reports: groups are left out whole.
 * @param files pairs of each file with the name of what is left out together, by place
 * @param round which of many ways to part the groups
 */
export function leftOut(files: readonly { pairs: readonly Pair[]; names: readonly string[] }[], round: number): number[][] {
  const order = (name: string): number => hashOf(round, name);
  const foldsOf = files.map(({ names }) => new Map([...new Set(names)].sort((a, b) => order(a) - order(b)).map((name, index) => [name, index % folds])));
  const foldOf = (file: number, place: number): number => foldsOf[file]!.get(files[file]!.names[place]!)!;
  const odds = files.map(({ pairs }) => new Array<number>(pairs.length).fill(0));
  for (let one = 0; one < folds; one++) {
    for (let other = one; other < folds; other++) {
      const left = new Set([one, other]);
      const fitted = fitLogistic(files.flatMap(({ pairs }, file) => pairs.filter(({ a, b }) => !left.has(foldOf(file, a)) && !left.has(foldOf(file, b)))));
      files.forEach(({ pairs }, file) => {
        for (const [index, { a, b, features }] of pairs.entries()) {
          const [low, high] = [foldOf(file, a), foldOf(file, b)].sort((x, y) => x - y);
          if (low === one && high === other) odds[file]![index] = oddsOf(fitted, features);
        }
      });
    }
  }
  return odds;
}

interface Judged {
  odds: number;
  same: boolean;
}

/** What holds at a line, in log odds. */
function atLine(judged: readonly Judged[], line: number): { precision: number; recall: number; f1: number } {
  const called = judged.filter(({ odds }) => odds >= line);
  const hits = called.filter(({ same }) => same).length;
  const [precision, recall] = [hits / (called.length || 1), hits / judged.filter(({ same }) => same).length];
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

const lines = Array.from({ length: 81 }, (_, step) => -5 + step / 10);

/** The line with the best F1 on average over rounds, and what holds there on average. */
export function bestLine(rounds: readonly (readonly Judged[])[]): { line: number; precision: number; recall: number; f1: number } {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return lines
    .map((line) => {
      const held = rounds.map((judged) => atLine(judged, line));
      return { line, precision: mean(held.map(({ precision }) => precision)), recall: mean(held.map(({ recall }) => recall)), f1: mean(held.map(({ f1 }) => f1)) };
    })
    .reduce((best, next) => (next.f1 > best.f1 ? next : best));
}
