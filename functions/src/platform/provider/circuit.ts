import { ProviderFailure } from './failure.ts';

/** Reasons that say something about the provider. */
const outages = new Set(['timeout', 'busy', 'unavailable', 'rejected']);
/** It is there, and said nothing that we can use about this text. */
const answered = new Set(['refused', 'invalid']);

interface Options {
  /** So many failures in a row open it. */
  failures: number;
  /** How long nothing is asked then, in ms. */
  restMs: number;
  now?: () => number;
  /** Told of every change. */
  changed(state: 'open' | 'closed', failures: number): void;
}

/**
 * A circuit breaker (Nygard, Release It!): after failures in a row nothing is asked for a while, then one call may try;
 * everybody else passes on at once instead of waiting for time-outs.
 */
export function circuit({ failures: most, restMs, now = Date.now, changed }: Options): <T>(call: () => Promise<T>) => Promise<T> {
  let failures = 0;
  let openedAt: number | null = null;
  let probing = false;
  const works = (): void => {
    if (openedAt !== null) changed('closed', failures);
    failures = 0;
    openedAt = null;
  };
  const fails = (): void => {
    failures += 1;
    if (openedAt === null && failures < most) return;
    openedAt = now();
    changed('open', failures);
  };
  return async (call) => {
    const probe = openedAt !== null;
    if (probe && (probing || now() - openedAt! < restMs)) throw new ProviderFailure('paused', 'Not asked: it failed several times in a row just now.');
    probing ||= probe;
    try {
      const answer = await call();
      works();
      return answer;
    } catch (error) {
      if (error instanceof ProviderFailure && outages.has(error.reason)) fails();
      else if (error instanceof ProviderFailure && answered.has(error.reason)) works();
      throw error;
    } finally {
      if (probe) probing = false;
    }
  };
}
