import { afterEach, beforeEach, expect, it, vi } from 'vitest';

type Online = typeof import('./online.ts');

const reconnect = vi.fn(() => Promise.resolve());
vi.mock('./firestore.ts', () => ({ reconnect }));

let online: Online;
let browser: { onLine: boolean };
let events: EventTarget;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  browser = { onLine: true };
  events = new EventTarget();
  vi.stubGlobal('navigator', browser);
  vi.stubGlobal('window', events);
  online = await import('./online.ts');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('is offline at once when the browser says so', () => {
  expect(online.isOnline()).toBe(true);
  browser.onLine = false;
  expect(online.isOnline()).toBe(false);
});

it('is offline when only the cache has spoken for three seconds, whatever the browser says', () => {
  online.heardFrom('cache');
  vi.advanceTimersByTime(2900);
  expect(online.isOnline()).toBe(true);
  online.heardFrom('cache');
  vi.advanceTimersByTime(200);
  expect(online.isOnline()).toBe(false);
});

it('stays online when the server speaks soon after the cache', () => {
  online.heardFrom('cache');
  vi.advanceTimersByTime(1000);
  online.heardFrom('server');
  vi.advanceTimersByTime(10_000);
  expect(online.isOnline()).toBe(true);
});

it('calls back once when the server is heard again, and not after being told to stop', () => {
  const back = vi.fn();
  const end = online.whenBackOnline(back);
  online.heardFrom('cache');
  vi.advanceTimersByTime(3000);
  expect(back).not.toHaveBeenCalled();
  online.heardFrom('server');
  online.heardFrom('server');
  expect(back).toHaveBeenCalledTimes(1);
  end();
  browser.onLine = false;
  events.dispatchEvent(new Event('offline'));
  browser.onLine = true;
  events.dispatchEvent(new Event('online'));
  expect(back).toHaveBeenCalledTimes(1);
});

it('tries again every ten seconds while the server is silent and the browser has a network, and no longer', async () => {
  reconnect.mockClear();
  online.heardFrom('cache');
  await vi.advanceTimersByTimeAsync(3000 + 10_000);
  expect(reconnect).toHaveBeenCalledTimes(1);
  browser.onLine = false;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(reconnect).toHaveBeenCalledTimes(1);
  browser.onLine = true;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(reconnect).toHaveBeenCalledTimes(2);
  online.heardFrom('server');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(reconnect).toHaveBeenCalledTimes(2);
});
