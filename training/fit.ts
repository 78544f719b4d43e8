import { categories } from '../domain/src/incidents/vocabulary.ts';
import { sharesOf } from '../domain/src/triage/analyse.ts';
import { featuresOf, type Features } from '../domain/src/triage/features.ts';
import { withoutQuotes } from '../domain/src/triage/matcher.ts';
import { decodeModel, encodeModel, scoresOf, vectorOf } from '../domain/src/triage/model.ts';
import { tokenise } from '../domain/src/triage/text.ts';
import type { Example } from './corpus.ts';
import { toRows, trainMachines } from './machine.ts';

const classes = categories.length;
const blockWeights = [1, 1, 1];
/** A feature has to occur in so many reports; those of employees count twice, since they are fewer and nearer to ours. */
const fewestReports = [2, 2, 5];
const employeeFactor = 2;
/** What is left after the features with the smallest weights went. */
const mostFeatures = 60_000;
const l2 = 5e-4;
const iterations = 40;

/** What the model sees of a report; the same as when it is asked. */
export function featuresOfReport({ title, description }: Pick<Example, 'title' | 'description'>): Features {
  return featuresOf([tokenise(title), tokenise(withoutQuotes(description))]);
}

interface Vocabulary {
  hashes: Uint32Array;
  idf: Uint8Array;
  largestIdf: number;
}

function vocabularyOf(examples: readonly Example[], features: readonly Features[]): Vocabulary {
  const found = new Map<number, number>();
  fewestReports.forEach((fewest, block) => {
    const reports = new Map<number, number>();
    features.forEach(({ counts }, index) => {
      const times = examples[index]!.voice === 'employee' ? employeeFactor : 1;
      for (const hash of counts[block]!.keys()) reports.set(hash, (reports.get(hash) ?? 0) + times);
    });
    for (const [hash, count] of reports) if (count >= fewest) found.set(hash, count);
  });
  const hashes = Uint32Array.from(found.keys()).sort();
  const rarity = Float64Array.from(hashes, (hash) => Math.log((1 + examples.length) / (1 + found.get(hash)!)) + 1);
  const largestIdf = rarity.reduce((most, value) => Math.max(most, value), 0);
  return { hashes, largestIdf, idf: Uint8Array.from(rarity, (value) => Math.max(1, Math.round((value / largestIdf) * 255))) };
}

function trainOn(examples: readonly Example[], features: readonly Features[], { hashes, idf, largestIdf }: Vocabulary): Float64Array {
  const rowOf = new Map([...hashes].map((hash, row) => [hash, row]));
  const view = { rowOf: (hash: number) => rowOf.get(hash) ?? -1, idf, largestIdf, blockWeights };
  const rows = toRows(features.map((counted) => vectorOf(view, counted)), hashes.length);
  const sides = new Int8Array(examples.length * classes);
  const strengths = new Float32Array(examples.length * classes);
  const share = (voice: Example['voice'], label: string): number => {
    const ofVoice = examples.filter((example) => example.voice === voice);
    return ofVoice.length / (1 + ofVoice.filter((example) => example.label === label).length);
  };
  // Rare categories count more, each within its own source: their shares differ between the two.
  const boost = { employee: categories.map((label) => Math.sqrt(share('employee', label) / 2)), summary: categories.map((label) => Math.sqrt(share('summary', label) / 2)) };
  examples.forEach(({ label, accepted, voice }, row) => {
    categories.forEach((category, k) => {
      const side = category === label ? 1 : accepted.includes(category) ? 0 : -1;
      sides[row * classes + k] = side;
      strengths[row * classes + k] = (voice === 'employee' ? employeeFactor : 1) * (side === 1 ? boost[voice][k]! : 1);
    });
  });
  return trainMachines(rows, sides, strengths, classes, l2, iterations);
}

/** The features whose weights decide most. */
function prune(vocabulary: Vocabulary, weights: Float64Array): Vocabulary {
  const strength = Float64Array.from(vocabulary.hashes, (_, row) => {
    const ofRow = weights.subarray(row * classes, (row + 1) * classes);
    return Math.max(...ofRow.map(Math.abs)) * vocabulary.idf[row]!;
  });
  const limit = [...strength].sort((a, b) => b - a)[mostFeatures - 1] ?? 0;
  const kept = [...vocabulary.hashes.keys()].filter((row) => strength[row]! >= limit);
  return {
    largestIdf: vocabulary.largestIdf,
    hashes: Uint32Array.from(kept, (row) => vocabulary.hashes[row]!),
    idf: Uint8Array.from(kept, (row) => vocabulary.idf[row]!),
  };
}

/** Trains, drops what decides little, trains again on the rest, and lays the model out as a file. */
export function fitModel(examples: readonly Example[], temperature: number): Uint8Array {
  const features = examples.map(featuresOfReport);
  const all = vocabularyOf(examples, features);
  const vocabulary = prune(all, trainOn(examples, features, all));
  const weights = trainOn(examples, features, vocabulary);
  const count = vocabulary.hashes.length;
  const scales = categories.map((_, k) => {
    let largest = 0;
    for (let row = 0; row < count; row++) largest = Math.max(largest, Math.abs(weights[row * classes + k]!));
    return largest;
  });
  const stored = new Int8Array(count * classes);
  for (let index = 0; index < stored.length; index++) stored[index] = Math.round((weights[index]! / scales[index % classes]!) * 127);
  const head = {
    name: 'linear-1', categories, features: count, blockWeights, scales, temperature, largestIdf: vocabulary.largestIdf,
    biases: [...weights.subarray(count * classes)],
  };
  return encodeModel(head, vocabulary.hashes, vocabulary.idf, stored);
}

/** The temperature at which the shares of the accepted categories are likeliest (Guo et al. 2017). */
export function fitTemperature(bytes: Uint8Array, keptApart: readonly Example[]): number {
  const model = decodeModel(bytes);
  const scored = keptApart.map((example) => ({ example, scores: scoresOf(model, vectorOf(model, featuresOfReport(example))) }));
  const surprise = (temperature: number): number =>
    scored.reduce((sum, { example, scores }) => {
      const shares = sharesOf(scores, temperature);
      return sum - Math.log(1e-9 + categories.reduce((total, category, k) => total + (example.accepted.includes(category) ? shares[k]! : 0), 0));
    }, 0);
  const candidates = Array.from({ length: 120 }, (_, index) => Math.round((0.05 + index * 0.01) * 100) / 100);
  return candidates.reduce((best, candidate) => (surprise(candidate) < surprise(best) ? candidate : best));
}
