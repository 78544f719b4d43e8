import type { DayRollup } from './rollup.ts';

/** Means over some days, each null where nothing happened that it could be the mean of. */
export interface Means {
  /** Mean time to acknowledge in ms: report → first act of a person of the team. */
  acknowledgeMs: number | null;
  /** Mean time to resolve in ms: report → resolved; a reopened incident counts again when it is resolved again. */
  resolveMs: number | null;
  reported: number;
  resolved: number;
}

/** The formulas as people read them on screen. */
export const formulas = {
  acknowledge: 'Mean time to acknowledge = sum of (first act of a team member − report) ÷ number of incidents acknowledged in the period.',
  resolve: 'Mean time to resolve = sum of (resolved − report) ÷ number of resolutions in the period; a reopened incident counts again when it is resolved again.',
} as const;

/** Adds days up. The mean of a period is never a mean of daily means. */
export function meansOf(days: readonly DayRollup[]): Means {
  const sum = (field: 'reported' | 'resolved' | 'acknowledged' | 'acknowledgeMs' | 'resolveMs'): number =>
    days.reduce((total, day) => total + (day[field] ?? 0), 0);
  const mean = (total: number, count: number): number | null => (count > 0 ? total / count : null);
  return {
    acknowledgeMs: mean(sum('acknowledgeMs'), sum('acknowledged')),
    resolveMs: mean(sum('resolveMs'), sum('resolved')),
    reported: sum('reported'),
    resolved: sum('resolved'),
  };
}
