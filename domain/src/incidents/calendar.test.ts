import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallTime } from '../platform/time-zone.ts';
import { afterWorking, workingBetween, type Calendar } from './calendar.ts';

const vienna: Calendar = { timeZone: 'Europe/Vienna', weekdays: [1, 2, 3, 4, 5], from: 540, to: 1020, holidays: ['2026-12-25'] };
const hour = 3_600_000;
const at = (text: string): Date => new Date(text);

describe('working time', () => {
  it.each([
    ['within a day', '2026-01-15T09:00:00Z', 2, '2026-01-15T11:00:00.000Z'],
    ['over a night', '2026-01-15T15:00:00Z', 2, '2026-01-16T09:00:00.000Z'],
    ['over a weekend, begun outside of hours', '2026-01-17T12:00:00Z', 1, '2026-01-19T09:00:00.000Z'],
    ['over a holiday before a weekend', '2026-12-24T15:30:00Z', 1, '2026-12-28T08:30:00.000Z'],
    ['over the change to summer time', '2026-03-27T15:00:00Z', 2, '2026-03-30T08:00:00.000Z'],
    ['over the change to winter time', '2026-10-23T14:00:00Z', 2, '2026-10-26T09:00:00.000Z'],
    ['to the very end of a day', '2026-01-15T15:00:00Z', 1, '2026-01-15T16:00:00.000Z'],
    ['none', '2026-01-17T12:00:00Z', 0, '2026-01-19T08:00:00.000Z'],
  ])('goes by %s', (_, from, hours, until) => expect(afterWorking(at(from), hours * hour, vienna).toISOString()).toBe(until));

  it('around the clock is time', () => {
    expect(afterWorking(at('2026-03-28T12:00:00Z'), 48 * hour, null).toISOString()).toBe('2026-03-30T12:00:00.000Z');
    expect(workingBetween(at('2026-03-28T12:00:00Z'), at('2026-03-30T12:00:00Z'), null)).toBe(48 * hour);
  });

  it('of a night shift is as long as it really was when the clock is changed within it', () => {
    const nights = { ...vienna, weekdays: [7], from: 0, to: 6 * 60, holidays: [] };
    expect(workingBetween(at('2026-03-28T00:00:00Z'), at('2026-03-30T00:00:00Z'), nights)).toBe(5 * hour);
    expect(workingBetween(at('2026-10-24T00:00:00Z'), at('2026-10-26T00:00:00Z'), nights)).toBe(7 * hour);
  });
});

const zones = ['UTC', 'Europe/Vienna', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu'];
const moment = fc.integer({ min: Date.parse('2011-01-01'), max: Date.parse('2030-01-01') }).map((ms) => new Date(ms));
const calendars: fc.Arbitrary<Calendar> = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    hours: fc.integer({ min: 0, max: 1380 }).chain((from) => fc.tuple(fc.constant(from), fc.integer({ min: from + 60, max: 1440 }))),
    holidays: fc.array(moment.map((date) => date.toISOString().slice(0, 10)), { maxLength: 10 }),
  })
  .map(({ hours, ...rest }) => ({ ...rest, from: hours[0], to: hours[1] }));
const lengths = fc.integer({ min: 1, max: 30 * 24 * hour });

describe('for any calendar', () => {
  it('as much working time lies between as was asked for, and the end is one of it', () => {
    fc.assert(
      fc.property(calendars, moment, lengths, (calendar, from, ms) => {
        const until = afterWorking(from, ms, calendar);
        expect(workingBetween(from, until, calendar)).toBe(ms);
        // The last of it was working time: nothing earlier would do.
        expect(workingBetween(from, new Date(until.getTime() - 1), calendar)).toBe(ms - 1);
      }),
    );
  });

  it('working time adds up, whatever lies between', () => {
    fc.assert(
      fc.property(calendars, moment, lengths, lengths, (calendar, from, one, two) => {
        const [middle, end] = [new Date(from.getTime() + one), new Date(from.getTime() + one + two)];
        expect(workingBetween(from, middle, calendar) + workingBetween(middle, end, calendar)).toBe(workingBetween(from, end, calendar));
        expect(workingBetween(from, end, calendar)).toBeLessThanOrEqual(one + two);
      }),
    );
  });

  it('is what somebody with a watch would count, minute by minute', () => {
    fc.assert(
      fc.property(calendars, moment, (calendar, near) => {
        // Whole minutes, so that each either is working time or is not; without the hour that a changed clock shows twice.
        const from = new Date(Math.floor(near.getTime() / 60_000) * 60_000);
        let counted = 0;
        let sure = true;
        for (let minute = 0; minute < 3 * 1440; minute++) {
          const now = from.getTime() + minute * 60_000;
          const wall = wallTime(now, calendar.timeZone);
          if (wallTime(now + 60_000, calendar.timeZone) - wall !== 60_000) sure = false;
          const day = new Date(wall);
          const ofDay = (wall % 86_400_000) / 60_000;
          if (calendar.weekdays.includes(day.getUTCDay() || 7) && !calendar.holidays.includes(day.toISOString().slice(0, 10)) && ofDay >= calendar.from && ofDay < calendar.to) counted += 1;
        }
        fc.pre(sure);
        expect(workingBetween(from, new Date(from.getTime() + 3 * 86_400_000), calendar)).toBe(counted * 60_000);
      }),
      { numRuns: 15 },
    );
  });

  it('what is stopped does not count, wherever the stops lie', () => {
    fc.assert(
      fc.property(calendars, moment, lengths, fc.array(fc.integer({ min: 0, max: 5 * 24 * hour }), { maxLength: 12 }), (calendar, from, ms, gaps) => {
        let last = from.getTime();
        const edges = gaps.map((gap) => new Date((last += gap)));
        const stops = Array.from({ length: Math.floor(edges.length / 2) }, (_, index) => ({ from: edges[index * 2]!, to: edges[index * 2 + 1]! }));
        const until = afterWorking(from, ms, calendar, stops);
        const stopped = stops.reduce((sum, stop) => sum + workingBetween(stop.from, new Date(Math.max(stop.from.getTime(), Math.min(stop.to.getTime(), until.getTime()))), calendar), 0);
        expect(workingBetween(from, until, calendar) - stopped).toBe(ms);
      }),
    );
  });
});

it('takes time that grows with the days, not faster: a year is answered at once', () => {
  const started = performance.now();
  const until = afterWorking(at('2026-01-01T00:00:00Z'), 365 * 8 * hour, { ...vienna, holidays: Array.from({ length: 60 }, (_, index) => `2026-02-${String((index % 28) + 1).padStart(2, '0')}`) });
  expect(until > at('2027-05-01T00:00:00Z')).toBe(true);
  expect(performance.now() - started).toBeLessThan(500);
});
