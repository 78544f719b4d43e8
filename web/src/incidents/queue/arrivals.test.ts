import { describe, expect, it } from 'vitest';
import { announce, compareLists, type Shown } from './arrivals.ts';

const list = (ids: string, complete = true, versions: Record<string, number> = {}): Shown => ({
  ids: [...ids],
  complete,
  versions: new Map([...ids].map((id) => [id, versions[id] ?? 1])),
});
const nothing = new Set<string>();

describe('what is new in a list', () => {
  it('sees a row at the top', () => {
    expect(compareLists(list('bcd'), list('abcd'), nothing).arrived).toEqual(['a']);
  });

  it('sees a first row in an empty list', () => {
    expect(compareLists(list(''), list('a'), nothing).arrived).toEqual(['a']);
  });

  it('does not call a row new that moved up into a cut-off page', () => {
    expect(compareLists(list('abc', false), list('bcd', false), nothing).arrived).toEqual([]);
  });

  it('sees a row that was sorted into the middle of a cut-off page', () => {
    expect(compareLists(list('abc', false), list('axb', false), nothing).arrived).toEqual(['x']);
  });

  it('does not announce twice what left and came back', () => {
    expect(compareLists(list('bc'), list('abc'), new Set(['a'])).arrived).toEqual([]);
  });

  it('sees which rows changed, not which merely moved', () => {
    expect(compareLists(list('abc'), list('cab', true, { b: 2 }), nothing)).toEqual({ arrived: [], changed: ['b'] });
  });
});

describe('announcing', () => {
  it('names a single row and counts several', () => {
    const row = { number: 'INC-2026-0001', title: 'Strange mail', severity: 'High' };
    expect(announce([row])).toBe('New incident, High: INC-2026-0001, Strange mail.');
    expect(announce([{ ...row, number: null, severity: null }])).toBe('New incident: Strange mail.');
    expect(announce([row, row])).toBe('2 new incidents in the queue.');
    expect(announce([])).toBe('');
  });
});
