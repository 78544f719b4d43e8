import type { ClockSettings } from '../settings/clocks.ts';
import { afterWorking, workingBetween, type Calendar, type Span } from './calendar.ts';
import type { PersonRef } from './events.ts';
import { activeStatuses, type Severity, type Status } from './vocabulary.ts';

export const clockKinds = ['acknowledge', 'resolve'] as const;
export type ClockKind = (typeof clockKinds)[number];

export interface Clock {
  /** How long there is, in minutes of working time from the report on. */
  target: number;
  /** When three quarters of it are over; when all is; when a quarter more is. */
  soonAt: Date;
  dueAt: Date;
  overdueAt: Date;
  /** When the thing was done; null while it runs. */
  doneAt: Date | null;
}

/** Why nobody works on an incident although it is not done. */
export const pauseReasons = ['reporter', 'supplier', 'change_window', 'other'] as const;
export type PauseReason = (typeof pauseReasons)[number];

export const pauseLabels: Record<PauseReason, string> = {
  reporter: 'Waiting for the reporter',
  supplier: 'Waiting for a supplier',
  change_window: 'Waiting for a change window',
  other: 'Another reason',
};

export interface Pause {
  reason: PauseReason;
  at: Date;
  by: PersonRef;
}

/** Of an incident. Holds all that its moments are computed from, so that another setting moves none that was promised. */
export interface Clocks {
  /** Stops at the first act of a person of the security team. */
  acknowledge: Clock;
  /** Stops when the incident is resolved, runs on when it is reopened. */
  resolve: Clock;
  /** The hours that count; null for around the clock. */
  calendar: Calendar | null;
  /** Since when nothing counts; null while the clocks run. The moments are then those without the pause. */
  pause: Pause | null;
  /** What did not count until now: pauses, and the time between resolved and reopened; in order and apart. */
  stops: Span[];
}

const minute = 60_000;
/** Pauses of one incident; whoever needs more has no clock. */
export const mostPauses = 30;

function moments(reportedAt: Date, target: number, calendar: Calendar | null, stops: readonly Span[]): Pick<Clock, 'soonAt' | 'dueAt' | 'overdueAt'> {
  const after = (quarters: number): Date => afterWorking(reportedAt, (target * minute * quarters) / 4, calendar, stops);
  return { soonAt: after(3), dueAt: after(4), overdueAt: after(5) };
}

/** The same clocks with the moments of those that run as they follow from what stopped them. */
function recomputed(clocks: Clocks, reportedAt: Date): Clocks {
  const { calendar, stops } = clocks;
  const anew = (clock: Clock): Clock => (clock.doneAt ? clock : { ...clock, ...moments(reportedAt, clock.target, calendar, stops) });
  return { ...clocks, acknowledge: anew(clocks.acknowledge), resolve: anew(clocks.resolve) };
}

/**
 * Clocks by the targets of a severity, an unknown one held to `medium`. What is done keeps its clock, and what did not
 * count before does not count now.
 */
export function startClocks(reportedAt: Date, severity: Severity | null, settings: ClockSettings, before?: Clocks | null): Clocks {
  const { hours, ...targets } = settings.targets[severity ?? 'medium'];
  const calendar = hours === 'business' ? settings.calendar : null;
  const stops = before?.stops ?? [];
  const clock = (kind: ClockKind): Clock =>
    before?.[kind].doneAt ? before[kind] : { target: targets[kind], ...moments(reportedAt, targets[kind], calendar, stops), doneAt: null };
  return { acknowledge: clock('acknowledge'), resolve: clock('resolve'), calendar, pause: before?.pause ?? null, stops };
}

/** Why the clocks of an incident cannot be paused now, as a sentence; null when they can. */
export function objectionToPause({ status, clocks }: { status: Status; clocks: Clocks | null }): string | null {
  if (!clocks) return 'The clocks have not started yet.';
  if (!activeStatuses.includes(status)) return `This incident is ${status}: no clock runs.`;
  if (clocks.pause) return 'The clocks are paused already. Let them run on first.';
  if (clocks.stops.length >= mostPauses) return `The clocks were stopped ${mostPauses} times already.`;
  return null;
}

/** Ends a pause at a moment, if there is one: it does not count, and what still runs is due later. */
export function resumeClocks(clocks: Clocks, reportedAt: Date, at: Date): Clocks {
  const { pause } = clocks;
  if (!pause) return clocks;
  return recomputed({ ...clocks, pause: null, stops: withStop(clocks.stops, { from: pause.at, to: at }) }, reportedAt);
}

const withStop = (stops: readonly Span[], stop: Span): Span[] => (stop.to > stop.from ? [...stops, stop] : [...stops]);

/**
 * What a change of an incident does to its clocks: an acknowledgement stops one, an end the other and any pause, and an
 * incident that is taken up again goes on with what was left.
 */
export function followStatus(clocks: Clocks, change: { from: Status; to: Status; acknowledged: boolean; reportedAt: Date; now: Date }): Clocks {
  const { reportedAt, now } = change;
  const [was, is] = [activeStatuses.includes(change.from), activeStatuses.includes(change.to)];
  let next = clocks;
  if (!is) next = resumeClocks(next, reportedAt, now);
  const { acknowledge, resolve } = next;
  if (change.acknowledged && !acknowledge.doneAt) next = { ...next, acknowledge: { ...acknowledge, doneAt: now } };
  if (!is && (was || !resolve.doneAt)) next = { ...next, resolve: { ...resolve, doneAt: now } };
  if (is && resolve.doneAt) next = recomputed({ ...next, resolve: { ...resolve, doneAt: null }, stops: withStop(next.stops, { from: resolve.doneAt, to: now }) }, reportedAt);
  return next;
}

/** The clock that runs out next, or null when none runs. */
export function nextDue(clocks: Clocks): { kind: ClockKind; dueAt: Date } | null {
  if (clocks.pause) return null;
  for (const kind of clockKinds) {
    if (!clocks[kind].doneAt) return { kind, dueAt: clocks[kind].dueAt };
  }
  return null;
}

/** Working time that a paused clock has left, in ms; 0 when it ran out before. */
export function leftWhenPaused({ dueAt }: Clock, { at }: Pause, calendar: Calendar | null): number {
  return workingBetween(at, dueAt, calendar);
}

/** Clocks as they were stored before they knew pauses, targets and working hours. */
type StoredClocks = Partial<Omit<Clocks, ClockKind>> & Record<ClockKind, Pick<Clock, 'dueAt' | 'doneAt'> & Partial<Clock>>;

/** Stored clocks with what they lack. */
export function completeClocks(stored: StoredClocks, reportedAt: Date): Clocks {
  const clock = (kind: ClockKind): Clock => {
    const target = (stored[kind].dueAt.getTime() - reportedAt.getTime()) / minute;
    return stored[kind].target === undefined ? { ...stored[kind], target, ...moments(reportedAt, target, null, []) } : (stored[kind] as Clock);
  };
  return { calendar: null, pause: null, stops: [], ...stored, acknowledge: clock('acknowledge'), resolve: clock('resolve') };
}
