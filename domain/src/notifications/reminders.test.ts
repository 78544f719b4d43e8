import { expect, test } from 'vitest';
import { resumeClocks, startClocks, type Clocks } from '../incidents/clocks.ts';
import type { Severity } from '../incidents/vocabulary.ts';
import { defaultClocks } from '../settings/clocks.ts';
import { dueReminders, nextReminder } from './reminders.ts';

const reported = new Date('2026-01-01T00:00:00Z');
const after = (minutes: number): Date => new Date(reported.getTime() + minutes * 60_000);
const start = (severity: Severity, before?: Clocks): Clocks => startClocks(reported, severity, defaultClocks, before);
const clocks = start('high'); // An hour to acknowledge, three days to resolve.
const acknowledged = { ...clocks, acknowledge: { ...clocks.acknowledge, doneAt: after(5) } };

test('reminders come a quarter of the time before, at the end, and a quarter after', () => {
  expect(nextReminder(clocks, reported)).toEqual(after(45));
  expect(nextReminder(clocks, after(45))).toEqual(after(60));
  expect(nextReminder(clocks, after(60))).toEqual(after(75));
  expect(nextReminder(clocks, after(75))).toEqual(after(0.75 * 3 * 1440));
  expect(nextReminder(acknowledged, reported)).toEqual(after(0.75 * 3 * 1440));
});

test('each comes once, and of those that were missed only the latest of each clock', () => {
  expect(dueReminders(clocks, reported, after(44))).toEqual([]);
  expect(dueReminders(clocks, reported, after(45))).toMatchObject([{ clock: 'acknowledge', stage: 'soon' }]);
  expect(dueReminders(clocks, after(45), after(59))).toEqual([]);
  expect(dueReminders(clocks, reported, after(100_000))).toMatchObject([{ clock: 'acknowledge', stage: 'overdue' }, { clock: 'resolve', stage: 'overdue' }]);
  expect(nextReminder(clocks, after(100_000))).toBeNull();
});

test('a raised severity that leaves no time reminds at once', () => {
  const critical = start('critical', clocks);
  expect(nextReminder(critical, after(5))! < after(30)).toBe(true);
  expect(dueReminders(critical, reported, after(30))).toMatchObject([{ clock: 'acknowledge', stage: 'overdue' }]);
});

test('in working hours nobody is reminded at night: the quarter before the end is one of work', () => {
  const low = startClocks(new Date('2026-01-02T15:00:00Z'), 'low', defaultClocks); // A Friday, two hours before its end.
  expect(nextReminder(low, reported)?.toISOString()).toBe('2026-01-05T13:00:00.000Z');
});

test('a pause reminds of nothing, and afterwards each reminder that has not come is as much later', () => {
  const paused: Clocks = { ...acknowledged, pause: { reason: 'supplier', at: after(60), by: { uid: 'ana', name: 'Ana' } } };
  expect(nextReminder(paused, reported)).toBeNull();
  expect(dueReminders(paused, reported, after(100_000))).toEqual([]);
  expect(nextReminder(resumeClocks(paused, reported, after(90)), reported)).toEqual(after(0.75 * 3 * 1440 + 30));
});

test('what was told before a pause is not told again after it', () => {
  const soon = 0.75 * 3 * 1440;
  const resumed = resumeClocks({ ...acknowledged, pause: { reason: 'other', at: after(soon + 5), by: { uid: 'ana', name: 'Ana' } } }, reported, after(soon + 500));
  expect(dueReminders(resumed, after(soon), after(soon + 501))).toEqual([]);
  // Told late it is, where nobody came to it before.
  expect(dueReminders(resumed, after(1), after(soon + 501))).toMatchObject([{ stage: 'soon' }]);
});
