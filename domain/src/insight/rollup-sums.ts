import type { DayRollup } from './rollup.ts';

/** Adds up one group of counters over days, by key. */
export function sumOf(days: readonly DayRollup[], group: 'category' | 'department'): Map<string, number> {
  const sums = new Map<string, number>();
  for (const day of days) for (const [key, value] of Object.entries(day[group] ?? {})) sums.set(key, (sums.get(key) ?? 0) + value);
  return sums;
}
