import type { DocumentReference } from 'firebase-admin/firestore';
import { isAlreadyDone } from './once.ts';

/** Creates a document unless it is there; a second delivery of the same thing changes nothing. @returns whether it was created now */
export async function createIfAbsent(ref: DocumentReference, data: object): Promise<boolean> {
  try {
    await ref.create(data);
    return true;
  } catch (error) {
    if (isAlreadyDone(error)) return false;
    throw error;
  }
}
