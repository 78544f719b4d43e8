import { categories } from '../incidents/vocabulary.ts';
import { identifiersOf, sharedIdentifiers, type Identifiers } from './identifiers.ts';
import { partsOf } from './profile.ts';
import { notionsOf, sharedNotions, type Notions } from './synonyms.ts';
import { productAt } from './vectors.ts';
import type { WordTable } from './word-table.ts';
import { wordsOf, type ReadWord } from './words.ts';

/** What is looked at when two reports are judged, in the order in which it is weighed: by themselves, and last among others. */
export const pairFeatures = ['meaning', 'category', 'shared', 'alike', 'synonyms', 'named', 'everyday', 'crowd'] as const;

/** What was fitted on pairs of reports (`npm run train:similar`). */
export interface PairModel {
  name: string;
  /** The model of the embeddings that the weights and lines were fitted with. */
  embedding: string;
  weights: Record<(typeof pairFeatures)[number], number>;
  bias: number;
  /** How far a report that is like both of two may lift them, 0 to 1. */
  company: number;
  /** How much it counts against two that others are liker to either. */
  rivalry: number;
  /** Scores from which on two reports are called so. */
  lines: { similar: number; duplicate: number };
}

/** A report as it is judged against another. */
export interface ReadReport {
  words: readonly ReadWord[];
  notions: Notions;
  meaning: Float32Array;
  category: Float32Array;
  identifiers: Identifiers;
  /** How likely it is no incident at all but a question, a wish or a fault, by the triage. */
  everyday: number;
  /** Of all its words. */
  rarity: number;
}

const otherCategory = categories.indexOf('other');
/** Where the triage could say nothing. */
const everydayUnknown = 0.5;

/** Makes the compared text of a stored or new report ready to be judged. */
export function readReport(text: string, profile: Float32Array, table: WordTable): ReadReport {
  const { meaning, category } = partsOf(profile);
  const words = wordsOf(text, table);
  return {
    words, notions: notionsOf(text, table), meaning, category, identifiers: identifiersOf(text),
    // A profile holds the roots of the shares.
    everyday: category.some((value) => value > 0) ? category[otherCategory]! ** 2 : everydayUnknown,
    rarity: words.reduce((sum, { rarity }) => sum + rarity, 0),
  };
}

/** How many of the nearest tell how crowded it is around a report; few enough that more than an event's own are among them. */
const nearestOfCrowd = 3;
/** What is nearer may well tell of the same: however many report an event, that is never held against them. */
const mostCrowded = 0.65;

/**
 * How near the nearest of the others are to each, by meaning: near to everything means near to nothing.
 * @param reports those among which two are judged
 */
export function crowdsOf(reports: readonly Pick<ReadReport, 'meaning'>[]): number[] {
  const near = reports.map(() => new Array<number>(nearestOfCrowd).fill(mostCrowded));
  const seen = reports.map(() => 0);
  const put = (place: number, value: number): void => {
    const row = near[place]!;
    const count = seen[place]!++;
    if (count < nearestOfCrowd) row[count] = value;
    else {
      const least = row.indexOf(Math.min(...row));
      if (value > row[least]!) row[least] = value;
    }
  };
  for (const [a, { meaning }] of reports.entries()) {
    for (let b = a + 1; b < reports.length; b++) {
      const value = productAt(meaning, reports[b]!.meaning);
      put(a, value);
      put(b, value);
    }
  }
  return near.map((row) => Math.min(mostCrowded, row.reduce((sum, value) => sum + value, 0) / nearestOfCrowd));
}

/** What is less rare is shared by most reports. */
const leastRarity = 2;
/** Words that are less rare tell a reader little: reports of different events share them as well. */
const tellingRarity = 4;
/** Words that are less near one another mean different things. */
const leastAlike = 0.3;

