import { categories, severities, type Category } from '../domain/src/incidents/vocabulary.ts';
import { analyse } from '../domain/src/triage/analyse.ts';
import type { TriageModel } from '../domain/src/triage/model.ts';
import type { TriageResult } from '../domain/src/triage/result.ts';
import type { Example } from './corpus.ts';

export interface Judged {
  example: Example;
  result: TriageResult;
  right: boolean;
  ms: number;
}

/** Triages every report that has an accepted category. */
export function judge(examples: readonly Example[], model: TriageModel): Judged[] {
  return examples
    .filter(({ accepted }) => accepted.length > 0)
    .map((example) => {
      const started = performance.now();
      const result = analyse(example, model);
      return { example, result, right: example.accepted.includes(result.category), ms: performance.now() - started };
    });
}

export interface ClassFigures {
  precision: number;
  recall: number;
  f1: number;
  n: number;
}

/** How right the triage was. Shares from 0 to 1; null where nothing could be measured. */
export interface Figures {
  n: number;
  accuracy: number;
  /** The right one is the first or the second that is named. */
  top2: number;
  /** Mean over the categories that occur. */
  macroF1: number;
  perClass: Record<Category, ClassFigures>;
  /** Expected calibration error over ten equal bins of the shown confidence. */
  ece: number;
  /** Over the reports of which a level, or a range of them, is given. */
  severityAccuracy: number | null;
  severityWithinOne: number | null;
  nonIncidentsCalledIncident: number | null;
  p50ms: number;
  p95ms: number;
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
const shareOf = <T>(all: readonly T[], holds: (one: T) => boolean): number | null => (all.length === 0 ? null : rounded(all.filter(holds).length / all.length));

export function figuresOf(judged: readonly Judged[]): Figures {
  const perClass = Object.fromEntries(categories.map((category) => [category, classFigures(judged, category)])) as Figures['perClass'];
  const present = Object.values(perClass).filter(({ n }) => n > 0);
  const rated = judged.filter(({ example }) => example.acceptedSeverities.length > 0);
  const rank = (level: (typeof severities)[number]): number => severities.indexOf(level);
  const byTime = judged.map(({ ms }) => ms).sort((a, b) => a - b);
  const quantile = (part: number): number => rounded(byTime[Math.min(byTime.length - 1, Math.floor(part * byTime.length))] ?? 0);
  return {
    n: judged.length,
    accuracy: shareOf(judged, ({ right }) => right) ?? 0,
    top2: shareOf(judged, ({ example, result, right }) => right || example.accepted.includes(result.alternatives[0]?.category as Category)) ?? 0,
    macroF1: rounded(present.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, present.length)),
    perClass,
    ece: calibrationError(judged),
    severityAccuracy: shareOf(rated, ({ example, result }) => example.acceptedSeverities.includes(result.severity.level)),
    severityWithinOne: shareOf(rated, ({ example: { severity, acceptedSeverities }, result }) => (severity ? [severity] : acceptedSeverities).some((due) => Math.abs(rank(due) - rank(result.severity.level)) <= 1)),
    nonIncidentsCalledIncident: shareOf(judged.filter(({ example }) => example.tags.includes('non_incident')), ({ result }) => result.category !== 'other'),
    p50ms: quantile(0.5),
    p95ms: quantile(0.95),
  };
}

/** A wrong answer counts against the category that was due, and against the one that was given. */
function classFigures(judged: readonly Judged[], category: Category): ClassFigures {
  const due = judged.filter(({ example, right, result }) => (right ? result.category : (example.label ?? example.accepted[0])) === category);
  const given = judged.filter(({ result }) => result.category === category);
  const hits = given.filter(({ right }) => right).length;
  const precision = given.length === 0 ? 0 : rounded(hits / given.length);
  const recall = due.length === 0 ? 0 : rounded(hits / due.length);
  return { precision, recall, f1: precision + recall === 0 ? 0 : rounded((2 * precision * recall) / (precision + recall)), n: due.length };
}

function calibrationError(judged: readonly Judged[]): number {
  const bins = Array.from({ length: 10 }, (_, bin) => judged.filter(({ result }) => Math.min(9, Math.floor(result.confidence * 10)) === bin));
  return rounded(
    bins.reduce((sum, bin) => {
      const confidence = bin.reduce((total, { result }) => total + result.confidence, 0);
      return sum + Math.abs(confidence - bin.filter(({ right }) => right).length) / judged.length;
    }, 0),
  );
}

/** Wilson's interval for a share of n at 95 %. */
export function interval(share: number, n: number): [number, number] {
  const z = 1.96;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  return [rounded(Math.max(0, middle - half)), rounded(Math.min(1, middle + half))];
}
