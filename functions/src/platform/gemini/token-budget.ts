import { db, FieldValue } from '../firebase.ts';
import { transact } from '../transaction.ts';
import { ProviderFailure } from '../provider/failure.ts';

const week = 7 * 86_400_000;

/** Tokens set aside for one call. */
export interface Reservation {
  /** Puts what the call really took in place of the estimate; null when it took nothing. */
  settle(taken: number | null): Promise<void>;
}

/** Keeps what a day may cost, across all running instances. */
export interface TokenBudget {
  /** @throws ProviderFailure `budget` when the day's tokens are used up */
  reserve(estimate: number, now: Date): Promise<Reservation>;
}

/**
 * The budget as a counter in `limits/`, one document a UTC day.
 * @param perDay tokens a day
 * @param share the part of it that this use may take, so that trying things out never takes what reports need
 */
export function dailyBudget(perDay: number, share: number): TokenBudget {
  return {
    async reserve(estimate, now) {
      const ref = db().doc(`limits/gemini-${now.toISOString().slice(0, 10)}`);
      await transact(async (tx) => {
        const used = ((await tx.get(ref)).get('tokens') as number | undefined) ?? 0;
        if (used + estimate > perDay * share) throw new ProviderFailure('budget', `The tokens of ${ref.id.slice(7)} are used up (${used} of ${perDay}).`);
        tx.set(ref, { tokens: used + estimate, expireAt: new Date(now.getTime() + week) });
      });
      return {
        async settle(taken) {
          const difference = (taken ?? 0) - estimate;
          if (difference !== 0) await ref.set({ tokens: FieldValue.increment(difference) }, { merge: true });
        },
      };
    },
  };
}
