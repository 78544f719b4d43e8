import type { DayRollup } from './rollup.ts';

/** So many earlier days of the same weekday are looked at, and so many of them are needed. */
export const weeksBack = 8;
export const fewestWeeks = 4;
/** From this modified z-score on a value is an outlier (Iglewicz & Hoaglin 1993). */
export const outlierFrom = 3.5;
/** Fewer reports than this are no wave, however quiet it was before. */
export const fewestReports = 3;

/** A day's count held against the same weekday of the weeks before. */
export interface Comparison {
  group: 'all' | 'category' | 'department';
  key: string;
  count: number;
  median: number;
  /** Median absolute deviation from the median. */
  mad: number;
  score: number;
  unusual: boolean;
}

/** The middle value; the mean of the two middle ones of an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Ids of the same weekday in the weeks before, the nearest first. */
export function sameWeekdays(day: string): string[] {
  const at = Date.parse(`${day}T00:00:00.000Z`);
  return Array.from({ length: weeksBack }, (_, week) => new Date(at - (week + 1) * 7 * 86_400_000).toISOString().slice(0, 10));
}

/** Makes values of half a report or less count as one half: where nothing ever varied every change would be endless. */
const leastDeviation = 0.5;

/**
 * Compares a day with the same weekday before: medians, so that one earlier wave does not hide the next. Only more than
 * usual is reported: a day that is not over yet is always quieter.
 */
export function compareDay(today: DayRollup, before: readonly DayRollup[]): Comparison[] {
  const compare = (group: Comparison['group'], key: string, countOf: (day: DayRollup) => number): Comparison => {
    const counts = before.map(countOf);
    const middle = median(counts);
    const mad = median(counts.map((count) => Math.abs(count - middle)));
    const count = countOf(today);
    // 1.4826 makes the deviation of a normal distribution out of its median absolute one.
    const score = Math.round(((count - middle) / (1.4826 * Math.max(leastDeviation, mad))) * 100) / 100;
    return { group, key, count, median: middle, mad, score, unusual: count >= fewestReports && score >= outlierFrom };
  };
  const keysOf = (group: 'category' | 'department'): string[] => Object.keys(today[group] ?? {}).filter((key) => (today[group]?.[key] ?? 0) > 0);
  return [
    compare('all', 'all', ({ reported = 0 }) => reported),
    ...(['category', 'department'] as const).flatMap((group) => keysOf(group).map((key) => compare(group, key, (day) => day[group]?.[key] ?? 0))),
  ].sort((a, b) => b.score - a.score);
}
