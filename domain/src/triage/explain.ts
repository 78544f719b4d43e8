import { unknown, type Features, type WordFeatures } from './features.ts';
import { ownVoice, pointsOf, pullOf, type TriageModel } from './model.ts';
import type { TriageInput, TriageReason } from './result.ts';
import type { Token } from './text.ts';

const most = 6;
const mostAgainst = 2;
/** A reason weighs at least this part of the strongest one. */
const smallestPart = 0.15;

/** Words that carry no meaning alone: they may stand inside a reason, never begin, end or be one. */
export const glue: ReadonlySet<string> = new Set(
  'a an the i of to in on at by for from with and or but is are was were be been it its this that these those he she they we i you my our your his her their me him them us not no do did does have has had as so if then than there here just got get who what which when where will would can could into out up off over all any some one because since after before while now then also still only very really please when something someone somebody'.split(' '),
);

/** A report as the model reads it. */
export interface Reading {
  model: TriageModel;
  input: TriageInput;
  fields: readonly (readonly Token[])[];
  /** By rows of the model. */
  features: Features;
  vector(): ReadonlyMap<number, number>;
}

/**
 * The words that moved the decision: what each added to the category's score above what it added to the others on
 * average. Exact, since the model is linear; neighbours that pull the same way are one reason.
 */
export function explainCategory(reading: Reading, category: number): TriageReason[] {
  const { model, vector } = reading;
  const own = ownVoice(model, vector());
  const reasons = strongest(reading, (row) => pullOf(model, row, category, own));
  return [...reasons.filter(({ weight }) => weight > 0).slice(0, most - mostAgainst), ...reasons.filter(({ weight }) => weight < 0).slice(0, mostAgainst)];
}

/** What the wording as a whole adds to the severity, in points. */
export function wordingPoints({ model, vector }: Reading): number {
  let points = 0;
  for (const [row, value] of vector()) points += value * pointsOf(model, row);
  return points;
}

/** The words that did most of it. */
export function wordingSpan(reading: Reading, points: number): TriageReason | null {
  return strongest(reading, (row) => pointsOf(reading.model, row)).find(({ weight }) => Math.sign(weight) === Math.sign(points)) ?? null;
}

/** Runs of words that pull most, by what one unit of a feature pulls. */
function strongest({ input, fields, features, vector }: Reading, pullOfRow: (row: number) => number): TriageReason[] {
  const strengths = vector();
  // What one occurrence of a feature pulls.
  const pullOfOne = (block: number, row: number): number => (row === unknown ? 0 : (strengths.get(row)! * pullOfRow(row)) / features.counts[block]!.get(row)!);
  const ofWord = new Map<WordFeatures, number>();
  const ofToken = features.byToken.map((own, index) => {
    let pull = ofWord.get(own);
    if (pull === undefined) ofWord.set(own, (pull = own.letters.reduce((sum, row) => sum + pullOfOne(2, row), pullOfOne(0, own.word))));
    // Half of a pair's is the neighbour's.
    return pull + pullOfOne(1, features.pairs[index - 1] ?? unknown) / 2 + pullOfOne(1, features.pairs[index]!) / 2;
  });
  const reasons: TriageReason[] = [];
  let first = 0;
  fields.forEach((tokens, field) => {
    const name = field === 0 ? ('title' as const) : ('description' as const);
    for (const { start, end, weight } of runsOf(input[name], tokens, ofToken.slice(first, first + tokens.length))) {
      reasons.push({ field: name, start, end, text: input[name].slice(start, end), weight: Math.round(weight * 100) / 100 });
    }
    first += tokens.length;
  });
  const once = [...new Map(reasons.sort((a, b) => Math.abs(a.weight) - Math.abs(b.weight)).map((reason) => [reason.text.toLowerCase(), reason])).values()].reverse();
  const largest = Math.abs(once[0]?.weight ?? 0);
  return once.filter(({ weight }) => weight !== 0 && Math.abs(weight) >= smallestPart * largest);
}

const longestRun = 4;
const sentenceEnd = /[.!?;:\n]/;

/** Neighbours that pull the same way, without glue at their edges. */
function runsOf(whole: string, tokens: readonly Token[], pulls: readonly number[]): { start: number; end: number; weight: number }[] {
  const threshold = 0.25 * Math.max(0, ...tokens.map(({ text }, index) => (glue.has(text) ? 0 : Math.abs(pulls[index]!))));
  const counts = (index: number): boolean => !glue.has(tokens[index]!.text) && Math.abs(pulls[index]!) > threshold;
  const runs: { start: number; end: number; weight: number }[] = [];
  for (let index = 0; index < tokens.length; index++) {
    if (!counts(index)) continue;
    const sign = Math.sign(pulls[index]!);
    let last = index;
    let weight = pulls[index]!;
    for (let next = index + 1, between = 0; next < tokens.length && next < index + longestRun; next++) {
      if (sentenceEnd.test(whole.slice(tokens[next - 1]!.end, tokens[next]!.start))) break;
      between += pulls[next]!;
      if (glue.has(tokens[next]!.text)) continue;
      if (!counts(next) || Math.sign(pulls[next]!) !== sign) break;
      last = next;
      weight += between;
      between = 0;
    }
    runs.push({ start: tokens[index]!.start, end: tokens[last]!.end, weight });
    index = last;
  }
  return runs;
}
