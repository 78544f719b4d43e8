import { clockKinds, type ClockKind, type Clocks } from '../incidents/clocks.ts';

/** When a quarter of the time is left; when none is; and as long again afterwards. */
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

/** Every reminder of the clocks that run, with its moment; none while they are paused. */
function* all(clocks: Clocks): Generator<DueReminder & { at: number }> {
  if (clocks.pause) return;
  for (const clock of clockKinds) {
    const { soonAt, dueAt, overdueAt, doneAt } = clocks[clock];
    if (doneAt) continue;
    for (const [index, at] of [soonAt, dueAt, overdueAt].entries()) yield { clock, stage: reminderStages[index]!, dueAt, at: at.getTime() };
  }
}

/** When the next reminder after a moment is; a clock that was moved into the past reminds at once. */
export function nextReminder(clocks: Clocks, upTo: Date): Date | null {
  let next = Infinity;
  for (const { at } of all(clocks)) if (at > upTo.getTime()) next = Math.min(next, at);
  return next === Infinity ? null : new Date(next);
}

/** Reminders between two moments, of each clock only the latest: who was away is not told what is over. */
export function dueReminders(clocks: Clocks, upTo: Date, now: Date): DueReminder[] {
  const due = new Map<ClockKind, DueReminder>();
  for (const { at, ...reminder } of all(clocks)) {
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
