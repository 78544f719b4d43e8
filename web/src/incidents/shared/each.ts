export interface EachResult<T> {
  done: T[];
  failed: { item: T; message: string }[];
}

/**
 * Does something for each item, a few at a time, and reports on every one: a bulk action that stops at its first
 * failure leaves people guessing.
 */
export async function forEachReported<T>(items: readonly T[], act: (item: T) => Promise<unknown>, atOnce = 4): Promise<EachResult<T>> {
  const result: EachResult<T> = { done: [], failed: [] };
  const waiting = [...items];
  async function work(): Promise<void> {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        await act(item);
        result.done.push(item);
      } catch (error) {
        result.failed.push({ item, message: error instanceof Error ? error.message : 'This did not work.' });
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return result;
}
