import type { Firestore, Transaction } from 'firebase-admin/firestore';
import { db } from './firebase.ts';

const attempts = 5;

/**
 * Runs a transaction, again when it lost against another; what it does besides reading and writing has to bear that.
 * The service tells the loser ABORTED, after which the SDK begins anew. The emulator may tell it that its transaction is closed
 * instead, which the SDK takes for our mistake.
 */
export async function transact<T>(work: (tx: Transaction) => Promise<T>, store: Pick<Firestore, 'runTransaction'> = db()): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store.runTransaction(work);
    } catch (error) {
      if (attempt === attempts || !isClosed(error)) throw error;
    }
  }
}

function isClosed(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === 3 && String(message).includes('Transaction is invalid or closed');
}

/** Whether a conditional commit was refused because what it goes by does not hold any more: gone, there already, changed, or locked by another. */
export function isLostRace(error: unknown): boolean {
  return lostRace.has((error as { code?: unknown }).code);
}

/** gRPC NOT_FOUND, ALREADY_EXISTS, FAILED_PRECONDITION, ABORTED. */
const lostRace = new Set<unknown>([5, 6, 9, 10]);
