import type { Severity } from './vocabulary.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Targets per severity in ms from the moment of the report; unknown severity is held to `medium`. */
export const targets: Record<Severity, { acknowledge: number; resolve: number }> = {
  critical: { acknowledge: 15 * minute, resolve: 1 * day },
  high: { acknowledge: 1 * hour, resolve: 3 * day },
  medium: { acknowledge: 4 * hour, resolve: 7 * day },
  low: { acknowledge: 1 * day, resolve: 30 * day },
};

export interface Clock {
  dueAt: Date;
  /** When the thing was done; null while it runs. */
  doneAt: Date | null;
}

export interface Clocks {
  /** Stops at the first act of a person of the security team. */
  acknowledge: Clock;
  /** Stops when the incident is resolved, runs on when it is reopened. */
  resolve: Clock;
}

/** Clocks for a severity, keeping what is already done (a changed severity moves only what still runs). */
export function startClocks(reportedAt: Date, severity: Severity | null, before?: Clocks | null): Clocks {
  const target = targets[severity ?? 'medium'];
  const clock = (kind: 'acknowledge' | 'resolve'): Clock =>
    before?.[kind].doneAt
      ? before[kind]
      : { dueAt: new Date(reportedAt.getTime() + target[kind]), doneAt: null };
  return { acknowledge: clock('acknowledge'), resolve: clock('resolve') };
}

/** The clock that runs out next, or null when none runs. */
export function nextDue(clocks: Clocks): { kind: 'acknowledge' | 'resolve'; dueAt: Date } | null {
  for (const kind of ['acknowledge', 'resolve'] as const) {
    if (!clocks[kind].doneAt) return { kind, dueAt: clocks[kind].dueAt };
  }
  return null;
}
