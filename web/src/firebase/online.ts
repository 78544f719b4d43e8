import { useSyncExternalStore } from 'react';

/** A page that is just opening hears from its cache first; only after this long is silence of the server a fact. */
const patience = 3000;
/** The database waits longer and longer between its own attempts, up to a minute. */
const retryEvery = 10_000;

let silent = false;
let retry: ReturnType<typeof setInterval> | undefined;
let doubt: ReturnType<typeof setTimeout> | undefined;
let wasOnline = navigator.onLine;
const listeners = new Set<() => void>();

/**
 * Whether Secura can be reached. A browser calls itself online behind a hotel's sign-in page or a dead router too, so
 * what the live listeners hear counts as well.
 */
export function isOnline(): boolean {
  return navigator.onLine && !silent;
}

function changed(): void {
  const online = isOnline();
  if (online === wasOnline) return;
  wasOnline = online;
  for (const listener of [...listeners]) listener();
}

/** Tells where the latest news of a listener that always runs came from: the server, or only this device's cache. */
export function heardFrom(source: 'server' | 'cache'): void {
  if (source === 'cache') {
    doubt ??= setTimeout(() => {
      silent = true;
      retry = setInterval(() => void reconnect(), retryEvery);
      changed();
    }, patience);
    return;
  }
  clearTimeout(doubt);
  clearInterval(retry);
  doubt = undefined;
  silent = false;
  changed();
}

async function reconnect(): Promise<void> {
  if (!navigator.onLine) return;
  const firestore = await import('./firestore.ts');
  await firestore.reconnect();
}

window.addEventListener('online', changed);
window.addEventListener('offline', changed);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** {@link isOnline}, for what is on screen. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, isOnline);
}

/** Calls back each time Secura can be reached again; the result ends it. */
export function whenBackOnline(listener: () => void): () => void {
  return subscribe(() => isOnline() && listener());
}
