import { createHash } from 'node:crypto';
import { SecuraError } from '@secura/domain/platform/errors';
import { isAlreadyDone, onceMark, onceRef } from './once.ts';
import { transact } from './transaction.ts';

const leaseMs = 60_000;

/**
 * Runs something once for a key that the caller made: a repeated call gets the first answer.
 * @param scope.input what is asked for: the same key for something else is a mistake, whose answer would be another's
 * A call that died leaves a lease behind, after which the key may be used again.
 * @throws SecuraError `conflict` while the first call still runs, `invalid-argument` for a key that asked for something else
 */
export async function idempotent<T>(scope: { operation: string; uid: string; key: string; input: unknown }, now: Date, run: () => Promise<T>): Promise<T> {
  const ref = onceRef(`call-${scope.operation}-${scope.uid}`, scope.key);
  const mark = { ...onceMark(now), asked: createHash('sha256').update(JSON.stringify(scope.input)).digest('hex') };
  try {
    await ref.create({ ...mark, state: 'running' });
  } catch (error) {
    if (!isAlreadyDone(error)) throw error;
    const taken = await transact(async (tx) => {
      const earlier = await tx.get(ref);
      if ((earlier.get('asked') ?? mark.asked) !== mark.asked) throw new SecuraError('invalid-argument', 'This Idempotency-Key was used for something else. Make a new one for each request.');
      if (earlier.get('state') === 'done') return { output: earlier.get('output') as string };
      if (earlier.updateTime && now.getTime() - earlier.updateTime.toMillis() < leaseMs) {
        throw new SecuraError('conflict', 'The same request is still being worked on.');
      }
      tx.set(ref, { ...mark, state: 'running' });
      return null;
    });
    if (taken) return JSON.parse(taken.output) as T;
  }
  try {
    const output = await run();
    await ref.set({ ...mark, state: 'done', output: JSON.stringify(output) });
    return output;
  } catch (error) {
    await ref.delete();
    throw error;
  }
}
