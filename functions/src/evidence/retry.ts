import { mostReadings, readingLeaseMs, type Reading } from '@secura/domain/evidence/reading';
import type { DocumentSnapshot } from 'firebase-admin/firestore';
import { db } from '../platform/firebase.ts';
import { inspectEvidence } from './inspect.ts';
import { readEvidence } from './store.ts';

const mostAtOnce = 50;

/**
 * Looks again into the files whose time has come: those whose inspection failed, and those whose inspection was killed in
 * the middle, as their lease has run out. One after another: a scanner that was away is not met by all at once. Pictures
 * whose reading failed or was killed are asked for again.
 * @param now a moment to come is played as if it were there
 */
export async function retryInspections(now: Date): Promise<number> {
  const due = await db().collectionGroup('evidence').where('retryAt', '<=', now).orderBy('retryAt').limit(mostAtOnce).get();
  for (const doc of due.docs) {
    const reading = readEvidence(doc)?.reading;
    if (reading?.state === 'waiting') await askForReading(doc, reading, now);
    else await inspectEvidence(doc.ref.parent.parent!.id, doc.id, now > new Date() ? now : undefined);
  }
  return due.size;
}

/** The change of the record starts the reading, in the function that has the memory for it. One that breaks off each time ends. */
async function askForReading(doc: DocumentSnapshot, reading: Reading, now: Date): Promise<void> {
  const attempts = reading.attempts + 1;
  const over = attempts >= mostReadings;
  const next: Reading = { ...reading, attempts, state: over ? 'failed' : 'waiting' };
  await doc.ref.update({ reading: next, retryAt: over ? null : new Date(now.getTime() + readingLeaseMs) }, { lastUpdateTime: doc.updateTime! }).catch((error: unknown) => {
    // gRPC 9: it was read meanwhile, or somebody else asked.
    if ((error as { code?: unknown }).code !== 9) throw error;
  });
}
