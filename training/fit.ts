import { categories, severities } from '../domain/src/incidents/vocabulary.ts';
import { sharesOf } from '../domain/src/triage/assess.ts';
import { featuresOf, type Features } from '../domain/src/triage/features.ts';
import { withoutQuotes } from '../domain/src/triage/matcher.ts';
import { decodeModel, encodeModel, scoresOf, vectorOf, type SeverityHead } from '../domain/src/triage/model.ts';
import { metRules, withoutShouting } from '../domain/src/triage/severity.ts';
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

function calmFeaturesOf({ title, description }: Example): Features {
  return featuresOf([withoutShouting(tokenise(title)), withoutShouting(tokenise(withoutQuotes(description)))]);
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

/** The reports as rows of what the vocabulary knows. */
function vectorsOf(features: readonly Features[], { hashes, idf, largestIdf }: Vocabulary): Map<number, number>[] {
  const rowOf = new Map([...hashes].map((hash, row) => [hash, row]));
  const view = { rowOf: (hash: number) => rowOf.get(hash) ?? -1, idf, largestIdf, blockWeights };
  return features.map((counted) => vectorOf(view, counted));
}

function trainOn(examples: readonly Example[], features: readonly Features[], vocabulary: Vocabulary): Float64Array {
  const rows = toRows(vectorsOf(features, vocabulary), vocabulary.hashes.length);
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

/** A doubtful boundary, where both sides are accepted, counts this much. */
const doubtful = 0.2;
const severityL2 = 3e-4;

/**
 * Learns how severe reports are: one direction with a threshold before each level (all-threshold ordinal regression,
 * Rennie & Srebro 2005), over the wording, the category and the rules that are met. In points: medium begins at 3, critical at 9.
 */
function fitSeverity(examples: readonly Example[], vocabulary: Vocabulary): { head: SeverityHead; wording: Float64Array } {
  const count = vocabulary.hashes.length;
  const rated = [...examples.keys()].filter((index) => examples[index]!.severity !== null);
  const vectors = vectorsOf(rated.map((index) => calmFeaturesOf(examples[index]!)), vocabulary);
  const met = rated.map((index) => metRules({ ...examples[index]!, description: withoutQuotes(examples[index]!.description) }, examples[index]!.label ?? 'other').map(({ key }) => key));
  const keys = [...new Set(met.flat())].sort();
  const [firstCategory, firstRule, firstThreshold] = [count, count + classes, count + classes + keys.length];
  const boundaries = severities.length - 1;
  const stacked: Map<number, number>[] = [];
  const sides = new Int8Array(rated.length * boundaries);
  const strengths = new Float32Array(rated.length * boundaries);
  rated.forEach((index, at) => {
    const { severity, acceptedSeverities, label } = examples[index]!;
    const ranks = acceptedSeverities.map((level) => severities.indexOf(level));
    for (let boundary = 0; boundary < boundaries; boundary++) {
      const row = new Map(vectors[at]!);
      row.set(firstCategory + categories.indexOf(label ?? 'other'), 1);
      for (const key of met[at]!) row.set(firstRule + keys.indexOf(key), 1);
      row.set(firstThreshold + boundary, 1);
      stacked.push(row);
      sides[at * boundaries + boundary] = severities.indexOf(severity!) > boundary ? 1 : -1;
      strengths[at * boundaries + boundary] = Math.min(...ranks) > boundary === Math.max(...ranks) > boundary ? 1 : doubtful;
    }
  });
  const weights = trainMachines(toRows(stacked, firstThreshold + boundaries), sides, strengths, 1, severityL2, iterations * 2);
  const starts = Array.from({ length: boundaries }, (_, boundary) => -(weights.at(-1)! + weights[firstThreshold + boundary]!));
  const perUnit = 6 / (starts[2]! - starts[0]!);
  const wording = weights.slice(0, count).map((weight) => weight * perUnit);
  return {
    wording,
    head: {
      high: Math.round((3 + (starts[1]! - starts[0]!) * perUnit) * 10) / 10,
      categories: categories.map((_, k) => 3 + (weights[firstCategory + k]! - starts[0]!) * perUnit),
      rules: Object.fromEntries(keys.map((key, k) => [key, weights[firstRule + k]! * perUnit])),
      scale: wording.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0),
    },
  };
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
  const severity = fitSeverity(examples, vocabulary);
  const stored = new Int8Array(count * (classes + 1));
  for (let row = 0; row < count; row++) {
    for (let k = 0; k < classes; k++) stored[row * (classes + 1) + k] = Math.round((weights[row * classes + k]! / scales[k]!) * 127);
    stored[row * (classes + 1) + classes] = Math.round((severity.wording[row]! / severity.head.scale) * 127);
  }
  const head = {
    name: 'linear-1', categories, features: count, blockWeights, scales, temperature, largestIdf: vocabulary.largestIdf,
    biases: [...weights.subarray(count * classes)], severity: severity.head,
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
