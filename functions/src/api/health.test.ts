import { describe, expect, test, vi } from 'vitest';
import { checkHealth, currentHealth, type Health } from './health.ts';

const answers = () => Promise.resolve();
const fails = () => Promise.reject(new Error('unavailable'));

describe('the health of the backend', () => {
  test('is exactly what monitors look for when everything answers', async () => {
    expect(await checkHealth({ firestore: answers, auth: answers })).toEqual({ status: 'healthy', service: 'Secura Backend' });
  });

  test('names what fails, and nothing else', async () => {
    expect(await checkHealth({ firestore: answers, auth: fails, storage: fails })).toEqual({ status: 'unhealthy', service: 'Secura Backend', failing: ['auth', 'storage'] });
  });

  test('does not wait for ever for what never answers', async () => {
    vi.useFakeTimers();
    try {
      const health = checkHealth({ firestore: () => new Promise(() => undefined) });
      await vi.advanceTimersByTimeAsync(3000);
      expect(await health).toMatchObject({ status: 'unhealthy', failing: ['firestore'] });
    } finally {
      vi.useRealTimers();
    }
  });

  test('is asked for once in two seconds, however many want to know', async () => {
    let asked = 0;
    const check = (): Promise<Health> => {
      asked += 1;
      return Promise.resolve({ status: 'healthy', service: 'Secura Backend' });
    };
    await Promise.all([1000, 1001, 2999].map((now) => currentHealth(check, now)));
    expect(asked).toBe(1);
    await currentHealth(check, 3000);
    expect(asked).toBe(2);
  });
});
