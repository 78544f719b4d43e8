import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IncidentEvent, IncidentFacts } from '../incidents/events.ts';
import { severities, statuses } from '../incidents/vocabulary.ts';
import { meansOf } from './metrics.ts';
import { incrementsOf, totalsId } from './rollup.ts';

const facts = (more: Partial<IncidentFacts> = {}): IncidentFacts => ({ status: 'open', severity: null, category: null, department: 'Finance', ...more });

const event = (more: Partial<IncidentEvent>): IncidentEvent =>
  ({
    type: 'status.changed',
    data: { from: 'open', to: 'open', resolutionCode: null, summary: null },
    incidentId: 'i',
    seq: 1,
    prevHash: '',
    hash: '',
    at: '2026-03-02T10:00:00.000Z',
    reportedAt: '2026-03-01T10:00:00.000Z',
    actor: { kind: 'person', uid: 'ana', name: 'Ana', role: 'security_team' },
    audience: 'team',
    before: facts(),
    after: facts(),
    marks: { acknowledgedAfter: null, resolvedAfter: null },
    requestId: null,
    ...more,
  }) as IncidentEvent;

function sums(events: readonly IncidentEvent[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const { doc, field, by } of events.flatMap(incrementsOf)) total[`${doc}/${field}`] = (total[`${doc}/${field}`] ?? 0) + by;
  return Object.fromEntries(Object.entries(total).filter(([, by]) => by !== 0).sort());
}

const course: IncidentEvent[] = [
  event({ type: 'incident.reported', before: null, at: '2026-03-01T10:00:00.000Z' } as Partial<IncidentEvent>),
  event({ before: facts(), after: facts({ severity: 'high', category: 'phishing' }), at: '2026-03-01T10:00:01.000Z' }),
  event({ before: facts({ severity: 'high', category: 'phishing' }), after: facts({ severity: 'high', category: 'phishing', status: 'investigating' }), marks: { acknowledgedAfter: 60_000, resolvedAfter: null } }),
  event({
    before: facts({ severity: 'high', category: 'phishing', status: 'investigating' }),
    after: facts({ severity: 'high', category: 'phishing', status: 'resolved' }),
    marks: { acknowledgedAfter: null, resolvedAfter: 3_600_000 },
  }),
];

describe('the counters', () => {
  test('follow an incident from its report to its resolution', () => {
    expect(sums(course)).toEqual({
      '2026-03-01/category.phishing': 1,
      '2026-03-01/department.Finance': 1,
      '2026-03-01/reported': 1,
      '2026-03-01/severity.high': 1,
      '2026-03-02/acknowledged': 1,
      '2026-03-02/acknowledgeMs': 60_000,
      '2026-03-02/analysts.ana.resolveMs': 3_600_000,
      '2026-03-02/analysts.ana.resolved': 1,
      '2026-03-02/resolveMs': 3_600_000,
      '2026-03-02/resolved': 1,
      'totals/all': 1,
      'totals/status.resolved': 1,
    });
  });

  test('come out the same in whatever order the events arrive', () => {
    fc.assert(fc.property(fc.shuffledSubarray(course, { minLength: course.length }), (shuffled) => {
      expect(sums(shuffled)).toEqual(sums(course));
    }));
  });

  test('of open incidents always add up to what is open, through any changes', () => {
    const state = fc.record({ status: fc.constantFrom(...statuses), severity: fc.constantFrom(null, ...severities) });
    fc.assert(fc.property(fc.array(state, { maxLength: 12 }), (steps) => {
      const events: IncidentEvent[] = [event({ before: null })];
      let now = facts();
      for (const step of steps) {
        const next = facts(step);
        events.push(event({ before: now, after: next }));
        now = next;
      }
      const open = Object.entries(sums(events)).filter(([key]) => key.startsWith(`${totalsId}/open.`));
      const expected = ['open', 'investigating', 'contained'].includes(now.status) ? [[`${totalsId}/open.${now.severity ?? 'untriaged'}`, 1]] : [];
      expect(open).toEqual(expected);
    }));
  });

  test('never take a path from what people typed', () => {
    const odd = event({ before: null, after: facts({ department: 'a.b/c`__proto__' }) });
    for (const { field } of incrementsOf(odd)) expect(field.split('.').length).toBeLessThanOrEqual(2);
  });
});

describe('means', () => {
  test('are sums over counts of the whole period, not means of daily means', () => {
    const means = meansOf([{ resolved: 1, resolveMs: 100 }, { resolved: 3, resolveMs: 900 }]);
    expect(means.resolveMs).toBe(250);
  });

  test('are null where nothing happened', () => {
    expect(meansOf([{}])).toEqual({ acknowledgeMs: null, resolveMs: null, reported: 0, resolved: 0 });
  });
});
