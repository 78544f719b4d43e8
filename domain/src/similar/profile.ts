import { categories, type Category } from '../incidents/vocabulary.ts';
import { withoutQuotes } from '../triage/quotes.ts';
import { conceptCount } from './concepts.ts';
import { letterDimensions, lettersOf, thingsOf, unit } from './letters.ts';

/** What was fitted on pairs of reports (`npm run train:similar`): the weight of each part, and where lines are drawn. */
export interface SimilarModel {
  name: string;
  /** The model of the embeddings that the weights and lines were fitted with. */
  embedding: string;
  weights: { meaning: number; letters: number; things: number; category: number };
  bias: number;
  /** Scores from which on two reports are called so. */
  lines: { similar: number; duplicate: number };
  /** Inverse document frequencies, one byte each in base64: of letters by bucket, of things by concept. */
  rarity: { letters: string; things: string };
}

/** A model made ready to be used. */
export interface SimilarReader extends Omit<SimilarModel, 'rarity'> {
  rarity: { letters: Uint8Array; things: Uint8Array };
}

/** Makes a stored model ready. */
export function readModel(model: SimilarModel): SimilarReader {
  const bytes = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return { ...model, rarity: { letters: bytes(model.rarity.letters), things: bytes(model.rarity.things) } };
}

const longestCompared = 600;

/** The part of a report that is compared: what was written first, without what it quotes. */
export function comparedText({ title, description }: { title: string; description: string }): string {
  return `${title}. ${withoutQuotes(description).replace(/[ \t]*\n\s*/g, '\n').trim()}`.slice(0, longestCompared);
}

/** Numbers of a profile for an embedding of so many. */
export const profileLength = (meaning: number): number => meaning + letterDimensions + conceptCount + categories.length;

/**
 * Meaning, letters, things and category of a report as one vector. Each part is weighed by the root of its weight, so that the
 * product of two profiles is the weighted sum of how alike the parts are.
 * @param shares by category, adding up to one; all zeros where nothing is known
 */
export function profileOf(model: SimilarReader, report: { text: string; meaning: Float32Array; shares: readonly number[] }): Float32Array {
  const { meaning, shares, text } = report;
  const { weights } = model;
  const profile = new Float32Array(profileLength(meaning.length));
  const put = (values: ArrayLike<number>, at: number, weight: number): void => {
    for (let index = 0; index < values.length; index++) profile[at + index] = values[index]! * Math.sqrt(weight);
  };
  put(unit(Float32Array.from(meaning)), 0, weights.meaning);
  put(lettersOf(text, model.rarity.letters), meaning.length, weights.letters);
  put(thingsOf(text, model.rarity.things), meaning.length + letterDimensions, weights.things);
  put(shares.map(Math.sqrt), meaning.length + letterDimensions + conceptCount, weights.category);
  return profile;
}

/** How likely it is, on the pairs that the model was fitted to, that two reports tell of the same; 0 to 1. */
export function scoreOf(model: Pick<SimilarModel, 'bias'>, product: number): number {
  return 1 / (1 + Math.exp(-(product + model.bias)));
}

export const levels = ['similar', 'likely duplicate'] as const;
export type Level = (typeof levels)[number];

/** Reports of one event come together: what is further apart is like it, and not the same. */
const duplicateDays = 7;

/**
 * What two reports are to one another.
 * @param embedding the model that made the meanings: lines hold for the one they were drawn with, and without a measured
 *   line nothing is called a likely duplicate
 */
export function levelOf(model: Pick<SimilarModel, 'lines' | 'embedding'>, score: number, embedding: string, msApart: number): Level | null {
  if (score < model.lines.similar) return null;
  return score >= model.lines.duplicate && embedding === model.embedding && msApart <= duplicateDays * 86_400_000 ? 'likely duplicate' : 'similar';
}

/** The category that a profile was made with, most likely first; null where nothing was known. */
export function leadingCategory(profile: Float32Array): Category | null {
  const shares = profile.subarray(profile.length - categories.length);
  let best = -1;
  for (let index = 0; index < shares.length; index++) if (shares[index]! > (best < 0 ? 0 : shares[best]!)) best = index;
  return categories[best] ?? null;
}
