import { SecuraError } from '@secura/domain/platform/errors';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How dear an operation is; points a minute for one person in one running instance. */
const perMinute = { read: 600, write: 240, costly: 60 } as const;
export type Cost = keyof typeof perMinute;

const limiters = new Map<Cost, RateLimiterMemory>();

/**
 * Counts one call of one person. It is held in memory, so the bound is per instance: with `maxInstances` it keeps
 * a runaway client or script from harm; it is no quota.
 * @throws SecuraError `resource-exhausted` with `details.retryAfter` in seconds
 */
export async function spend(cost: Cost, uid: string): Promise<void> {
  let limiter = limiters.get(cost);
  if (!limiter) limiters.set(cost, (limiter = new RateLimiterMemory({ points: perMinute[cost], duration: 60 })));
  try {
    await limiter.consume(uid);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfter = Math.ceil(refused.msBeforeNext / 1000);
    throw new SecuraError('resource-exhausted', `That was too much at once. Please wait ${retryAfter} seconds.`, { retryAfter });
  }
}
