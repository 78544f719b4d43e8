import { SecuraError } from '@secura/domain/platform/errors';
import { isAlreadyDone, onceMark, onceRef } from './once.ts';
import { transact } from './transaction.ts';

const leaseMs = 60_000;

/**
 * Runs something once for a key that the caller made: a repeated call gets the first answer.
 * A call that died leaves a lease behind, after which the key may be used again.
 * @throws SecuraError `conflict` while the first call still runs
 */
export async function idempotent<T>(scope: { operation: string; uid: string; key: string }, now: Date, run: () => Promise<T>): Promise<T> {
  const ref = onceRef(`call-${scope.operation}-${scope.uid}`, scope.key);
  try {
    await ref.create({ ...onceMark(now), state: 'running' });
  } catch (error) {
    if (!isAlreadyDone(error)) throw error;
    const taken = await transact(async (tx) => {
      const earlier = await tx.get(ref);
      if (earlier.get('state') === 'done') return { output: earlier.get('output') as string };
      if (earlier.updateTime && now.getTime() - earlier.updateTime.toMillis() < leaseMs) {
        throw new SecuraError('conflict', 'The same request is still being worked on.');
      }
      tx.set(ref, { ...onceMark(now), state: 'running' });
      return null;
    });
    if (taken) return JSON.parse(taken.output) as T;
  }
  try {
    const output = await run();
    await ref.set({ ...onceMark(now), state: 'done', output: JSON.stringify(output) });
    return output;
  } catch (error) {
    await ref.delete();
    throw error;
  }
}
