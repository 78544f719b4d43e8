import { db } from '../platform/firebase.ts';
import type { VectorIndex } from './vector-index.ts';

/** Which index named what the latest report was compared with; null before the first comparison. */
export async function indexInUse(): Promise<VectorIndex['provider'] | null> {
  const latest = await db().collection('vectors').orderBy('searchedAt', 'desc').limit(1).select('searchedBy').get();
  return (latest.docs[0]?.get('searchedBy') as VectorIndex['provider'] | undefined) ?? null;
}
