import { categories } from '../incidents/vocabulary.ts';
import { blocks, type Features } from './features.ts';

/** What the head of a model file says. */
export interface ModelHead {
  name: string;
  categories: readonly string[];
  features: number;
  blockWeights: number[];
  /** A stored weight of 127 stands for this, per category, in the weights for either voice; see `storedWeight`. */
  scales: { employee: number[]; summary: number[] };
  biases: number[];
  /** Scores are divided by it before they become shares; apart for the two voices, since summaries say less clearly what happened. */
  temperatures: { employee: number; summary: number };
  /** How often the best category is right, for either voice, by the step that its share lies in; see `stepAt`. */
  steps: { employee: number[]; summary: number[] };
  /** A stored weight of 127 in the column of the voice stands for so much of an employee's own voice; where it begins without any feature. */
  voice: { scale: number; bias: number };
  /** An inverse document frequency of 255 stands for this. */
  largestIdf: number;
  severity: SeverityHead;
}

/** What was learned about severity, in points, by category where it says so. Medium begins at 3 in all of them. */
export interface SeverityHead {
  /** Where each category begins. */
  categories: number[];
  /** From how many points on an incident of the category is high, and critical. */
  high: number[];
  critical: number[];
  /** By the key of a rule. */
  rules: Record<string, number>;
  /** A stored weight of 127 in the column of the severity stands for so many points. */
  scale: number;
}

/** One column a category for an employee's own words, one a category for summaries, then one for the severity and one for the voice. */
export const summaryColumn = categories.length;
export const severityColumn = categories.length * 2;
export const voiceColumn = severityColumn + 1;
export const columns = voiceColumn + 1;

/** A linear model over hashed features: weights and hashed vocabulary only, no texts. */
export interface TriageModel extends ModelHead {
  /** Row of a feature, -1 when it is unknown. */
  rowOf(hash: number): number;
  idf: Uint8Array;
  weights: Int8Array;
}

const magic = 'STM4';

/**
 * Lays a model out: the letters STM4, the length of the head, the head as JSON, hashes in ascending order, document
 * frequencies, weights by feature and category. Little-endian.
 */
export function encodeModel(head: ModelHead, hashes: Uint32Array, idf: Uint8Array, weights: Int8Array): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(head));
  const padding = (4 - (json.length % 4)) % 4;
  const start = 8 + json.length + padding;
  const bytes = new Uint8Array(start + hashes.length * 4 + idf.length + weights.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(magic));
  view.setUint32(4, json.length + padding, true);
  bytes.set(json, 8);
  bytes.fill(0x20, 8 + json.length, start);
  hashes.forEach((hash, index) => view.setUint32(start + index * 4, hash, true));
  bytes.set(idf, start + hashes.length * 4);
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), start + hashes.length * 4 + idf.length);
  return bytes;
}

/**
 * Reads a model file.
 * @throws Error when it is not one, or is of other categories than ours
 */
export function decodeModel(bytes: Uint8Array): TriageModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (new TextDecoder().decode(bytes.subarray(0, 4)) !== magic) throw new Error('This is no triage model.');
  const start = 8 + view.getUint32(4, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, start))) as ModelHead;
  if (head.categories.join() !== categories.join()) throw new Error('The triage model was trained for other categories.');
  const { features } = head;
  // Half full at most, so that a search ends after a step or two.
  const size = 2 ** Math.ceil(Math.log2(features * 2));
  const rows = new Int32Array(size).fill(-1);
  const hashes = new Uint32Array(features);
  for (let row = 0; row < features; row++) {
    const hash = view.getUint32(start + row * 4, true);
    hashes[row] = hash;
    let slot = hash & (size - 1);
    while (rows[slot] !== -1) slot = (slot + 1) & (size - 1);
    rows[slot] = row;
  }
  const afterHashes = start + features * 4;
  return {
    ...head,
    rowOf(hash) {
      for (let slot = hash & (size - 1); ; slot = (slot + 1) & (size - 1)) {
        const row = rows[slot]!;
        if (row === -1 || hashes[row] === hash) return row;
      }
    },
    idf: bytes.subarray(afterHashes, afterHashes + features),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + afterHashes + features, features * columns),
  };
}

