import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isTimeZone, momentOf, wallTime } from './time-zone.ts';

const iso = (ms: number): string => new Date(ms).toISOString();
const utc = Date.parse;

it('knows what the wall shows in summer and in winter', () => {
  expect(iso(wallTime(utc('2026-01-15T12:00:00.250Z'), 'Europe/Vienna'))).toBe('2026-01-15T13:00:00.250Z');
  expect(iso(wallTime(utc('2026-07-15T12:00:00Z'), 'Europe/Vienna'))).toBe('2026-07-15T14:00:00.000Z');
  expect(iso(wallTime(utc('2026-07-15T12:00:00Z'), 'Asia/Kathmandu'))).toBe('2026-07-15T17:45:00.000Z');
});

it('takes of two equal times the earlier, and of none the moment of the change', () => {
  // Vienna: 29 March 2026 from 02:00 to 03:00, 25 October 2026 from 03:00 back to 02:00.
  expect(iso(momentOf(utc('2026-10-25T02:30:00Z'), 'Europe/Vienna'))).toBe('2026-10-25T00:30:00.000Z');
  expect(iso(momentOf(utc('2026-03-29T02:30:00Z'), 'Europe/Vienna'))).toBe('2026-03-29T01:00:00.000Z');
  // Samoa left 30 December 2011 out.
  expect(iso(momentOf(utc('2011-12-30T12:00:00Z'), 'Pacific/Apia'))).toBe('2011-12-30T10:00:00.000Z');
});

const zones = ['UTC', 'Europe/Vienna', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca', 'Asia/Kathmandu'];

it('finds no moment later than the one whose time it is asked for, and one of the same time', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: utc('2008-01-01'), max: utc('2040-01-01') }), (zone, at) => {
      const found = momentOf(wallTime(at, zone), zone);
      expect(found).toBeLessThanOrEqual(at);
      expect(wallTime(found, zone)).toBe(wallTime(at, zone));
    }),
  );
});

it('says whether there is a zone', () => {
  expect(['UTC', 'Europe/Vienna', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});
