import type { Clock, Clocks } from '@secura/domain/incidents/clocks';
import { expect, it } from 'vitest';
import { readClock } from './clock-text.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000);
const clock: Clock = { target: 60, soonAt: at(45), dueAt: at(60), overdueAt: at(75), doneAt: null };
const clocks = (change: Partial<Clock> = {}, rest: Partial<Clocks> = {}): Clocks => ({ acknowledge: { ...clock, ...change }, resolve: clock, calendar: null, pause: null, stops: [], ...rest });
const pausedAt = (minutes: number): Partial<Clocks> => ({ pause: { reason: 'supplier', at: at(minutes), by: { uid: 'ana', name: 'Ana' } } });
const officeHours = { timeZone: 'UTC', weekdays: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 30, holidays: [] };

it.each([
  [10, 'running', '50 min left'],
  [50, 'soon', '10 min left'],
  [59.5, 'soon', 'under 1 min left'],
  [75, 'over', '15 min overdue'],
  [60 + 26 * 60, 'over', '1 d 2 h overdue'],
] as const)('after %d minutes it is %s', (minutes, state, text) => {
  expect(readClock(clocks(), 'acknowledge', at(0), at(minutes))).toEqual({ state, text });
});

it('says how it ended', () => {
  expect(readClock(clocks({ doneAt: at(5) }, pausedAt(50)), 'acknowledge', at(0), at(99))).toEqual({ state: 'done', text: 'done after 5 min' });
  expect(readClock(clocks({ doneAt: at(90) }), 'acknowledge', at(0), at(99)).state).toBe('late');
});

it.each([
  [20, {}, 'paused, 40 min left'],
  [20, { calendar: officeHours }, 'paused, 10 min of work left'],
  [20, { calendar: { ...officeHours, to: 1440 } }, 'paused, 40 min of work left'],
  [70, {}, 'paused, overdue'],
])('paused after %d minutes it stands still', (minutes, rest, text) => {
  expect(readClock(clocks({}, { ...pausedAt(minutes), ...rest }), 'acknowledge', at(0), at(5000))).toEqual({ state: 'paused', text });
});
