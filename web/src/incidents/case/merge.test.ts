import { describe, expect, it } from 'vitest';
import { keepMine, mergeRows, readChanges } from './merge.ts';

const change = (aspect: string, from: unknown, to: unknown, at = '2026-01-01T10:00:00.000Z') => ({ aspect, by: 'Ben', at, from, to });

describe('reading a conflict', () => {
  it('takes what looks like changes and leaves the rest', () => {
    expect(readChanges({ changes: [change('severity', 'low', 'high'), null, 'x', { by: 'y' }] })).toEqual([change('severity', 'low', 'high')]);
    expect(readChanges(undefined)).toEqual([]);
    expect(readChanges({ changes: [{ aspect: 'field', field: 'title', by: { name: 'Ben' }, at: 'now', from: 'a', to: 'b' }] })[0]).toMatchObject({
      aspect: 'field:title',
      by: 'Ben',
    });
  });
});

describe('merging', () => {
  const mine = { 'field:title': 'Mine', 'field:location': 'Hall' };

  it('puts what both changed first, with the way it went', () => {
    const rows = mergeRows(mine, [change('field:title', 'Old', 'Between', '1'), change('field:title', 'Between', 'Theirs', '2')]);
    expect(rows[0]).toMatchObject({ label: 'Title', from: 'Old', theirs: 'Theirs', mine: 'Mine', contested: true });
    expect(rows[0]?.by).toHaveLength(2);
    expect(rows[1]).toMatchObject({ label: 'Place', by: [], contested: false });
  });

  it('shows words, not codes', () => {
    expect(mergeRows({ severity: 'critical' }, [change('severity', 'low', 'high')])[0]).toMatchObject({ from: 'Low', theirs: 'High', mine: 'Critical' });
    expect(mergeRows({ severity: 'critical' }, [change('severity', null, 'high')])[0]).toMatchObject({ from: 'Not rated yet' });
    expect(mergeRows({ 'field:location': 'Hall' }, [change('field:location', null, 'Room 4')])[0]).toMatchObject({ from: '(empty)' });
  });

  it('keeps my untouched changes whatever is chosen', () => {
    const rows = mergeRows(mine, [change('field:title', 'Old', 'Theirs')]);
    expect(keepMine(mine, rows, { 'field:title': 'theirs' })).toEqual({ 'field:location': 'Hall' });
    expect(keepMine(mine, rows, { 'field:title': 'mine' })).toEqual(mine);
    expect(keepMine(mine, rows, {})).toEqual(mine);
  });

  it('has nothing to choose where both wanted the same', () => {
    const rows = mergeRows(mine, [change('field:title', 'Old', 'Mine')]);
    expect(rows.some((row) => row.contested)).toBe(false);
    expect(keepMine(mine, rows, {})).toEqual({ 'field:location': 'Hall' });
  });
});
