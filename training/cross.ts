import { categories, type Category } from '../domain/src/incidents/vocabulary.ts';
import { softmax, stepAt, type ModelHead } from '../domain/src/triage/model.ts';
import type { Example } from './corpus.ts';
import { featuresOfReport, fitCategories, vectorsOf, vocabularyOf } from './fit.ts';

const folds = 8;

/** A fold for each example, by groups in the order of their first: no author and no event is in two of them. */
function foldsOf(examples: readonly Example[]): number[] {
  const groups = [...new Set(examples.map(({ group }) => group))];
  const foldOf = new Map(groups.map((group, at) => [group, at % folds]));
  return examples.map(({ group }) => foldOf.get(group)!);
}

/** The score of each category for each example, by a model that knows nothing of its author or its event. */
export function scoresApart(examples: readonly Example[]): number[][] {
  const foldOf = foldsOf(examples);
  const features = examples.map(featuresOfReport);
  const scores: number[][] = examples.map(() => []);
  for (let fold = 0; fold < folds; fold++) {
    const known = examples.flatMap((_, at) => (foldOf[at] === fold ? [] : [at]));
    const vocabulary = vocabularyOf(known.map((at) => examples[at]!), known.map((at) => features[at]!));
    const vectors = vectorsOf(features, vocabulary);
    const weights = fitCategories(known.map((at) => examples[at]!), known.map((at) => vectors[at]!), vocabulary.hashes.length);
    examples.forEach(({ voice }, at) => {
      if (foldOf[at] !== fold) return;
      const own = [...weights.biases];
      for (const [row, value] of vectors[at]!) for (let k = 0; k < own.length; k++) own[k]! += value * weights[voice][row * categories.length + k]!;
      scores[at] = own;
    });
  }
  return scores;
}

/** Public data err about these, and have enough of them; of the others every summary is needed. */
const doubted: readonly Category[] = ['unauthorized_access', 'data_breach', 'physical_security', 'insider_threat', 'malware'];
/** A label to which a model without it gives a smaller share than this counts less, in proportion. */
const smallestShare = 0.25;
const doubtTemperature = 0.3;

/**
 * How much the label of each example still counts for each category, from 0 to 1. In summaries whose label a model that does not
 * know it finds unlikely, it counts less, both for the label and against what the model says (after Northcutt et al. 2021).
 */
export function doubtsOf(examples: readonly Example[], scores: readonly number[][]): Float32Array {
  const counts = new Float32Array(examples.length * categories.length).fill(1);
  examples.forEach(({ label, accepted, voice }, at) => {
    if (voice !== 'summary' || !label || !doubted.includes(label)) return;
    const shares = softmax(scores[at]!, doubtTemperature);
    const share = categories.reduce((sum, category, k) => sum + (accepted.includes(category) ? shares[k]! : 0), 0);
    for (const k of [categories.indexOf(label), shares.indexOf(Math.max(...shares))]) counts[at * categories.length + k] = Math.min(1, share / smallestShare);
  });
  return counts;
}

/**
 * For each voice the temperature at which the best category's share is on average how often it is right, on authors and events
 * unseen.
 * @param scores by models that know every label in full: what doubts were weighed with would know the answers
 */
export function temperaturesOf(examples: readonly Example[], scores: readonly number[][]): ModelHead['temperatures'] {
  const candidates = Array.from({ length: 120 }, (_, index) => Math.round((0.05 + index * 0.005) * 1000) / 1000);
  const best = (voice: Example['voice']): number => {
    const ofVoice = examples.flatMap(({ voice: its, accepted }, at) => (its === voice ? [{ accepted, own: scores[at]! }] : []));
    const right = ofVoice.filter(({ accepted, own }) => accepted.includes(categories[own.indexOf(Math.max(...own))]!)).length;
    const gapAt = (temperature: number): number => Math.abs(ofVoice.reduce((sum, { own }) => sum + Math.max(...softmax(own, temperature)), -right));
    return candidates.reduce((least, candidate) => (gapAt(candidate) < gapAt(least) ? candidate : least));
  };
  return { employee: best('employee'), summary: best('summary') };
}

/**
 * For each voice how often the best category is right among those of each step of confidence, on authors and events unseen
 * (histogram binning, Zadrozny & Elkan 2001). Four steps: on a hundred reports nobody could tell finer ones from chance.
 */
export function stepsOf(examples: readonly Example[], scores: readonly number[][], temperatures: ModelHead['temperatures']): ModelHead['steps'] {
  const of = (voice: Example['voice']): number[] => {
    const [right, count] = [[0, 0, 0, 0], [0, 0, 0, 0]];
    examples.forEach(({ voice: its, accepted }, at) => {
      if (its !== voice) return;
      const shares = softmax(scores[at]!, temperatures[voice]);
      const most = Math.max(...shares);
      count[stepAt(most)]! += 1;
      if (accepted.includes(categories[shares.indexOf(most)]!)) right[stepAt(most)]! += 1;
    });
    return right.map((hits, step) => Math.round((hits / Math.max(1, count[step]!)) * 1000) / 1000);
  };
  return { employee: of('employee'), summary: of('summary') };
}
