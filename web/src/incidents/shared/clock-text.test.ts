import { expect, it } from 'vitest';
import { readClock } from './clock-text.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000);
const clock = { dueAt: at(60), doneAt: null };

it.each([
  [10, 'running', '50 min left'],
  [50, 'soon', '10 min left'],
  [59.5, 'soon', 'under 1 min left'],
  [75, 'over', '15 min overdue'],
  [60 + 26 * 60, 'over', '1 d 2 h overdue'],
] as const)('after %d minutes it is %s', (minutes, state, text) => {
  expect(readClock(clock, at(0), at(minutes))).toEqual({ state, text });
});

it('says how it ended', () => {
  expect(readClock({ dueAt: at(60), doneAt: at(5) }, at(0), at(99))).toEqual({ state: 'done', text: 'done after 5 min' });
  expect(readClock({ dueAt: at(60), doneAt: at(90) }, at(0), at(99)).state).toBe('late');
});
