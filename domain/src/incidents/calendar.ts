import { momentOf, wallTime } from '../platform/time-zone.ts';

/** When the team works. */
export interface Calendar {
  /** An IANA name. */
  timeZone: string;
  /** Of the week, 1 for Monday to 7 for Sunday; at least one. */
  weekdays: number[];
  /** Minutes of the day between which it works, the end after the beginning and 1440 at most. */
  from: number;
  to: number;
  /** Days without work, `yyyy-mm-dd`. */
  holidays: string[];
}

/** A length of time, both ends as moments. */
export interface Span {
  from: Date;
  to: Date;
}

const day = 86_400_000;
const minute = 60_000;

/** The working hours that end after a moment, one after another without an end; around the clock there is one. */
function* workingHours(calendar: Calendar | null, after: number): Generator<[from: number, to: number]> {
  if (!calendar) return yield [after, Infinity];
  const { timeZone, weekdays, from, to } = calendar;
  const works = new Set(weekdays);
  const holidays = new Set(calendar.holidays);
  // From the day before: where a clock is put back over midnight, a day comes twice.
  for (let date = Math.floor(wallTime(after, timeZone) / day) * day - day; ; date += day) {
    // The epoch was a Thursday.
    const weekday = ((((date / day + 3) % 7) + 7) % 7) + 1;
    if (!works.has(weekday) || holidays.has(new Date(date).toISOString().slice(0, 10))) continue;
    const hours: [number, number] = [momentOf(date + from * minute, timeZone), momentOf(date + to * minute, timeZone)];
    if (hours[1] > after && hours[1] > hours[0]) yield hours;
  }
}

/**
 * Working time between two moments, in ms. Time during which a clock was put back or forward counts as long as it really was.
 * @param calendar null for around the clock
 */
export function workingBetween(from: Date, to: Date, calendar: Calendar | null): number {
  let sum = 0;
  for (const [opens, closes] of workingHours(calendar, from.getTime())) {
    if (opens >= to.getTime()) break;
    sum += Math.max(0, Math.min(closes, to.getTime()) - Math.max(opens, from.getTime()));
    if (closes >= to.getTime()) break;
  }
  return sum;
}

/**
 * The moment at which so much working time has gone by, the earliest of several; in time that grows with the days between.
 * @param calendar null for around the clock
 * @param stops lengths of time that do not count, in order and apart
 */
export function afterWorking(start: Date, ms: number, calendar: Calendar | null, stops: readonly Span[] = []): Date {
  let left = ms;
  let from = start;
  for (const stop of stops) {
    if (stop.to <= from) continue;
    const before = workingBetween(from, stop.from, calendar);
    if (left <= before) break;
    left -= before;
    from = stop.to;
  }
  for (const [opens, closes] of workingHours(calendar, from.getTime())) {
    const begins = Math.max(opens, from.getTime());
    if (left <= closes - begins) return new Date(begins + left);
    left -= closes - begins;
  }
  throw new Error('Working hours have no end.');
}
