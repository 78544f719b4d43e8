import { expect, test } from 'vitest';
import { startClocks } from '../incidents/clocks.ts';
import { dueReminders, nextReminder } from './reminders.ts';

const reported = new Date('2026-01-01T00:00:00Z');
const after = (minutes: number): Date => new Date(reported.getTime() + minutes * 60_000);
const clocks = startClocks(reported, 'high'); // An hour to acknowledge, three days to resolve.
const acknowledged = { ...clocks, acknowledge: { ...clocks.acknowledge, doneAt: after(5) } };

test('reminders come a quarter of the time before, at the end, and a quarter after', () => {
  expect(nextReminder(clocks, reported, reported)).toEqual(after(45));
  expect(nextReminder(clocks, reported, after(45))).toEqual(after(60));
  expect(nextReminder(clocks, reported, after(60))).toEqual(after(75));
  expect(nextReminder(clocks, reported, after(75))).toEqual(after(0.75 * 3 * 1440));
  expect(nextReminder(acknowledged, reported, reported)).toEqual(after(0.75 * 3 * 1440));
});

test('each comes once, and of those that were missed only the latest of each clock', () => {
  expect(dueReminders(clocks, reported, reported, after(44))).toEqual([]);
  expect(dueReminders(clocks, reported, reported, after(45))).toMatchObject([{ clock: 'acknowledge', stage: 'soon' }]);
  expect(dueReminders(clocks, reported, after(45), after(59))).toEqual([]);
  expect(dueReminders(clocks, reported, reported, after(100_000))).toMatchObject([{ clock: 'acknowledge', stage: 'overdue' }, { clock: 'resolve', stage: 'overdue' }]);
  expect(nextReminder(clocks, reported, after(100_000))).toBeNull();
});

test('a raised severity that leaves no time reminds at once', () => {
  const critical = startClocks(reported, 'critical', clocks);
  expect(nextReminder(critical, reported, after(5))! < after(30)).toBe(true);
  expect(dueReminders(critical, reported, reported, after(30))).toMatchObject([{ clock: 'acknowledge', stage: 'overdue' }]);
});
