import { sumOf } from './rollup-sums.ts';
import type { DayRollup } from './rollup.ts';

/** Length of each of the two periods that are compared, in days. */
export const periodDays = 28;
/** With fewer reports in both periods together nothing is said about a trend. */
export const fewestForTrend = 10;
const significant = 0.05;

export type Trend = 'rising' | 'falling' | 'steady' | 'not enough data';

/** How often a kind of incident was reported lately, and before. */
export interface ThreatFigure {
  key: string;
  now: number;
  before: number;
  trend: Trend;
  /** How probable a difference as large as this is by chance alone; null where there is too little data. */
  p: number | null;
}

/** Log of n!, by addition: n is a number of reports. */
function logFactorial(n: number): number {
  let sum = 0;
  for (let factor = 2; factor <= n; factor++) sum += Math.log(factor);
  return sum;
}

/** Two-sided binomial test that two counts of equal periods come from the same rate (Przyborowski & Wilenski 1940). */
export function sameRate(now: number, before: number): number {
  const total = now + before;
  const probability = (count: number): number => Math.exp(logFactorial(total) - logFactorial(count) - logFactorial(total - count) - total * Math.LN2);
  let tail = 0;
  for (let count = Math.max(now, before); count <= total; count++) tail += probability(count);
  return Math.min(1, 2 * tail);
}

/**
 * Compares two periods of equal length, key by key; the most frequent first.
 * @param comparable false while the earlier period began before anything could be reported: then nothing is a trend
 */
export function compareThreats(now: readonly DayRollup[], before: readonly DayRollup[], group: 'category' | 'department', comparable: boolean): ThreatFigure[] {
  const [late, early] = [sumOf(now, group), sumOf(before, group)];
  return [...new Set([...late.keys(), ...early.keys()])]
    .map((key) => figure(key, late.get(key) ?? 0, early.get(key) ?? 0, comparable))
    .filter((one) => one.now + one.before > 0)
    .sort((a, b) => b.now - a.now || b.before - a.before || a.key.localeCompare(b.key));
}

function figure(key: string, now: number, before: number, comparable: boolean): ThreatFigure {
  if (!comparable || now + before < fewestForTrend) return { key, now, before, trend: 'not enough data', p: null };
  const p = Math.round(sameRate(now, before) * 10_000) / 10_000;
  return { key, now, before, p, trend: p >= significant ? 'steady' : now > before ? 'rising' : 'falling' };
}
