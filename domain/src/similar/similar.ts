import type { Category } from '../incidents/vocabulary.ts';
import { cutText } from '../platform/clean.ts';
import type { Level } from './pair.ts';

/** Nearest reports that the team is shown. */
export const nearestShown = 5;
/** Nearest reports by their profile that are judged word by word; looked at for campaigns and company as well. */
export const judged = 30;
/** Reports older than this are not compared with new ones. */
export const comparedDays = 180;
/** Never more than so many are compared: the newest. */
export const comparedAtMost = 10_000;

/** Why two reports were put beside one another. */
export interface Why {
  /** Indicators that both hold. */
  observables: string[];
  /** Rare words of both, the rarest first. */
  words: string[];
  /** What they name by different words. Lists of before there were any have none. */
  synonyms?: { one: string; other: string }[];
  category: Category | null;
  /** Between the two reports. */
  minutesApart: number;
}

/** One of the nearest; what else is shown of it is read from the incident itself, by whoever may read it. */
export interface Neighbour {
  id: string;
  score: number;
  level: Level;
  why: Why;
}

/** `incidents/{id}/internal/similar`. */
export interface SimilarIncidents {
  nearest: Neighbour[];
  /** Of the nearest, to find every list that names an incident. */
  ids: string[];
  provider: string;
  model: string;
  at: Date;
}

/** What is compared about a report besides its profile. */
export interface Comparable {
  category: Category | null;
  createdAt: Date;
  observables: readonly string[];
}

const mostNamed = 5;
const mostSynonyms = 3;
const longestNamed = 60;

/**
 * Says what two reports share.
 * @param words that both use, the most telling first
 * @param synonyms how each names the same, the most telling first
 */
export function whyAlike(one: Comparable, other: Comparable, words: readonly string[], synonyms: readonly (readonly [string, string])[]): Why {
  const observed = new Set(other.observables);
  return {
    observables: one.observables.filter((value) => observed.has(value)).slice(0, mostNamed),
    words: words.slice(0, mostNamed).map((word) => cutText(word, longestNamed)),
    synonyms: synonyms.slice(0, mostSynonyms).map(([mine, theirs]) => ({ one: cutText(mine, longestNamed), other: cutText(theirs, longestNamed) })),
    category: one.category !== null && one.category === other.category ? one.category : null,
    minutesApart: Math.round(Math.abs(one.createdAt.getTime() - other.createdAt.getTime()) / 60_000),
  };
}

/** Puts one more among the nearest, or in the place of its older self. */
export function withNeighbour(nearest: readonly Neighbour[], neighbour: Neighbour): Neighbour[] {
  return [...nearest.filter(({ id }) => id !== neighbour.id), neighbour].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, nearestShown);
}

/** Fewer colleagues than this are not told of: one or two would be somebody. */
export const fewestColleagues = 3;

/** `incidents/{id}/shared/alike`: what the reporter is told, a coarse number and nothing else. */
export interface Alike {
  colleagues: Company;
  at: Date;
}

export const companies = ['3', '4', '5', 'more than 5', 'more than 10'] as const;
export type Company = (typeof companies)[number];

/** The number that a reporter may be told, if any: small ones stay hidden, large ones are coarse. */
export function companyOf(colleagues: number): Company | null {
  if (colleagues < fewestColleagues) return null;
  if (colleagues > 10) return 'more than 10';
  return colleagues > 5 ? 'more than 5' : (String(colleagues) as Company);
}
