import type { DocumentReference } from 'firebase-admin/firestore';
import { db } from './firebase.ts';
import { inParts } from './in-parts.ts';
import { isAlreadyDone } from './once.ts';

/** A document that is to be there. */
interface Wanted {
  ref: DocumentReference;
  data: object;
}

/** What one commit is given. */
const together = 400;

/** Creates those documents that are not there yet; a second delivery of the same thing changes nothing. */
export async function createAbsent(wanted: readonly Wanted[]): Promise<void> {
  await Promise.all(inParts(wanted, together).map((part) => createTogether(part)));
}

async function createTogether(wanted: readonly Wanted[]): Promise<void> {
  const batch = db().batch();
  for (const { ref, data } of wanted) batch.create(ref, data);
  try {
    await batch.commit();
  } catch (error) {
    if (!isAlreadyDone(error)) throw error;
    // One that is there refuses them all: the others are an earlier delivery's that broke off, or another person's.
    if (wanted.length > 1) await Promise.all(wanted.map((one) => createTogether([one])));
  }
}
