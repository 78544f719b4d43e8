import { partsOf } from './profile.ts';
import { productAt } from './vectors.ts';
import type { WordTable } from './word-table.ts';
import type { ReadWord } from './words.ts';

/** What is looked at when two reports are judged, in the order in which it is weighed. */
export const pairFeatures = ['meaning', 'category', 'usual', 'shared', 'alike'] as const;

/** What was fitted on pairs of reports (`npm run train:similar`). */
export interface PairModel {
  name: string;
  /** The model of the embeddings that the weights and lines were fitted with. */
  embedding: string;
  weights: Record<(typeof pairFeatures)[number], number>;
  bias: number;
  /** How far a report that is like both of two may lift them, 0 to 1. */
  company: number;
  /** Scores from which on two reports are called so. */
  lines: { similar: number; duplicate: number };
}

/** A report as it is judged against another. */
export interface ReadReport {
  words: readonly ReadWord[];
  meaning: Float32Array;
  category: Float32Array;
  /** How near the nearest of the ordinary reports are: how usual it is to be told such a thing. */
  usual: number;
  /** Of all its words. */
  rarity: number;
}

const nearestReferences = 10;
/** Where the meanings are of another model than those of the ordinary reports. */
const usualUnknown = 0.6;

/** Makes a stored or new report ready to be judged. */
export function readReport(words: readonly ReadWord[], profile: Float32Array, table: WordTable): ReadReport {
  const { meaning, category } = partsOf(profile);
  return { words, meaning, category, usual: usualOf(meaning, table), rarity: words.reduce((sum, { rarity }) => sum + rarity, 0) };
}

function usualOf(meaning: Float32Array, { references, referenceDims }: WordTable): number {
  if (meaning.length !== referenceDims) return usualUnknown;
  const near = new Float32Array(references.length / referenceDims);
  for (let one = 0; one < near.length; one++) near[one] = productAt(meaning, references, one * referenceDims);
  return near.sort().subarray(-nearestReferences).reduce((sum, value) => sum + value, 0) / nearestReferences;
}

/** Words that are less rare are shared by reports of different events as well. */
const tellingRarity = 4;
/** Words that are less near one another mean different things. */
const leastAlike = 0.3;

/** How alike two reports are, by each of `pairFeatures`. The same in both directions. */
export function compareReports(one: ReadReport, other: ReadReport): number[] {
  const theirs = new Set(other.words.map(({ stem }) => stem));
  const shared = one.words.filter(({ stem }) => theirs.has(stem));
  const stems = new Set(shared.map(({ stem }) => stem));
  const apart = (words: readonly ReadWord[]): ReadWord[] => words.filter(({ stem, vector }) => vector && !stems.has(stem));
  return [
    productAt(one.meaning, other.meaning),
    productAt(one.category, other.category),
    (one.usual + other.usual) / 2,
    Math.sqrt(shared.reduce((sum, { rarity }) => sum + Math.max(0, rarity - tellingRarity), 0)),
    alikeOf(apart(one.words), apart(other.words), one.rarity, other.rarity),
  ];
}

/** How well words of each find one of nearly their meaning in the other; rare ones count more. */
function alikeOf(mine: readonly ReadWord[], theirs: readonly ReadWord[], myRarity: number, theirRarity: number): number {
  const best = new Float32Array(theirs.length);
  let found = 0;
  for (const { vector, rarity } of mine) {
    let most = 0;
    for (const [place, { vector: other }] of theirs.entries()) {
      const near = productAt(vector!, other!);
      if (near > most) most = near;
      if (near > best[place]!) best[place] = near;
    }
    found += rarity * beyond(most);
  }
  const foundOther = theirs.reduce((sum, { rarity }, place) => sum + rarity * beyond(best[place]!), 0);
  return (found / (myRarity || 1) + foundOther / (theirRarity || 1)) / 2;
}

const beyond = (near: number): number => Math.max(0, near - leastAlike) / (1 - leastAlike);

/** Words that both use, the rarest first, as one of them wrote them; everyday ones are left out. */
export function tellingWords(one: Pick<ReadReport, 'words'>, other: Pick<ReadReport, 'words'>): string[] {
  const theirs = new Set(other.words.map(({ stem }) => stem));
  return one.words
    .filter(({ stem, rarity }) => rarity > tellingRarity && theirs.has(stem))
    .sort((a, b) => b.rarity - a.rarity)
    .map(({ written }) => written);
}

/** The log odds that two reports tell of the same, by themselves. */
export function oddsOf(model: Pick<PairModel, 'weights' | 'bias'>, features: readonly number[]): number {
  return pairFeatures.reduce((sum, name, index) => sum + model.weights[name] * features[index]!, model.bias);
}

/** Those that may speak for others: the nearest, and not every one. */
const mostCompany = 5;

/**
 * How likely it is that a report tells of the same as each of others; 0 to 1. Three colleagues may describe one event in
 * words of which only the second shares some with either: so one that is like both lifts two.
 * @param compare gives what `compareReports` gives, for a caller who asks for the same pairs often
 */
export function judge(model: PairModel, one: ReadReport, others: readonly ReadReport[], compare = compareReports): number[] {
  const odds = others.map((other) => oddsOf(model, compare(one, other)));
  // What could not be called similar even so is not looked at.
  const least = Math.log(model.lines.similar / (1 - model.lines.similar));
  const company = odds.map((value, place) => ({ value, place })).filter(({ value }) => value > least).sort((a, b) => b.value - a.value).slice(0, mostCompany);
  return odds.map((own, place) => {
    let most = own;
    for (const { value, place: between } of company) {
      if (between === place || lifted(model.company, own, value) <= Math.max(most, least)) continue;
      most = Math.max(most, lifted(model.company, own, Math.min(value, oddsOf(model, compare(others[between]!, others[place]!)))));
    }
    return 1 / (1 + Math.exp(-most));
  });
}

/** The odds of two reports with a third that is like both by such odds. */
export const lifted = (company: number, own: number, through: number): number => Math.max(own, (1 - company) * own + company * through);

export const levels = ['similar', 'likely duplicate'] as const;
export type Level = (typeof levels)[number];

/** Reports of one event come together: what is further apart is like it, and not the same. */
const duplicateDays = 7;

/**
 * What two reports are to one another.
 * @param embedding the model that made the meanings: lines hold for the one they were drawn with, and without a measured
 *   line nothing is called a likely duplicate
 */
export function levelOf(model: Pick<PairModel, 'lines' | 'embedding'>, score: number, embedding: string, msApart: number): Level | null {
  if (score < model.lines.similar) return null;
  return score >= model.lines.duplicate && embedding === model.embedding && msApart <= duplicateDays * 86_400_000 ? 'likely duplicate' : 'similar';
}
