import type { DayRollup, TotalsRollup } from '@secura/domain/insight/rollup';
import { totalsId } from '@secura/domain/insight/rollup';
import type { Role } from '@secura/domain/people/vocabulary';
import { useMemo } from 'react';
import { useLiveDoc, useLiveQuery } from '../firebase/live.ts';
import { useNow } from '../ui/relative-time.tsx';
import { daysOf, lastDays } from './figures.ts';

/** How many days the dashboard looks back, today included. */
export const period = 21;

/** `rollups/people`. */
interface PeopleRollup {
  byRole?: Partial<Record<Role, number>>;
  suspended?: number;
}

/** Everything that was counted, live: three weeks, what is open now, and people. At most 23 documents. */
export function useRollups() {
  const today = useNow().toISOString().slice(0, 10);
  const ids = useMemo(() => lastDays(new Date(`${today}T00:00:00.000Z`), period), [today]);
  const stored = useLiveQuery<DayRollup>({
    collection: 'rollups',
    // `people` and `totals` stand in the same collection, after every day.
    where: [['__name__', '>=', ids[0]], ['__name__', '<=', ids.at(-1)]],
    limit: period,
  });
  const totals = useLiveDoc<TotalsRollup>(`rollups/${totalsId}`);
  const people = useLiveDoc<PeopleRollup>('rollups/people');
  const days = useMemo(() => daysOf(ids, stored.data ?? []), [ids, stored.data]);
  const all = [stored, totals, people];
  return {
    days,
    totals: totals.data ?? null,
    people: people.data ?? null,
    loading: all.some(({ status }) => status === 'loading'),
    error: all.find(({ error }) => error)?.error?.message ?? null,
  };
}
