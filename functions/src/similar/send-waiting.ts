import { db } from '../platform/firebase.ts';
import { ProviderFailure } from '../platform/provider/failure.ts';
import { indexed } from './stored-vector.ts';
import type { VectorIndex } from './vector-index.ts';

const mostAtOnce = 100;
const failedPrecondition = 9;

/**
 * Tells the index outside what it was not told yet: what is new, what changed, what is gone. Running it again, or at once with another,
 * does no harm: what is sent is what stands in Firestore.
 * @returns whether nothing waits any more
 * @throws ProviderFailure when the index fails; what waits goes on waiting
 */
async function sendSome(outside: VectorIndex): Promise<boolean> {
  const waiting = await db().collection('vectors').where('waiting', '==', true).limit(mostAtOnce).get();
  for (const origin of new Set(waiting.docs.map((doc) => doc.get('origin') as string))) {
    const docs = waiting.docs.filter((doc) => doc.get('origin') === origin);
    const vectors = docs.flatMap((doc) => indexed(doc, origin) ?? []);
    const gone = docs.filter((doc) => doc.get('gone') === true).map(({ id }) => id);
    await Promise.all([vectors.length > 0 && outside.upsert(origin, vectors), gone.length > 0 && outside.remove(origin, gone)]).catch((error: unknown) => {
      // Of a length that this index never holds: the embedded one compares those.
      if (!(error instanceof ProviderFailure && error.reason === 'invalid')) throw error;
    });
  }
  // What changed in the meantime waits for another turn.
  await Promise.all(waiting.docs.map((doc) => doc.ref.update({ waiting: false }, { lastUpdateTime: doc.updateTime }).catch((error: { code?: number }) => {
    if (error.code !== failedPrecondition) throw error;
  })));
  return waiting.size < mostAtOnce;
}

/** @throws ProviderFailure when the index fails, or so much waits that a comparison cannot wait for it */
export async function sendWaiting(outside: VectorIndex): Promise<void> {
  if (!(await sendSome(outside))) throw new ProviderFailure('busy', 'More reports wait for it than are sent at once.');
}

/** Sends whatever waits, however long it takes. @throws ProviderFailure when the index fails */
export async function sendAllWaiting(outside: VectorIndex): Promise<void> {
  while (!(await sendSome(outside)));
}
