import { totalsId, type DayRollup, type TotalsRollup } from '@secura/domain/insight/rollup';
import { db } from '../platform/firebase.ts';

/** The days of these ids, in their order; a day on which nothing happened is empty. */
export async function readDays(ids: readonly string[]): Promise<DayRollup[]> {
  const found = await db().getAll(...ids.map((id) => db().doc(`rollups/${id}`)));
  return found.map((doc) => (doc.data() ?? {}) as DayRollup);
}

/** The first day that anything was counted on; null while nothing was. */
export async function firstDay(): Promise<string | null> {
  // `people` and `totals` stand in the same collection, after every day.
  const { docs } = await db().collection('rollups').where('__name__', '<', db().doc('rollups/a')).orderBy('__name__').limit(1).get();
  return docs[0]?.id ?? null;
}

/** What is open now. */
export async function readTotals(): Promise<TotalsRollup> {
  return ((await db().doc(`rollups/${totalsId}`).get()).data() ?? {}) as TotalsRollup;
}
