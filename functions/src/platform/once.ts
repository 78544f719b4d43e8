import type { DocumentReference } from 'firebase-admin/firestore';
import { db } from './firebase.ts';

/** How long a mark tells that something is done, in ms. */
export const markLife = 7 * 86_400_000;

/**
 * The mark that a piece of work is done, to be `create`d in the same commit as its effect: the second delivery
 * fails on it as a whole. Expires after a week; Eventarc retries for a day.
 */
export function onceRef(work: string, key: string): DocumentReference {
  return db().doc(`once/${work}_${key}`.slice(0, 1400));
}

/** Content of a once mark. */
export function onceMark(now: Date): { at: Date; expireAt: Date } {
  return { at: now, expireAt: new Date(now.getTime() + markLife) };
}

/** Whether a commit failed because what it creates, such as its once mark, was there already (gRPC 6, ALREADY_EXISTS). */
export function isAlreadyDone(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { code?: unknown }).code === 6;
}
