import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { createLiveBridge, liveQueryKey, loading, type ListenerSource } from './live-bridge.ts';
import { queryClient } from './query-client.ts';
import { specKey, type Live, type LiveResult, type LiveSpec, type QuerySpec } from './query-spec.ts';

const unreachable = { code: 'unavailable', message: 'A part of Secura could not be loaded. Check your connection and reload the page.' };

/** Firestore is 150 kB: it loads with the first listener, which waits for it. */
const firestoreSource: ListenerSource = (spec, next, fail) => {
  let stopped = false;
  let stop = () => {};
  import('./firestore.ts')
    .then((firestore) => firestore.listen(spec, next, fail))
    .then(
      (unsubscribe) => {
        if (stopped) unsubscribe();
        else stop = unsubscribe;
      },
      () => !stopped && fail(unreachable),
    );
  return () => {
    stopped = true;
    stop();
  };
};

export const liveBridge = createLiveBridge({ client: queryClient, source: firestoreSource });

function useLive<T>(spec: LiveSpec | null): LiveResult<T> {
  const id = spec ? specKey(spec) : null;
  useEffect(() => {
    if (spec) return liveBridge.acquire(spec);
    return undefined;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- equal specs are the same query, whatever object they come in
  }, [id]);
  const { data } = useQuery<LiveResult<T>>({
    queryKey: spec ? liveQueryKey(spec) : ['live', 'nothing'],
    queryFn: skipToken,
    gcTime: Infinity,
    structuralSharing: false,
  });
  return data ?? loading;
}

/**
 * One document, live. Null while there is nothing to read; `data` is null when the document does not exist.
 * @param path such as `incidents/abc`
 */
export function useLiveDoc<T>(path: string | null): LiveResult<Live<T> | null> {
  return useLive(path ? { doc: path } : null);
}

/**
 * A page of documents, live. Equal specs share one listener, so build the spec where it is needed. While the same query
 * waits for more than it asked for before, what is there already stays: a list that grows must not vanish first.
 */
export function useLiveQuery<T>(spec: QuerySpec | null): LiveResult<Live<T>[]> {
  const result = useLive<Live<T>[]>(spec);
  const of = spec && specKey({ ...spec, limit: 0 });
  const limit = spec?.limit ?? 0;
  const [last, setLast] = useState({ result, of, limit });
  if (result.status === 'ready' && (result !== last.result || of !== last.of || limit !== last.limit)) setLast({ result, of, limit });
  return result.status === 'loading' && of === last.of && limit > last.limit ? last.result : result;
}

/** Follows one document outside React; shares the listener of {@link useLiveDoc}. */
export function watchDoc<T>(path: string, follow: (result: LiveResult<Live<T> | null>) => void): () => void {
  const key = liveQueryKey({ doc: path });
  const hash = JSON.stringify(key);
  const report = () => {
    const result = queryClient.getQueryData<LiveResult<Live<T> | null>>(key);
    if (result && result.status !== 'loading') follow(result);
  };
  const unsubscribe = queryClient.getQueryCache().subscribe((event) => {
    if (event.query.queryHash === hash && event.type === 'updated') report();
  });
  const release = liveBridge.acquire({ doc: path });
  report();
  return () => {
    unsubscribe();
    release();
  };
}

/**
 * Documents read once, as the server has them; lists on screen use {@link useLiveQuery}.
 * @throws an error with the code `unavailable` while the server cannot be reached
 */
export async function readOnce<T>(spec: QuerySpec): Promise<Live<T>[]> {
  const firestore = await import('./firestore.ts');
  return (await firestore.readOnce(spec)) as Live<T>[];
}
