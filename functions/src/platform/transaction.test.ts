import { expect, test } from 'vitest';
import { transact } from './transaction.ts';

const closed = Object.assign(new Error('3 INVALID_ARGUMENT: Transaction is invalid or closed.'), { code: 3 });

/** A store whose transactions fail with these errors, one after another, and then succeed. */
function failing(...errors: Error[]) {
  const asked = { times: 0 };
  const runTransaction = async () => {
    const error = errors[asked.times++];
    if (error) throw error;
    return 'done' as never;
  };
  return { asked, runTransaction };
}

test('what lost against another is done again', async () => {
  const store = failing(closed);
  expect(await transact(async () => 'done', store)).toBe('done');
  expect(store.asked.times).toBe(2);
});

test('what loses every time fails in the end', async () => {
  const store = failing(closed, closed, closed, closed, closed, closed);
  await expect(transact(async () => 'done', store)).rejects.toThrow('closed');
  expect(store.asked.times).toBe(5);
});

test('a mistake of ours is not repeated', async () => {
  const store = failing(Object.assign(new Error('3 INVALID_ARGUMENT: A document has no such field.'), { code: 3 }));
  await expect(transact(async () => 'done', store)).rejects.toThrow('no such field');
  expect(store.asked.times).toBe(1);
});
