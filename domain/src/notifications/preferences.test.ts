import { describe, expect, test } from 'vitest';
import { noticeKinds } from './notice.ts';
import { channelsFor, completePreferences, defaultPreferences, digestTime, mailTime, wants, withoutMail } from './preferences.ts';

const at = (iso: string) => new Date(iso);
const quiet = (from: number, to: number, timeZone = 'UTC') => ({ ...defaultPreferences, quiet: { from: from * 60, to: to * 60 }, timeZone });

describe('quiet hours', () => {
  test('hold mail back until they end, over midnight as well', () => {
    expect(mailTime(quiet(22, 7), at('2026-01-15T23:30:20Z'))).toEqual(at('2026-01-16T07:00:00Z'));
    expect(mailTime(quiet(22, 7), at('2026-01-15T06:59:59Z'))).toEqual(at('2026-01-15T07:00:00Z'));
    expect(mailTime(quiet(12, 13), at('2026-01-15T12:00:00Z'))).toEqual(at('2026-01-15T13:00:00Z'));
  });
  test('let mail go when they are over, not yet begun, or not set', () => {
    for (const preferences of [quiet(22, 7), quiet(13, 14), quiet(12, 12), defaultPreferences]) expect(mailTime(preferences, at('2026-01-15T12:00:00Z'))).toEqual(at('2026-01-15T12:00:00Z'));
    expect(mailTime(quiet(22, 7), at('2026-01-15T07:00:00Z'))).toEqual(at('2026-01-15T07:00:00Z'));
  });
  test('are those of the place', () => {
    expect(mailTime(quiet(22, 7, 'Asia/Kolkata'), at('2026-01-15T17:00:00Z'))).toEqual(at('2026-01-16T01:30:00Z'));
  });
});

describe('a digest', () => {
  test('goes at eight in the morning of the place, weekly on Mondays', () => {
    expect(digestTime({ digest: 'daily', timeZone: 'UTC' }, at('2026-01-15T07:59:00Z'))).toEqual(at('2026-01-15T08:00:00Z'));
    expect(digestTime({ digest: 'daily', timeZone: 'UTC' }, at('2026-01-15T08:00:00Z'))).toEqual(at('2026-01-16T08:00:00Z'));
    expect(digestTime({ digest: 'daily', timeZone: 'America/New_York' }, at('2026-01-15T12:00:00Z'))).toEqual(at('2026-01-15T13:00:00Z'));
    expect(digestTime({ digest: 'weekly', timeZone: 'UTC' }, at('2026-01-15T12:00:00Z'))).toEqual(at('2026-01-19T08:00:00Z')); // A Thursday.
    expect(digestTime({ digest: 'weekly', timeZone: 'UTC' }, at('2026-01-19T07:00:00Z'))).toEqual(at('2026-01-19T08:00:00Z'));
    expect(digestTime({ digest: 'weekly', timeZone: 'UTC' }, at('2026-01-19T09:00:00Z'))).toEqual(at('2026-01-26T08:00:00Z'));
  });
});

describe('what somebody wants', () => {
  test('is the default until he says otherwise', () => {
    expect(wants(defaultPreferences, { kind: 'assigned', severity: null })).toEqual({ inbox: true, mail: true, push: true });
    expect(wants({ ...defaultPreferences, choices: { assigned: 'none' } }, { kind: 'assigned', severity: null })).toMatchObject({ inbox: false, mail: false });
    expect(wants({ ...defaultPreferences, choices: { assigned: 'mail' } }, { kind: 'assigned', severity: null })).toMatchObject({ inbox: false, mail: true });
  });
  test('new incidents only from a severity on; one that is not rated counts as medium', () => {
    const from = (newFrom: 'medium' | 'high') => ({ ...defaultPreferences, newFrom });
    expect(wants(from('high'), { kind: 'incident.new', severity: 'medium' }).inbox).toBe(false);
    expect(wants(from('high'), { kind: 'incident.new', severity: 'critical' }).inbox).toBe(true);
    expect(wants(from('medium'), { kind: 'incident.new', severity: null }).inbox).toBe(true);
    expect(wants(from('high'), { kind: 'message', severity: 'low' }).inbox).toBe(true);
  });
  test('on devices is what would be mailed, unless said otherwise, and nothing of what is no news', () => {
    const push = (kind: (typeof noticeKinds)[number], change = {}) => wants({ ...defaultPreferences, ...change }, { kind, severity: 'low' }).push;
    expect([push('assigned'), push('alert')]).toEqual([true, false]);
    expect([push('assigned', { push: { assigned: false } }), push('alert', { push: { alert: true } })]).toEqual([false, true]);
    expect(push('incident.new', { push: { 'incident.new': true }, newFrom: 'high' })).toBe(false);
  });
  test('without mail of a kind, or without any, is the same but for that', () => {
    const before = { ...defaultPreferences, choices: { message: 'mail', status: 'both' } as const, digest: 'weekly' as const };
    expect(withoutMail(before, 'message')).toEqual({ ...before, choices: { message: 'none', status: 'both' } });
    expect(withoutMail(withoutMail(before, 'assigned'), 'assigned').choices).toEqual({ message: 'mail', status: 'both', assigned: 'inbox' });
    for (const kind of noticeKinds) expect(channelsFor(withoutMail(before, 'all'), kind)).toBe(kind === 'message' ? 'none' : 'inbox');
  });
  test('survives what is stored wrong', () => {
    expect(completePreferences(undefined)).toEqual(defaultPreferences);
    expect(completePreferences({ timeZone: 'Mars/Olympus', newFrom: 'huge' as 'high' })).toEqual(defaultPreferences);
  });
});
