import { leftWhenPaused, type Clock, type ClockKind, type Clocks } from '@secura/domain/incidents/clocks';
import { duration, workTime } from '../../ui/time.ts';

export type ClockState = 'done' | 'late' | 'running' | 'soon' | 'over' | 'paused';

export interface ClockFace {
  state: ClockState;
  text: string;
}

/** What a clock of an incident shows; while it is paused, how much was left of it then. */
export function readClock(clocks: Clocks, kind: ClockKind, startedAt: Date, now: Date): ClockFace {
  const { pause, calendar } = clocks;
  const clock = clocks[kind];
  if (!pause || clock.doneAt) return readDue(clock, startedAt, now);
  const left = leftWhenPaused(clock, pause, calendar);
  return { state: 'paused', text: left > 0 ? `paused, ${calendar ? `${workTime(left)} of work` : calm(left)} left` : 'paused, overdue' };
}

/** What is left of a time that ends, how long it is over, or how it ended. The last quarter of it is soon unless it says so itself. */
export function readDue({ dueAt, doneAt, soonAt }: Pick<Clock, 'dueAt' | 'doneAt'> & Partial<Clock>, startedAt: Date, now: Date): ClockFace {
  if (doneAt) {
    const took = duration(doneAt.getTime() - startedAt.getTime());
    return doneAt <= dueAt ? { state: 'done', text: `done after ${took}` } : { state: 'late', text: `done late, after ${took}` };
  }
  const left = dueAt.getTime() - now.getTime();
  if (left < 0) return { state: 'over', text: `${calm(-left)} overdue` };
  const soon = soonAt?.getTime() ?? dueAt.getTime() - (dueAt.getTime() - startedAt.getTime()) / 4;
  return { state: now.getTime() > soon ? 'soon' : 'running', text: `${calm(left)} left` };
}

// Seconds on a clock that is read every half minute would only be wrong.
function calm(ms: number): string {
  return ms < 60_000 ? 'under 1 min' : duration(Math.floor(ms / 60_000) * 60_000);
}

export const clockLabels: Record<ClockKind, string> = { acknowledge: 'First response', resolve: 'Resolution' };
