import { expect, it } from 'vitest';
import { forEachReported } from './each.ts';

it('goes on after a failure and reports on each', async () => {
  let running = 0;
  let most = 0;
  const { done, failed } = await forEachReported([1, 2, 3, 4, 5], async (item) => {
    most = Math.max(most, ++running);
    await Promise.resolve();
    running -= 1;
    if (item === 2) throw new Error('It is closed.');
  }, 2);
  expect(done.sort()).toEqual([1, 3, 4, 5]);
  expect(failed).toEqual([{ item: 2, message: 'It is closed.' }]);
  expect(most).toBe(2);
});
