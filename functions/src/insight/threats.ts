import { ThreatAnswer, ThreatInput } from '@secura/domain/insight/operations';
import { compareThreats, periodDays } from '@secura/domain/insight/threats';
import { operation } from '../platform/operation.ts';
import { firstDay, readDays, readTotals } from './rollups.ts';

export const describeThreats = operation({
  name: 'insight.threats',
  summary: 'What this organisation was met with in the last four weeks, held against the four weeks before',
  allow: 'rollups:read',
  input: ThreatInput,
  output: ThreatAnswer,
  cost: 'costly',
  rest: { method: 'get', path: '/api/ai/threat-intelligence' },
  async run({ now }) {
    const ids = daysBefore(now, 2 * periodDays);
    const [begin, days, totals] = await Promise.all([firstDay(), readDays(ids), readTotals()]);
    const [before, late] = [days.slice(0, periodDays), days.slice(periodDays)];
    const comparable = begin !== null && begin <= ids[0]!;
    const { low = 0, medium = 0, high = 0, critical = 0, untriaged = 0 } = totals.open ?? {};
    return {
      period: { from: ids[periodDays]!, to: ids.at(-1)! },
      before: { from: ids[0]!, to: ids[periodDays - 1]! },
      comparable,
      categories: compareThreats(late, before, 'category', comparable),
      departments: compareThreats(late, before, 'department', comparable),
      open: { low, medium, high, critical, untriaged },
    };
  },
});

/** Ids of the last days, the oldest first, today last. */
function daysBefore(now: Date, count: number): string[] {
  const today = Date.parse(`${now.toISOString().slice(0, 10)}T00:00:00.000Z`);
  return Array.from({ length: count }, (_, index) => new Date(today - (count - 1 - index) * 86_400_000).toISOString().slice(0, 10));
}
