import fc from 'fast-check';
import { QueueFilter, queueSorts } from '@secura/domain/incidents/queue';
import { categories, severities, statuses } from '@secura/domain/incidents/vocabulary';
import { describe, expect, it } from 'vitest';
import { chipChange, chipOf, chips, cleared, narrow, narrowedBy, readQueueUrl, writeQueueUrl } from './queue-url.ts';

const read = (query: string) => readQueueUrl(new URLSearchParams(query));

describe('the queue in the address', () => {
  it('shows what is active, newest first, when the address says nothing', () => {
    expect(read('')).toEqual({ filter: { status: 'active', sort: 'newest' }, after: [] });
  });

  it('drops what it does not know and keeps the rest', () => {
    expect(read('status=flying&severity=high&colour=red&from=yesterday&sort=due')).toEqual({
      filter: { status: 'active', severity: 'high', sort: 'due' },
      after: [],
    });
  });

  it('keeps only one chip pressed', () => {
    expect(chipOf(read('severity=low&assigned=me').filter)).toBe('low');
  });

  it('drops cursors that are no ids', () => {
    expect(read('after=AAAAAAAAAA.<script>.BBBBBBBBBB').after).toEqual(['AAAAAAAAAA', 'BBBBBBBBBB']);
  });

  it('reads back what it wrote', () => {
    const filters = fc.record(
      {
        status: fc.constantFrom(...statuses, 'active' as const),
        severity: fc.constantFrom(...severities),
        category: fc.constantFrom(...categories),
        department: fc.constantFrom('Finance', 'Research and development'),
        search: fc.constantFrom('phish', 'INC-2026-0047', 'what & why?'),
        from: fc.constant('2026-01-02'),
        to: fc.constant('2026-02-28'),
        sort: fc.constantFrom(...queueSorts),
      },
      { requiredKeys: ['sort'] },
    );
    fc.assert(
      fc.property(filters, fc.array(fc.stringMatching(/^[A-Z0-9]{25}$/), { maxLength: 5 }), (filter, after) => {
        const view = { filter: QueueFilter.parse(filter), after };
        expect(readQueueUrl(new URLSearchParams(writeQueueUrl(view).toString()))).toEqual(view);
      }),
    );
  });

  it('never throws, whatever the address holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('status', 'severity', 'search', 'from', 'to', 'sort', 'after', 'department'), fc.string()), (raw) => {
        expect(() => read(new URLSearchParams(raw).toString())).not.toThrow();
      }),
    );
  });
});

describe('narrowing', () => {
  it('begins on the first page and forgets empty choices', () => {
    const view = narrow(read('category=malware&after=AAAAAAAAAA'), { category: '', department: 'Finance' });
    expect(view).toEqual({ filter: { status: 'active', department: 'Finance', sort: 'newest' }, after: [] });
  });

  it('presses each chip alone', () => {
    for (const chip of chips) expect(chipOf(narrow(read('severity=high'), chipChange(chip)).filter)).toBe(chip);
  });

  it('counts what narrows and clears it', () => {
    const view = read('status=all&search=mail&from=2026-01-01&sort=due');
    expect(narrowedBy(view.filter)).toBe(3);
    expect(cleared(view)).toEqual({ filter: { status: 'active', sort: 'due' }, after: [] });
  });
});