/** How alike two reports are by themselves: each of `pairFeatures` but the last. The same in both directions. */
export function compareReports(one: ReadReport, other: ReadReport): number[] {
  const theirs = new Set(other.words.map(({ stem }) => stem));
  const shared = one.words.filter(({ stem }) => theirs.has(stem));
  const stems = new Set(shared.map(({ stem }) => stem));
  const apart = (words: readonly ReadWord[]): ReadWord[] => words.filter(({ stem, vector }) => vector && !stems.has(stem));
  return [
    productAt(one.meaning, other.meaning),
    productAt(one.category, other.category),
    telling(shared.map(({ rarity }) => rarity)),
    alikeOf(apart(one.words), apart(other.words), one.rarity, other.rarity),
    telling(sharedNotions(one.notions, other.notions).map(({ rarity }) => rarity)),
    sharedIdentifiers(one.identifiers, other.identifiers),
    one.everyday + other.everyday,
  ];
}

/** How much is shared, by how rare each thing is; the root, since the third says less than the first. */
const telling = (rarities: readonly number[]): number => Math.sqrt(rarities.reduce((sum, rarity) => sum + Math.max(0, rarity - leastRarity), 0));

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

/** What each names by another word, the rarest first, as they wrote it. */
export function tellingSynonyms(one: Pick<ReadReport, 'notions'>, other: Pick<ReadReport, 'notions'>): [one: string, other: string][] {
  const found = sharedNotions(one.notions, other.notions).filter(({ rarity }) => rarity > leastRarity).sort((a, b) => b.rarity - a.rarity);
  return [...new Map(found.map(({ written }) => [written.join('\n').toLowerCase(), written])).values()];
}

/** The log odds that two reports tell of the same, by themselves. */
export function oddsOf(model: Pick<PairModel, 'weights' | 'bias'>, features: readonly number[]): number {
  return pairFeatures.reduce((sum, name, index) => sum + model.weights[name] * features[index]!, model.bias);
}

/** Those that may speak for others, and those whose own neighbours are looked at: the nearest, and not every one. */
const mostLookedAt = 5;

/**
 * How likely it is that a report tells of the same as each of others; 0 to 1. Three colleagues may describe one event in
 * words of which only the second shares some with either: so one that is like both lifts two. And few tell of one event: so
 * what is liker to another than to this one tells of that.
 * @param compare gives what `compareReports` gives, for a caller who asks for the same pairs often
 */
export function judge(model: PairModel, one: ReadReport, others: readonly ReadReport[], compare = compareReports): number[] {
  const [ownCrowd = 0, ...crowds] = crowdsOf([one, ...others]);
  const odds = others.map((other, place) => oddsOf(model, [...compare(one, other), (ownCrowd + crowds[place]!) / 2]));
  const known = new Map<number, number>();
  // As company and as rivals the same pairs are asked for.
  const between = (a: number, b: number): number => {
    const key = Math.min(a, b) * others.length + Math.max(a, b);
    const value = known.get(key) ?? oddsOf(model, [...compare(others[a]!, others[b]!), (crowds[a]! + crowds[b]!) / 2]);
    known.set(key, value);
    return value;
  };
  // What could not be called similar even so is not looked at.
  const least = Math.log(model.lines.similar / (1 - model.lines.similar));
  const nearest = (values: readonly number[], from = least) => values.map((value, place) => ({ value, place })).filter(({ value }) => value > from).sort((a, b) => b.value - a.value).slice(0, mostLookedAt);
  const company = nearest(odds);
  const together = odds.map((own, place) => {
    let most = own;
    for (const { value, place: third } of company) {
      if (third === place || lifted(model.company, own, value) <= Math.max(most, least)) continue;
      most = Math.max(most, lifted(model.company, own, Math.min(value, between(third, place))));
    }
    return most;
  });
  const rivalOfOne = Math.max(...odds);
  const judged = together.map((value) => outdone(model.rivalry, value, rivalOfOne));
  // Whether similar or not: what is held against the nearest must not put others before them.
  for (const { value, place } of nearest(judged, -Infinity)) {
    const rival = others.reduce((most, _, third) => (third === place ? most : Math.max(most, between(third, place))), -Infinity);
    judged[place] = value + outdone(model.rivalry, together[place]!, rival) - together[place]!;
  }
  return judged.map((value) => 1 / (1 + Math.exp(-value)));
}

/** The odds of two reports with a third that is like both by such odds. */
export const lifted = (company: number, own: number, through: number): number => Math.max(own, (1 - company) * own + company * through);

/** The odds of two reports, one of which is like another by such odds. */
export const outdone = (rivalry: number, own: number, rival: number): number => own - rivalry * Math.max(0, rival - own);

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
