import type { Clocks } from '../incidents/clocks.ts';

export const clockKinds = ['acknowledge', 'resolve'] as const;
export type ClockKind = (typeof clockKinds)[number];

/** A quarter of the time before a clock runs out; then; and as long again afterwards. */
export const reminderStages = ['soon', 'breached', 'overdue'] as const;
export type ReminderStage = (typeof reminderStages)[number];

/** Of an incident: up to which moment reminders were looked at, and when there is one to send. */
export interface Reminders {
  upTo: Date;
  nextAt: Date | null;
}

export interface DueReminder {
  clock: ClockKind;
  stage: ReminderStage;
  dueAt: Date;
}

/** Every reminder of the clocks that run, with its moment. */
function* all(clocks: Clocks, reportedAt: Date): Generator<DueReminder & { at: number }> {
  for (const clock of clockKinds) {
    const { dueAt, doneAt } = clocks[clock];
    if (doneAt) continue;
    const lead = Math.max(0, dueAt.getTime() - reportedAt.getTime()) / 4;
    for (const [index, stage] of reminderStages.entries()) yield { clock, stage, dueAt, at: dueAt.getTime() + (index - 1) * lead };
  }
}

/** When the next reminder after a moment is; a clock that was moved into the past reminds at once. */
export function nextReminder(clocks: Clocks, reportedAt: Date, upTo: Date): Date | null {
  let next = Infinity;
  for (const { at } of all(clocks, reportedAt)) if (at > upTo.getTime()) next = Math.min(next, at);
  return next === Infinity ? null : new Date(next);
}

/** Reminders between two moments, of each clock only the latest: who was away is not told what is over. */
export function dueReminders(clocks: Clocks, reportedAt: Date, upTo: Date, now: Date): DueReminder[] {
  const due = new Map<ClockKind, DueReminder>();
  for (const { at, ...reminder } of all(clocks, reportedAt)) {
    if (at > upTo.getTime() && at <= now.getTime()) due.set(reminder.clock, reminder);
  }
  return [...due.values()];
}

const acts: Record<ClockKind, string> = { acknowledge: 'be looked at', resolve: 'be resolved' };

/** A reminder in words: "the time to be resolved is nearly over". */
export function tellReminder(clock: ClockKind, stage: ReminderStage): string {
  const time = `the time to ${acts[clock]}`;
  return { soon: `${time} is nearly over`, breached: `${time} is over`, overdue: `${time} has long been over` }[stage];
}
