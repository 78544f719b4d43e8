import { setTimeout as pause } from 'node:timers/promises';
import { SecuraError } from '@secura/domain/platform/errors';
import { isAlreadyDone } from './once.ts';

const attempts = 30;
const firstPauseMs = 10;
const longestPauseMs = 400;

/**
 * How long to wait after an overlap, in ms: any part of a bound that doubles ("full jitter", Brooker, "Exponential Backoff
 * And Jitter", AWS Architecture Blog 2015). By chance on purpose: those who met at the same moment must not meet again.
 */
function backOffMs(attempt: number): number {
  return Math.random() * Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1));
}

/**
 * Runs a piece of work that reads an incident, decides, and commits one batch with the next event of its chain. That
 * event's document is the lock: it can be created once only, so whoever read an older incident fails as a whole and
 * decides anew on what stands there now, and nobody waits for a lock.
 * @throws whatever the work throws; SecuraError `resource-exhausted` after 30 overlaps
 */
export async function untilAppended<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isOverlap(error)) throw error;
      if (attempt === attempts) {
        throw new SecuraError('resource-exhausted', 'Too many people are changing this incident at the same moment. Please try again.', undefined, { cause: error });
      }
      await pause(backOffMs(attempt));
    }
  }
}

// The next event exists already, or the case is not the one that was read any more (gRPC 9, FAILED_PRECONDITION), or a
// transaction such as that of the registration holds the documents (gRPC 10, ABORTED).
function isOverlap(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined;
  return isAlreadyDone(error) || code === 9 || code === 10;
}
