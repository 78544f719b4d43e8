import { useSyncExternalStore } from 'react';

let message = '';
const listeners = new Set<() => void>();

/** Says something to screen readers without moving the focus. The same sentence twice is read twice. */
export function announce(sentence: string): void {
  message = message === sentence ? `${sentence}\u00A0` : sentence;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Mounted once by the app; {@link announce} speaks through it. */
export function LiveRegion() {
  const current = useSyncExternalStore(subscribe, () => message);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {current}
    </div>
  );
}
