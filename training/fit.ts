import { categories, severities } from '../domain/src/incidents/vocabulary.ts';
import { factsOf } from '../domain/src/triage/facts.ts';
import { featuresOf, type Features } from '../domain/src/triage/features.ts';
import { withoutQuotes } from '../domain/src/triage/quotes.ts';
import { columns, encodeModel, severityColumn, storedWeight, summaryColumn, vectorOf, voiceColumn, type ModelHead, type SeverityHead } from '../domain/src/triage/model.ts';
import { metRules, withoutShouting } from '../domain/src/triage/severity.ts';
import { wordsOf } from '../domain/src/triage/techniques/cues.ts';
import { tokenise } from '../domain/src/triage/text.ts';
import type { Example } from './corpus.ts';
import { toRows, trainMachines, type Rows } from './machine.ts';

const classes = categories.length;
const blockWeights = [1, 1, 1];
/** A feature has to occur in so many reports; those of employees count twice, since they are fewer and nearer to ours. */
const fewestReports = [2, 2, 5];
const employeeFactor = 2;
const l2 = 1e-3;
/** Rounds over all reports at most. */
const rounds = 15;
/** How far a feature's own contrast between a category and the rest decides how easily it may speak: 0 not at all, 1 alone. */
const contrastPart = 0.5;

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

export function vocabularyOf(examples: readonly Example[], features: readonly Features[]): Vocabulary {
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
export function vectorsOf(features: readonly Features[], { hashes, idf, largestIdf }: Vocabulary): Map<number, number>[] {
  const rowOf = new Map([...hashes].map((hash, row) => [hash, row]));
  const view = { rowOf: (hash: number) => rowOf.get(hash) ?? -1, idf, largestIdf, blockWeights };
  return features.map((counted) => vectorOf(view, counted));
}

/** What was learned about the categories: weights by feature and category for each voice, and the biases. */
export interface Categories {
  employee: Float64Array;
  summary: Float64Array;
  biases: number[];
}

/**
 * Each voice has weights of its own, which lean on those of the other: what employees say is learned from summaries as far as
 * it means the same in them.
 * @param doubts by example and category, from 0 to 1: how much a label still counts; see `cross.ts`
 */
export function fitCategories(examples: readonly Example[], vectors: readonly ReadonlyMap<number, number>[], count: number, doubts?: Float32Array): Categories {
  const rows = toRows(vectors, count);
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
      const index = row * classes + k;
      const side = category === label ? 1 : accepted.includes(category) ? 0 : -1;
      sides[index] = side;
      strengths[index] = (voice === 'employee' ? employeeFactor : 1) * (side === 1 ? boost[voice][k]! : 1) * (doubts?.[index] ?? 1);
    });
  });
  const voices = Uint8Array.from(examples, ({ voice }) => Number(voice === 'summary'));
  const weights = trainMachines(rows, sides, strengths, classes, l2, rounds, { emphasis: contrasts(rows, examples), voices });
  const of = (voice: number): Float64Array => Float64Array.from({ length: count * classes }, (_, index) => weights[2 * index - (index % classes) + voice * classes]!);
  return { employee: of(0), summary: of(1), biases: [...weights.subarray(2 * count * classes)] };
}

/**
 * How much more often each feature occurs in a category than in the rest, as the size of the logarithm of their ratio
 * (naive Bayes features, Wang & Manning 2012), drawn towards the mean.
 */
function contrasts(rows: Rows, examples: readonly Example[]): Float32Array {
  const inside = new Float64Array(rows.columns * classes);
  const everywhere = new Float64Array(rows.columns);
  const insideAll = new Float64Array(classes);
  let all = 0;
  examples.forEach(({ label, voice }, row) => {
    const k = categories.indexOf(label!);
    const times = voice === 'employee' ? employeeFactor : 1;
    for (let at = rows.begin[row]!; at < rows.begin[row + 1]!; at++) {
      inside[rows.column[at]! * classes + k]! += times;
      everywhere[rows.column[at]!]! += times;
      insideAll[k]! += times;
      all += times;
    }
  });
  const sizes = Float32Array.from(inside, (count, index) => {
    const k = index % classes;
    const share = (count + 1) / (insideAll[k]! + 2);
    const shareOfRest = (everywhere[(index - k) / classes]! - count + 1) / (all - insideAll[k]! + 2);
    return Math.abs(Math.log(share / shareOfRest));
  });
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return sizes.map((size) => 1 - contrastPart + (contrastPart * size) / mean);
}

/** Learns who speaks: an employee (1) or somebody who sums up (-1). */
function fitVoice(examples: readonly Example[], features: readonly Features[], vocabulary: Vocabulary): Float64Array {
  const rows = toRows(vectorsOf(features, vocabulary), vocabulary.hashes.length);
  return trainMachines(rows, Int8Array.from(examples, ({ voice }) => (voice === 'employee' ? 1 : -1)), new Float32Array(examples.length).fill(1), 1, l2, rounds);
}

/** A doubtful boundary, where both sides are accepted, counts this much. */
const doubtful = 0.2;
const severityL2 = 3e-4;

/** Margin by which a report has to be over a threshold: without it, other authors' reports are rated too high more often than too low. */
const leaning = 0.1;

