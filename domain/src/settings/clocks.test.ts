import { expect, it } from 'vitest';
import { ClockSettingsInput, defaultClocks, readClockSettings } from './clocks.ts';

const { targets, calendar } = defaultClocks;
const judged = (input: unknown) => ClockSettingsInput.safeParse(input);

it('takes what holds by default, and days each once and in order', () => {
  expect(ClockSettingsInput.parse(defaultClocks)).toEqual(defaultClocks);
  const given = { targets, calendar: { ...calendar, weekdays: [5, 1, 5], holidays: ['2026-12-26', '2026-12-25', '2026-12-26'] } };
  expect(ClockSettingsInput.parse(given).calendar).toMatchObject({ weekdays: [1, 5], holidays: ['2026-12-25', '2026-12-26'] });
});

it.each([
  ['no time', { targets: { ...targets, low: { ...targets.low, acknowledge: 0 } }, calendar }, 'targets.low.acknowledge'],
  ['half a minute', { targets: { ...targets, low: { ...targets.low, resolve: 1.5 } }, calendar }, 'targets.low.resolve'],
  ['more than a year', { targets: { ...targets, low: { ...targets.low, resolve: 1e9 } }, calendar }, 'targets.low.resolve'],
  ['a response after the resolution', { targets: { ...targets, high: { ...targets.high, acknowledge: 9000 } }, calendar }, 'targets.high.acknowledge'],
  ['a severity too few', { targets: { low: targets.low, medium: targets.medium, high: targets.high }, calendar }, 'targets.critical'],
  ['a zone that is none', { targets, calendar: { ...calendar, timeZone: 'Mars/Olympus' } }, 'calendar.timeZone'],
  ['a week without work', { targets, calendar: { ...calendar, weekdays: [] } }, 'calendar.weekdays'],
  ['an eighth day', { targets, calendar: { ...calendar, weekdays: [8] } }, 'calendar.weekdays.0'],
  ['a day that ends before it begins', { targets, calendar: { ...calendar, from: 1020, to: 540 } }, 'calendar.to'],
  ['a holiday that is no day', { targets, calendar: { ...calendar, holidays: ['2026-02-30'] } }, 'calendar.holidays.0'],
  ['holidays without end', { targets, calendar: { ...calendar, holidays: Array.from({ length: 61 }, () => '2026-12-25') } }, 'calendar.holidays'],
  ['a list that is none', { targets, calendar: { ...calendar, weekdays: { length: '9' } } }, 'calendar.weekdays'],
])('refuses %s, and says where', (_, input, path) => {
  expect(judged(input).error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
});

it('holds the defaults until somebody says otherwise', () => expect(readClockSettings(undefined)).toBe(defaultClocks));
