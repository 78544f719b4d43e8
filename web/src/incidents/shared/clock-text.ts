import type { Clock, Clocks } from '@secura/domain/incidents/clocks';
import { duration } from '../../ui/time.ts';

export type ClockState = 'done' | 'late' | 'running' | 'soon' | 'over';

export interface ClockFace {
  state: ClockState;
  text: string;
}

/** What a clock shows: how long is left, how long it is overdue, or how it ended. */
export function readClock(clock: Clock, startedAt: Date, now: Date): ClockFace {
  if (clock.doneAt) {
    const took = duration(clock.doneAt.getTime() - startedAt.getTime());
    return clock.doneAt <= clock.dueAt ? { state: 'done', text: `done after ${took}` } : { state: 'late', text: `done late, after ${took}` };
  }
  const left = clock.dueAt.getTime() - now.getTime();
  if (left < 0) return { state: 'over', text: `${calm(-left)} overdue` };
  const whole = clock.dueAt.getTime() - startedAt.getTime();
  return { state: left < whole / 4 ? 'soon' : 'running', text: `${calm(left)} left` };
}

// Seconds on a clock that is read every half minute would only be wrong.
function calm(ms: number): string {
  return ms < 60_000 ? 'under 1 min' : duration(Math.floor(ms / 60_000) * 60_000);
}

export const clockLabels: Record<keyof Clocks, string> = { acknowledge: 'First response', resolve: 'Resolution' };
