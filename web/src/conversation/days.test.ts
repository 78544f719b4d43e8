import { describe, expect, it } from 'vitest';
import { byDay } from './days.ts';

const now = new Date(2026, 2, 1, 9, 0);
const message = (...date: [number, number, number, number]) => ({ createdAt: new Date(...date) });

describe('days of a conversation', () => {
  it('groups by the local day and names the near ones', () => {
    const groups = byDay([message(2025, 11, 31, 8), message(2026, 1, 28, 23), message(2026, 2, 1, 0), message(2026, 2, 1, 8)], now);
    expect(groups.map(({ label, items }) => [label, items.length])).toEqual([
      ['Wednesday, 31 December 2025', 1],
      ['Yesterday', 1],
      ['Today', 2],
    ]);
  });

  it('is empty without messages', () => {
    expect(byDay([], now)).toEqual([]);
  });
});
