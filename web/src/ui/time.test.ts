import { describe, expect, it } from 'vitest';
import { duration, relativeTime, workTime } from './time.ts';

const now = new Date('2026-03-01T12:00:00Z');
const before = (seconds: number) => relativeTime(new Date(now.getTime() - seconds * 1000), now);

describe('times in words', () => {
  it.each([
    [0, 'just now'],
    [59, 'just now'],
    [60, '1 minute ago'],
    [3600, '1 hour ago'],
    [86_400, 'yesterday'],
    [-7200, 'in 2 hours'],
  ])('%i s ago is "%s"', (seconds, words) => expect(before(seconds)).toBe(words));

  it.each([
    [0, '0 s'],
    [45_000, '45 s'],
    [12 * 60_000 + 30_000, '12 min'],
    [3_600_000 * 5 + 60_000, '5 h 1 min'],
    [86_400_000 * 3, '3 d'],
    [-5, '0 s'],
  ])('%i ms is "%s"', (ms, words) => expect(duration(ms)).toBe(words));
});

it('counts working time in hours, because a working day has no fixed length', () => {
  expect([2400, 200, 60, 45, 0].map((minutes) => workTime(minutes * 60_000))).toEqual(['40 h', '3 h 20 min', '1 h', '45 min', '0 min']);
});
