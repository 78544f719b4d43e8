import type { QueryClient } from '@tanstack/react-query';
import { specKey, type LiveError, type LiveResult, type LiveSpec } from './query-spec.ts';

export interface Snapshot {
  data: unknown;
  fromCache: boolean;
  hasPendingWrites: boolean;
}

/** Listens to one spec; the returned function stops it. Firestore in the app, a fake in tests. */
export type ListenerSource = (spec: LiveSpec, next: (snapshot: Snapshot) => void, fail: (error: LiveError) => void) => () => void;

interface Entry {
  spec: LiveSpec;
  users: number;
  failed: boolean;
  stop: () => void;
  linger?: ReturnType<typeof setTimeout>;
}

export interface LiveBridge {
  /** Makes the listener run for as long as somebody holds it; the result lets go. */
  acquire(spec: LiveSpec): () => void;
  /** Starts listeners again that the server refused, after the person's rights changed. */
  retryFailed(): void;
  /** Stops all listeners and forgets what they delivered. */
  clear(): void;
  /** How many listeners run now. */
  size(): number;
}

export const liveQueryKey = (spec: LiveSpec) => ['live', specKey(spec)] as const;

export const loading: LiveResult<never> = { data: undefined, status: 'loading', error: null, fromCache: true, hasPendingWrites: false };

/**
 * Firestore listeners behind TanStack Query's cache: equal specs share one listener, which lingers after the last
 * reader left, so that going back to a page costs no read.
 */
export function createLiveBridge(options: { client: QueryClient; source: ListenerSource; lingerMs?: number }): LiveBridge {
  const { client, source, lingerMs = 30_000 } = options;
  const entries = new Map<string, Entry>();

  function listen(entry: Entry): void {
    const key = liveQueryKey(entry.spec);
    entry.failed = false;
    entry.stop = source(
      entry.spec,
      (snapshot) => client.setQueryData<LiveResult<unknown>>(key, { ...snapshot, status: 'ready', error: null }),
      (error) => {
        entry.failed = true;
        client.setQueryData<LiveResult<unknown>>(key, { ...loading, status: 'error', error });
      },
    );
  }

  function drop(id: string, entry: Entry): void {
    clearTimeout(entry.linger);
    entry.stop();
    entries.delete(id);
    client.removeQueries({ queryKey: liveQueryKey(entry.spec), exact: true });
  }

  return {
    acquire(spec) {
      const id = specKey(spec);
      let entry = entries.get(id);
      if (!entry) {
        entry = { spec, users: 0, failed: false, stop: () => undefined };
        entries.set(id, entry);
        listen(entry);
      } else if (entry.failed && entry.users === 0) {
        entry.stop();
        listen(entry);
      }
      clearTimeout(entry.linger);
      entry.users += 1;
      const held = entry;
      let released = false;
      return () => {
        if (released) return;
        released = true;
        held.users -= 1;
        if (held.users === 0) held.linger = setTimeout(() => entries.get(id) === held && drop(id, held), lingerMs);
      };
    },
    retryFailed() {
      for (const entry of entries.values()) {
        if (!entry.failed) continue;
        entry.stop();
        client.setQueryData(liveQueryKey(entry.spec), loading);
        listen(entry);
      }
    },
    clear() {
      for (const [id, entry] of [...entries]) drop(id, entry);
    },
    size: () => entries.size,
  };
}