/**
 * Learns how severe reports are: one direction over the wording, the category and the rules that are met, with a threshold
 * before each level (all-threshold ordinal regression, Rennie & Srebro 2005) that each category may shift. In points: medium begins at 3.
 */
function fitSeverity(examples: readonly Example[], vocabulary: Vocabulary): { head: SeverityHead; wording: Float64Array } {
  const count = vocabulary.hashes.length;
  const rated = examples.filter(({ severity, voice }) => severity !== null && voice === 'employee');
  const vectors = vectorsOf(rated.map(calmFeaturesOf), vocabulary);
  const met = rated.map((example) => metRules(factsOf(wordsOf({ title: example.title, description: withoutQuotes(example.description) })), example.label ?? 'other').map(({ key }) => key));
  const keys = [...new Set(met.flat())].sort();
  const boundaries = severities.length - 1;
  const [firstCategory, firstRule, firstThreshold] = [count, count + classes, count + classes + keys.length];
  const firstShift = firstThreshold + boundaries;
  const stacked: Map<number, number>[] = [];
  const sides = new Int8Array(rated.length * boundaries);
  const strengths = new Float32Array(rated.length * boundaries);
  rated.forEach(({ severity, acceptedSeverities, label }, at) => {
    const ranks = acceptedSeverities.map((level) => severities.indexOf(level));
    const kind = categories.indexOf(label ?? 'other');
    for (let boundary = 0; boundary < boundaries; boundary++) {
      const row = new Map(vectors[at]!);
      row.set(firstCategory + kind, 1);
      for (const key of met[at]!) row.set(firstRule + keys.indexOf(key), 1);
      row.set(firstThreshold + boundary, 1);
      row.set(firstShift + kind * boundaries + boundary, 1);
      stacked.push(row);
      sides[at * boundaries + boundary] = severities.indexOf(severity!) > boundary ? 1 : -1;
      strengths[at * boundaries + boundary] = Math.min(...ranks) > boundary === Math.max(...ranks) > boundary ? 1 : doubtful;
    }
  });
  const weights = trainMachines(toRows(stacked, firstShift + classes * boundaries), sides, strengths, 1, severityL2, rounds * 2);
  // What else than the wording and the rules has to bring a report of this kind over this threshold.
  const startOf = (kind: number, boundary: number): number =>
    leaning - (weights.at(-1)! + weights[firstThreshold + boundary]! + weights[firstCategory + kind]! + weights[firstShift + kind * boundaries + boundary]!);
  const kinds = categories.map((_, kind) => kind);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const perUnit = 6 / mean(kinds.map((kind) => startOf(kind, 2) - startOf(kind, 0)));
  const wording = weights.slice(0, count).map((weight) => weight * perUnit);
  const begins = kinds.map((kind) => 3 - startOf(kind, 0) * perUnit);
  const threshold = (kind: number, boundary: number): number => Math.round((begins[kind]! + startOf(kind, boundary) * perUnit) * 10) / 10;
  return {
    wording,
    head: {
      categories: begins,
      high: kinds.map((kind) => threshold(kind, 1)),
      critical: kinds.map((kind) => threshold(kind, 2)),
      rules: Object.fromEntries(keys.map((key, k) => [key, weights[firstRule + k]! * perUnit])),
      scale: largestOf(wording),
    },
  };
}

/**
 * Trains, and lays the model out as a file.
 * @param doubts how much each label still counts
 * @param rated reports that only the severity is learned from, beside those that are rated among the examples
 */
export function fitModel(examples: readonly Example[], confidence: Pick<ModelHead, 'temperatures' | 'steps'>, doubts: Float32Array, rated: readonly Example[]): Uint8Array {
  const features = examples.map(featuresOfReport);
  const vocabulary = vocabularyOf(examples, features);
  const count = vocabulary.hashes.length;
  const weights = fitCategories(examples, vectorsOf(features, vocabulary), count, doubts);
  const scalesOf = (all: Float64Array): number[] => categories.map((_, k) => largestOf(all.filter((_weight, index) => index % classes === k)));
  const scales = { employee: scalesOf(weights.employee), summary: scalesOf(weights.summary) };
  const severity = fitSeverity([...examples, ...rated], vocabulary);
  const voice = fitVoice(examples, features, vocabulary);
  const voiceScale = largestOf(voice.subarray(0, count));
  const stored = new Int8Array(count * columns);
  for (let row = 0; row < count; row++) {
    for (let k = 0; k < classes; k++) {
      stored[row * columns + k] = storedWeight(weights.employee[row * classes + k]!, scales.employee[k]!);
      stored[row * columns + summaryColumn + k] = storedWeight(weights.summary[row * classes + k]!, scales.summary[k]!);
    }
    stored[row * columns + severityColumn] = storedWeight(severity.wording[row]!, severity.head.scale);
    stored[row * columns + voiceColumn] = storedWeight(voice[row]!, voiceScale);
  }
  const head = {
    name: 'linear-4', categories, features: count, blockWeights, scales, ...confidence, voice: { scale: voiceScale, bias: voice[count]! }, largestIdf: vocabulary.largestIdf,
    biases: weights.biases, severity: severity.head,
  } satisfies ModelHead;
  return encodeModel(head, vocabulary.hashes, vocabulary.idf, stored);
}

const largestOf = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
