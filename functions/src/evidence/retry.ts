import { db } from '../platform/firebase.ts';
import { inspectEvidence } from './inspect.ts';

const mostAtOnce = 50;

/**
 * Looks again into the files whose time has come: those whose inspection failed, and those whose inspection was killed in
 * the middle, as their lease has run out. One after another: a scanner that was away is not met by all at once.
 * @param now a moment to come is played as if it were there
 */
export async function retryInspections(now: Date): Promise<number> {
  const due = await db().collectionGroup('evidence').where('retryAt', '<=', now).orderBy('retryAt').limit(mostAtOnce).get();
  for (const { ref } of due.docs) await inspectEvidence(ref.parent.parent!.id, ref.id, now > new Date() ? now : undefined);
  return due.size;
}
