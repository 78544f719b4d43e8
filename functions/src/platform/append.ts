import { setTimeout as pause } from 'node:timers/promises';
import { SecuraError } from '@secura/domain/platform/errors';
import { isAlreadyDone } from './once.ts';

const attempts = 30;
const longestPauseMs = 400;

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
      // Random, so that those who met once do not meet again.
      await pause(Math.random() * Math.min(longestPauseMs, 5 * 2 ** attempt));
    }
  }
}

// The next event exists already, or (gRPC 10, ABORTED) a transaction such as that of the registration holds the documents.
function isOverlap(error: unknown): boolean {
  return isAlreadyDone(error) || (typeof error === 'object' && error !== null && (error as { code?: unknown }).code === 10);
}
