import { compareReports, crowdsOf, lifted, oddsOf, outdone, pairFeatures, type PairModel, type ReadReport } from '../domain/src/similar/pair.ts';

/** Two reports of one file: how alike they are, and whether they tell of the same. `a` and `b` are their places in it. */
export interface Pair {
  a: number;
  b: number;
  features: number[];
  same: boolean;
}

/** Every pair of reports with how alike they are. */
export function pairsOf(groups: readonly (string | null)[], reports: readonly ReadReport[]): Pair[] {
  const crowds = crowdsOf(reports);
  return reports.flatMap((one, a) =>
    reports.slice(a + 1).map((other, offset) => {
      const b = a + 1 + offset;
      return { a, b, features: [...compareReports(one, other), (crowds[a]! + crowds[b]!) / 2], same: groups[a] !== null && groups[a] === groups[b] };
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

/**
 * What the pairs of each file are given by a fit that saw nothing of that file: how it will go with reports of another hand.
 * @returns log odds by file and pair
 */
export function leftOut(files: readonly (readonly Pair[])[]): number[][] {
  return files.map((pairs, left) => {
    const fitted = fitLogistic(files.flatMap((others, file) => (file === left ? [] : others)));
    return pairs.map(({ features }) => oddsOf(fitted, features));
  });
}

interface Judged {
  odds: number;
  same: boolean;
}

interface Held {
  precision: number;
  recall: number;
  f1: number;
}

/** What holds at a line, in log odds. */
export function atLine(judged: readonly Judged[], line: number): Held {
  const called = judged.filter(({ odds }) => odds >= line);
  const hits = called.filter(({ same }) => same).length;
  const [precision, recall] = [hits / (called.length || 1), hits / judged.filter(({ same }) => same).length];
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

const lines = Array.from({ length: 81 }, (_, step) => -5 + step / 10);
/** A line is as good as those so far about it: a peak may be chance. */
const about = 3;

/** The line about which F1 is best on average over files, each counting the same. */
export function bestLine(files: readonly (readonly Judged[])[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const held = lines.map((line) => mean(files.map((judged) => atLine(judged, line).f1)));
  const smooth = held.map((_, place) => mean(held.slice(Math.max(0, place - about), place + about + 1)));
  return lines[smooth.indexOf(Math.max(...smooth))]!;
}