/** The known features of a text with their strength: sublinear frequency times rarity, each block of length one. */
export function vectorOf(model: Pick<TriageModel, 'rowOf' | 'idf' | 'blockWeights' | 'largestIdf'>, { counts }: Pick<Features, 'counts'>): Map<number, number> {
  const vector = new Map<number, number>();
  for (let block = 0; block < blocks; block++) {
    const rows: number[] = [];
    const values: number[] = [];
    let square = 0;
    for (const [hash, count] of counts[block]!) {
      const row = model.rowOf(hash);
      if (row === -1) continue;
      const value = (1 + Math.log(count)) * (model.idf[row]! / 255) * model.largestIdf;
      square += value * value;
      rows.push(row);
      values.push(value);
    }
    const norm = square > 0 ? model.blockWeights[block]! / Math.sqrt(square) : 0;
    for (let index = 0; index < rows.length; index++) vector.set(rows[index]!, values[index]! * norm);
  }
  return vector;
}

/** A weight in 8 bits. By its root, since most weights are small beside the largest and would all be nothing otherwise. */
export function storedWeight(weight: number, scale: number): number {
  return Math.round(Math.sign(weight) * Math.sqrt(Math.abs(weight) / scale) * 127);
}

/** What each of the 256 stored weights stands for, with a scale of one. */
const unscaled = Float64Array.from({ length: 256 }, (_, place) => Math.sign(place - 128) * ((place - 128) / 127) ** 2);

const fromStored = (stored: number, scale: number): number => unscaled[stored + 128]! * scale;

/**
 * What one unit of a feature adds to a category's score: the same words mean other things in a report and in a summary.
 * @param own how much the text is told in an employee's own voice, from {@link ownVoice}
 */
export function weightOf({ weights, scales }: Pick<TriageModel, 'weights' | 'scales'>, row: number, category: number, own: number): number {
  const at = row * columns + category;
  const told = own > 0 ? own * fromStored(weights[at]!, scales.employee[category]!) : 0;
  return own < 1 ? told + (1 - own) * fromStored(weights[at + summaryColumn]!, scales.summary[category]!) : told;
}

/** What one unit of a feature adds to a category's score above what it adds to all of them on average. */
export function pullOf(model: Pick<TriageModel, 'weights' | 'scales'>, row: number, category: number, own: number): number {
  let mean = 0;
  for (let other = 0; other < categories.length; other++) mean += weightOf(model, row, other, own) / categories.length;
  return weightOf(model, row, category, own) - mean;
}

/** Points of severity that one unit of a feature adds. */
export function pointsOf(model: TriageModel, row: number): number {
  return fromStored(model.weights[row * columns + severityColumn]!, model.severity.scale);
}

/** How much a text is told in an employee's own voice, from 0 (a summary by somebody else) to 1. */
export function ownVoice(model: TriageModel, vector: ReadonlyMap<number, number>): number {
  let margin = model.voice.bias;
  for (const [row, value] of vector) margin += value * fromStored(model.weights[row * columns + voiceColumn]!, model.voice.scale);
  return Math.min(1, Math.max(0, (margin + 1) / 2));
}

/** Where a step of confidence begins: at these shares of the best category. */
const stepBegins = [0.5, 0.8, 0.95] as const;

/** The step that a share lies in, from 0 to 3. */
export const stepAt = (share: number): number => stepBegins.filter((begin) => share >= begin).length;

/**
 * Each category's score as shares that add up to one. The temperatures were fitted on reports kept apart (Guo et al. 2017),
 * one for each voice; in between, in proportion of their logarithms. The best one's share is then how often such a one was right.
 */
export function sharesOf(model: TriageModel, vector: ReadonlyMap<number, number>): number[] {
  const { employee, summary } = model.temperatures;
  const own = ownVoice(model, vector);
  const scores = scoresOf(model, vector, own);
  const step = stepAt(Math.max(...softmax(scores, employee ** own * summary ** (1 - own))));
  return sharesWithBest(scores, own * model.steps.employee[step]! + (1 - own) * model.steps.summary[step]!);
}

const halvings = 20;

/** Scores as shares of which the best is as large as wanted, where it can be. */
function sharesWithBest(scores: readonly number[], wanted: number): number[] {
  let [cold, hot] = [0.01, 10];
  for (let halving = 0; halving < halvings; halving++) {
    const middle = Math.sqrt(cold * hot);
    if (Math.max(...softmax(scores, middle)) > wanted) cold = middle;
    else hot = middle;
  }
  return softmax(scores, hot);
}

/** Scores as shares; the higher the temperature, the more alike. */
export function softmax(scores: readonly number[], temperature: number): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Each category's score; larger is likelier. */
export function scoresOf(model: TriageModel, vector: ReadonlyMap<number, number>, own: number): number[] {
  const scores = [...model.biases];
  for (const [row, value] of vector) for (let category = 0; category < scores.length; category++) scores[category]! += value * weightOf(model, row, category, own);
  return scores;
}
