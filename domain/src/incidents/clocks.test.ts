import { describe, expect, test } from 'vitest';
import { nextDue, startClocks } from './clocks.ts';

const reported = new Date('2026-01-01T00:00:00Z');

describe('the clocks', () => {
  test('give a critical incident a quarter of an hour to be acknowledged, and a low one a day', () => {
    expect(startClocks(reported, 'critical').acknowledge.dueAt.toISOString()).toBe('2026-01-01T00:15:00.000Z');
    expect(startClocks(reported, 'low').acknowledge.dueAt.toISOString()).toBe('2026-01-02T00:00:00.000Z');
  });

  test('hold an incident of unknown severity to the targets of medium', () => {
    expect(startClocks(reported, null)).toEqual(startClocks(reported, 'medium'));
  });

  test('follow a changed severity only as far as they still run', () => {
    const acknowledged = startClocks(reported, 'low');
    acknowledged.acknowledge.doneAt = new Date('2026-01-01T01:00:00Z');
    const raised = startClocks(reported, 'critical', acknowledged);
    expect(raised.acknowledge).toEqual(acknowledged.acknowledge);
    expect(raised.resolve.dueAt.toISOString()).toBe('2026-01-02T00:00:00.000Z');
  });

  test('are due one after the other, and not at all when both have stopped', () => {
    const clocks = startClocks(reported, 'high');
    expect(nextDue(clocks)?.kind).toBe('acknowledge');
    clocks.acknowledge.doneAt = reported;
    expect(nextDue(clocks)?.kind).toBe('resolve');
    clocks.resolve.doneAt = reported;
    expect(nextDue(clocks)).toBeNull();
  });
});
