import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLiveBridge, liveQueryKey, type Snapshot } from './live-bridge.ts';
import { specKey, type LiveError, type LiveSpec, type QuerySpec } from './query-spec.ts';

const open: QuerySpec = { collection: 'incidents', where: [['status', '==', 'open']], orderBy: [['createdAt', 'desc']], limit: 25 };
const sameOpen: QuerySpec = { limit: 25, orderBy: [['createdAt', 'desc']], where: [['status', '==', 'open']], collection: 'incidents', group: undefined };

function setUp() {
  const running: { spec: LiveSpec; next(snapshot: Snapshot): void; fail(error: LiveError): void; stopped: boolean }[] = [];
  const client = new QueryClient();
  const bridge = createLiveBridge({
    client,
    source: (spec, next, fail) => {
      const listener = { spec, next, fail, stopped: false };
      running.push(listener);
      return () => {
        listener.stopped = true;
      };
    },
  });
  return { bridge, client, running, shown: (spec: LiveSpec) => client.getQueryData(liveQueryKey(spec)) };
}

describe('the listener bridge', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('gives equal queries one listener', () => {
    const { bridge, running } = setUp();
    bridge.acquire(open);
    bridge.acquire(sameOpen);
    bridge.acquire({ ...open, limit: 26 });
    expect(specKey(open)).toBe(specKey(sameOpen));
    expect(running).toHaveLength(2);
  });

  it('tells dates apart', () => {
    const since = (iso: string): QuerySpec => ({ collection: 'incidents', where: [['createdAt', '>=', new Date(iso)]], limit: 1 });
    expect(specKey(since('2026-01-01'))).not.toBe(specKey(since('2026-01-02')));
    expect(specKey(since('2026-01-01'))).toBe(specKey(since('2026-01-01')));
  });

  it('puts what arrives where the readers look', () => {
    const { bridge, running, shown } = setUp();
    bridge.acquire(open);
    running[0]?.next({ data: [1], fromCache: true, hasPendingWrites: false });
    running[0]?.next({ data: [1, 2], fromCache: false, hasPendingWrites: false });
    expect(shown(sameOpen)).toEqual({ data: [1, 2], fromCache: false, hasPendingWrites: false, status: 'ready', error: null });
  });

  it('keeps listening for half a minute after the last reader left', () => {
    const { bridge, running, shown } = setUp();
    const first = bridge.acquire(open);
    const second = bridge.acquire(open);
    running[0]?.next({ data: [], fromCache: false, hasPendingWrites: false });
    first();
    vi.advanceTimersByTime(60_000);
    expect(running[0]?.stopped).toBe(false);
    second();
    second();
    vi.advanceTimersByTime(29_000);
    const again = bridge.acquire(open);
    vi.advanceTimersByTime(60_000);
    expect(running).toHaveLength(1);
    again();
    vi.advanceTimersByTime(31_000);
    expect(running[0]?.stopped).toBe(true);
    expect(shown(open)).toBeUndefined();
    expect(bridge.size()).toBe(0);
  });

  it('shows a refusal, and asks again when the rights changed', () => {
    const { bridge, running, shown } = setUp();
    bridge.acquire({ doc: 'users/ada' });
    running[0]?.fail({ code: 'permission-denied', message: 'no' });
    expect(shown({ doc: 'users/ada' })).toMatchObject({ status: 'error', error: { code: 'permission-denied' }, data: undefined });
    bridge.retryFailed();
    expect(shown({ doc: 'users/ada' })).toMatchObject({ status: 'loading' });
    running[1]?.next({ data: { id: 'ada' }, fromCache: false, hasPendingWrites: false });
    expect(shown({ doc: 'users/ada' })).toMatchObject({ status: 'ready', data: { id: 'ada' } });
    expect(running).toHaveLength(2);
  });

  it('forgets everything at sign-out', () => {
    const { bridge, running, shown } = setUp();
    bridge.acquire(open);
    bridge.acquire({ doc: 'users/ada' });
    running[1]?.next({ data: { id: 'ada' }, fromCache: false, hasPendingWrites: false });
    bridge.clear();
    expect(running.every(({ stopped }) => stopped)).toBe(true);
    expect(shown({ doc: 'users/ada' })).toBeUndefined();
  });
});
