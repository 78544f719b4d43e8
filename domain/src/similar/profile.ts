import { categories, type Category } from '../incidents/vocabulary.ts';
import { withoutQuotes } from '../triage/quotes.ts';
import { unit } from './vectors.ts';
import { hashedWords, wordDimensions, type ReadWord } from './words.ts';

const longestCompared = 600;

/** The part of a report that is compared: what was written first, without what it quotes. */
export function comparedText({ title, description }: { title: string; description: string }): string {
  return `${title}. ${withoutQuotes(description).replace(/[ \t]*\n\s*/g, '\n').trim()}`.slice(0, longestCompared);
}

/** What a search goes by: how much the words and the category count beside the meaning. Chosen on dev, see decision 9. */
const searchWeights = { meaning: 1, words: 0.7, category: 0.2 };

/** Numbers of a profile for an embedding of so many. */
export const profileLength = (meaning: number): number => meaning + wordDimensions + categories.length;

/**
 * Meaning, words and category of a report as one vector, to find the nearest by. Each part is weighed by the root of its
 * weight, so that the product of two profiles is the weighted sum of how alike the parts are.
 * @param shares by category, adding up to one; all zeros where nothing is known
 */
export function profileOf({ words, meaning, shares }: { words: readonly ReadWord[]; meaning: Float32Array; shares: readonly number[] }): Float32Array {
  const profile = new Float32Array(profileLength(meaning.length));
  const put = (values: ArrayLike<number>, at: number, weight: number): void => {
    for (let index = 0; index < values.length; index++) profile[at + index] = values[index]! * Math.sqrt(weight);
  };
  put(unit(Float32Array.from(meaning)), 0, searchWeights.meaning);
  put(hashedWords(words), meaning.length, searchWeights.words);
  put(shares.map(Math.sqrt), meaning.length + wordDimensions, searchWeights.category);
  return profile;
}

/** Meaning and category of a profile, each of length one. */
export function partsOf(profile: Float32Array): { meaning: Float32Array; category: Float32Array } {
  const categoryAt = profile.length - categories.length;
  return { meaning: unit(profile.slice(0, categoryAt - wordDimensions)), category: unit(profile.slice(categoryAt)) };
}

/** The category that a profile was made with, most likely first; null where nothing was known. */
export function leadingCategory(profile: Float32Array): Category | null {
  const shares = profile.subarray(profile.length - categories.length);
  let best = -1;
  for (let index = 0; index < shares.length; index++) if (shares[index]! > (best < 0 ? 0 : shares[best]!)) best = index;
  return categories[best] ?? null;
}
