import { setTimeout as pause } from 'node:timers/promises';

const attempts = 30;
const longestPauseMs = 400;

/**
 * Runs a piece of work that reads an incident, decides, and commits one batch with the next event of its chain. That
 * event's document is the lock: it can be created once only, so whoever read an older incident fails as a whole and
 * decides anew on what stands there now. Costs a round trip less than a transaction, and nobody waits for a lock.
 * @throws whatever the work throws; the last overlap after 30 attempts
 */
export async function untilAppended<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !isOverlap(error)) throw error;
      await pause(Math.random() * Math.min(longestPauseMs, 5 * 2 ** attempt));
    }
  }
}

// gRPC: 6 ALREADY_EXISTS is the event that somebody else appended, 10 ABORTED a transaction that holds the documents.
function isOverlap(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined;
  return code === 6 || code === 10;
}
