import { z } from 'zod';
import type { Calendar } from '../incidents/calendar.ts';
import type { ClockKind } from '../incidents/clocks.ts';
import { type severities, type Severity } from '../incidents/vocabulary.ts';
import { isTimeZone } from '../platform/time-zone.ts';

/** Which time counts: all, or the team's working hours. */
const hours = ['always', 'business'] as const;

export interface SeverityTargets extends Record<ClockKind, number> {
  hours: (typeof hours)[number];
}

/** `settings/clocks`: how long the team gives itself, in minutes, and when it works. */
export interface ClockSettings {
  targets: Record<Severity, SeverityTargets>;
  calendar: Calendar;
}

const [hour, workday] = [60, 8 * 60];

/** In force until an administrator says otherwise. */
export const defaultClocks: ClockSettings = {
  targets: {
    critical: { acknowledge: 15, resolve: 24 * hour, hours: 'always' },
    high: { acknowledge: hour, resolve: 72 * hour, hours: 'always' },
    medium: { acknowledge: 4 * hour, resolve: 5 * workday, hours: 'business' },
    low: { acknowledge: workday, resolve: 20 * workday, hours: 'business' },
  },
  calendar: { timeZone: 'UTC', weekdays: [1, 2, 3, 4, 5], from: 9 * hour, to: 17 * hour, holidays: [] },
};

const longest = 365 * 24 * hour;
export const mostHolidays = 60;

const minutes = (label: string) => z.int(`${label} is a whole number of minutes.`).min(1, `${label} is a minute at least.`).max(longest, `${label} is a year at most.`);

const targets = z
  .strictObject({ acknowledge: minutes('The time for the first response'), resolve: minutes('The time to resolve'), hours: z.enum(hours, 'Choose "always" or "business".') })
  .refine(({ acknowledge, resolve }) => acknowledge <= resolve, { message: 'The first response cannot take longer than the resolution.', path: ['acknowledge'] });

const minuteOfDay = z.int('Give a time of the day.').min(0, 'Give a time of the day.').max(1440, 'Give a time of the day.');

const calendar = z
  .strictObject({
    timeZone: z.string('Choose a time zone.').pipe(z.string().max(60, 'Choose a time zone.').refine(isTimeZone, 'There is no such time zone.')),
    weekdays: z
      .array(z.int('A weekday is a number from 1 to 7.').min(1, 'A weekday is a number from 1 to 7.').max(7, 'A weekday is a number from 1 to 7.'), 'Weekdays are a list.')
      .pipe(z.array(z.int()).min(1, 'Choose at least one day of the week.').max(7, 'A week has seven days.'))
      .transform((days) => [...new Set(days)].sort()),
    from: minuteOfDay,
    to: minuteOfDay,
    holidays: z
      .array(z.iso.date('Write a holiday as yyyy-mm-dd.'), 'Holidays are a list.')
      .pipe(z.array(z.string()).max(mostHolidays, `At most ${mostHolidays} holidays.`))
      .transform((dates) => [...new Set(dates)].sort()),
  })
  // Shorter days would spread a target over centuries.
  .refine(({ from, to }) => to - from >= 60, { message: 'The working day ends an hour after it begins, or later.', path: ['to'] });

/** All of it at once: who sets it sees all of it. */
export const ClockSettingsInput = z.strictObject({ targets: z.strictObject({ critical: targets, high: targets, medium: targets, low: targets } satisfies Record<(typeof severities)[number], typeof targets>), calendar });

/** What is in force. */
export function readClockSettings(stored: ClockSettings | undefined): ClockSettings {
  return stored ?? defaultClocks;
}
