import { useSyncExternalStore } from 'react';
import { deviceStorage } from './device.ts';

/**
 * Changes made here that the server has not confirmed. On a trusted device the list outlives the tab, as Firestore's
 * own queue does, so that a report queued yesterday still shows as waiting.
 */
const storageKey = 'secura.waiting';
let waiting: readonly string[] | undefined;
const listeners = new Set<() => void>();

function load(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(deviceStorage()?.getItem(storageKey) ?? '[]');
    return Array.isArray(stored) ? stored.filter((path): path is string => typeof path === 'string') : [];
  } catch {
    return [];
  }
}

function current(): readonly string[] {
  return (waiting ??= load());
}

function change(next: readonly string[]): void {
  waiting = next;
  try {
    deviceStorage()?.setItem(storageKey, JSON.stringify(next));
  } catch {
    // A full storage only costs the indicator after a restart; the changes themselves are in Firestore's queue.
  }
  for (const listener of listeners) listener();
}

export function addPending(path: string): void {
  change([...current(), path]);
}

export function removePending(path: string): void {
  const index = current().indexOf(path);
  if (index >= 0) change(current().toSpliced(index, 1));
}

export function clearPending(): void {
  if (current().length > 0) change([]);
}

/** Paths with unsent changes, for code outside React. */
export function pendingPaths(): readonly string[] {
  return current();
}

window.addEventListener('storage', (event) => {
  if (event.key !== storageKey) return;
  waiting = load();
  for (const listener of listeners) listener();
});

const alsoWaiting = new Set<() => number>();

/** Lets something beside Firestore's queue, such as files, hold up a sign-out that would lose it. */
export function countAlsoAsUnsent(count: () => number): void {
  alsoWaiting.add(count);
}

/** How much a sign-out now would lose. */
export function unsentCount(): number {
  return [...alsoWaiting].reduce((sum, count) => sum + count(), current().length);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How many changes wait for the network. */
export function usePendingWrites(): number {
  return useSyncExternalStore(subscribe, () => current().length);
}
