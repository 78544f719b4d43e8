import { describe, expect, test } from 'vitest';
import { defaultClocks, type ClockSettings } from '../settings/clocks.ts';
import { completeClocks, followStatus, leftWhenPaused, mostPauses, nextDue, objectionToPause, resumeClocks, startClocks, type Clocks } from './clocks.ts';
import type { Status } from './vocabulary.ts';

// A Thursday, an hour after work began.
const reported = new Date('2026-01-01T10:00:00Z');
const after = (hours: number): Date => new Date(reported.getTime() + hours * 3_600_000);
const by = { uid: 'ana', name: 'Ana' };
const paused = (clocks: Clocks, hours: number, reason = 'supplier' as const): Clocks => ({ ...clocks, pause: { reason, at: after(hours), by } });
const follow = (clocks: Clocks, from: Status, to: Status, hours: number, acknowledged = true): Clocks => followStatus(clocks, { from, to, acknowledged, reportedAt: reported, now: after(hours) });
const start = (severity: Parameters<typeof startClocks>[1], before?: Clocks, settings: ClockSettings = defaultClocks): Clocks => startClocks(reported, severity, settings, before);

describe('the clocks', () => {
  test('give a critical incident a quarter of an hour around the clock, and a low one a working day', () => {
    expect(start('critical').acknowledge.dueAt.toISOString()).toBe('2026-01-01T10:15:00.000Z');
    expect(start('low').acknowledge.dueAt.toISOString()).toBe('2026-01-02T10:00:00.000Z');
    expect(start('low').acknowledge.soonAt.toISOString()).toBe('2026-01-01T16:00:00.000Z');
    // Five working days from Thursday on, over a weekend.
    expect(start('medium').resolve.dueAt.toISOString()).toBe('2026-01-08T10:00:00.000Z');
  });

  test('hold an incident of unknown severity to the targets of medium', () => {
    expect(start(null)).toEqual(start('medium'));
  });

  test('follow a changed severity only as far as they still run', () => {
    const acknowledged = follow(start('low'), 'open', 'open', 1);
    expect(acknowledged.acknowledge.doneAt).toEqual(after(1));
    const raised = start('critical', acknowledged);
    expect(raised.acknowledge).toEqual(acknowledged.acknowledge);
    expect(raised.resolve.dueAt).toEqual(after(24));
  });

  test('are due one after the other, and not at all when both have stopped or are paused', () => {
    const clocks = start('high');
    expect(nextDue(clocks)?.kind).toBe('acknowledge');
    expect(nextDue(paused(clocks, 0.5))).toBeNull();
    const looked = follow(clocks, 'open', 'investigating', 0.1);
    expect(nextDue(looked)?.kind).toBe('resolve');
    expect(nextDue(follow(looked, 'investigating', 'resolved', 5))).toBeNull();
  });

  test('keep their targets and hours when an administrator sets others, until the severity changes', () => {
    const before = start('medium');
    const strict: ClockSettings = { ...defaultClocks, targets: { ...defaultClocks.targets, low: { acknowledge: 1, resolve: 2, hours: 'always' } }, calendar: { ...defaultClocks.calendar, weekdays: [7] } };
    const resumed = resumeClocks(paused(before, 1), reported, after(2));
    expect(resumed.resolve.target).toBe(before.resolve.target);
    expect(resumed.calendar).toEqual(defaultClocks.calendar);
    expect(start('low', before, strict).resolve.dueAt).toEqual(after(2 / 60));
  });
});

describe('a pause', () => {
  test('does not count: what is left when it begins is left when it ends', () => {
    const clocks = follow(start('high'), 'open', 'investigating', 0.5);
    const resumed = resumeClocks(paused(clocks, 10), reported, after(40));
    expect(resumed.pause).toBeNull();
    expect(resumed.resolve.dueAt).toEqual(after(72 + 30));
    expect(resumed.acknowledge).toEqual(clocks.acknowledge);
    expect(leftWhenPaused(clocks.resolve, paused(clocks, 10).pause!, clocks.calendar)).toBe(62 * 3_600_000);
    expect(resumeClocks(resumed, reported, after(50))).toBe(resumed);
  });

  test('over a night costs only its working hours', () => {
    const clocks = start('medium');
    // From Thursday 16:00 to Friday 10:00: two hours of work.
    const resumed = resumeClocks(paused(clocks, 6), reported, after(24));
    expect(resumed.resolve.dueAt.toISOString()).toBe('2026-01-08T12:00:00.000Z');
    expect(leftWhenPaused(clocks.resolve, paused(clocks, 6).pause!, clocks.calendar)).toBe((40 - 6) * 3_600_000);
  });

  test('makes nothing good that was over before it, and shifts what was not', () => {
    const clocks = follow(start('high'), 'open', 'investigating', 0.5);
    const resumed = resumeClocks(paused(clocks, 80), reported, after(100));
    expect(resumed.resolve).toMatchObject({ soonAt: after(54), dueAt: after(72), overdueAt: after(90 + 20) });
    expect(leftWhenPaused(clocks.resolve, paused(clocks, 80).pause!, null)).toBe(0);
  });

  test('counts for another severity as well, and goes on while the severity changes', () => {
    const first = resumeClocks(paused(start('high'), 10), reported, after(20));
    expect(start('critical', first).resolve.dueAt).toEqual(after(24 + 10));
    const changed = start('critical', paused(first, 21));
    expect(changed.pause).not.toBeNull();
    expect(resumeClocks(changed, reported, after(31)).resolve.dueAt).toEqual(after(24 + 10 + 10));
  });

  test('ends with the incident: what was resolved in it is not late', () => {
    const clocks = paused(follow(start('critical'), 'open', 'investigating', 0.1), 20);
    const resolved = follow(clocks, 'investigating', 'resolved', 100);
    expect(resolved.pause).toBeNull();
    expect(resolved.resolve.doneAt).toEqual(after(100));
    expect(resolved.resolve.dueAt).toEqual(after(24 + 80));
  });

  test('needs a clock that runs, once at a time, and not without end', () => {
    const clocks = start('high');
    const stops = Array.from({ length: mostPauses }, (_, index) => ({ from: after(index), to: after(index + 0.5) }));
    expect(objectionToPause({ status: 'open', clocks })).toBeNull();
    expect(objectionToPause({ status: 'open', clocks: null })).toContain('not started');
    expect(objectionToPause({ status: 'resolved', clocks })).toContain('no clock runs');
    expect(objectionToPause({ status: 'open', clocks: paused(clocks, 1) })).toContain('already');
    expect(objectionToPause({ status: 'open', clocks: { ...clocks, stops } })).toContain('30 times');
  });
});

describe('an end', () => {
  test('that is taken back costs nothing of the time that is left, and keeps when it was acknowledged', () => {
    const resolved = follow(follow(start('high'), 'open', 'investigating', 0.5), 'investigating', 'resolved', 30);
    const closed = follow(resolved, 'resolved', 'closed', 60);
    expect(closed.resolve.doneAt).toEqual(after(30));
    const reopened = follow(closed, 'closed', 'investigating', 130);
    expect(reopened.resolve).toMatchObject({ doneAt: null, dueAt: after(72 + 100) });
    expect(reopened.acknowledge.doneAt).toEqual(after(0.5));
    expect(follow(reopened, 'investigating', 'resolved', 140).resolve.doneAt).toEqual(after(140));
  });

  test('that came too late stays too late when it is taken back', () => {
    const late = follow(start('critical'), 'investigating', 'resolved', 50);
    expect(follow(late, 'resolved', 'investigating', 60).resolve.dueAt).toEqual(after(24));
  });

  test('without a resolution stops the clock, too', () => {
    expect(follow(start('high'), 'open', 'closed', 3).resolve.doneAt).toEqual(after(3));
  });
});

test('clocks from before there were pauses mean what they meant', () => {
  const old = completeClocks({ acknowledge: { dueAt: after(1), doneAt: after(0.5) }, resolve: { dueAt: after(8), doneAt: null } }, reported);
  expect(old).toMatchObject({ calendar: null, pause: null, stops: [], resolve: { target: 480, soonAt: after(6), dueAt: after(8), overdueAt: after(10) } });
  expect(completeClocks(old, reported)).toEqual(old);
});
