import { useSyncExternalStore } from 'react';
import { exactTime, relativeTime } from './time.ts';

// One clock for all: a list of fifty rows must not run fifty timers.
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!timer) {
    // The clock stood still while nobody looked at it.
    now = Date.now();
    timer = setInterval(() => {
      now = Date.now();
      for (const each of listeners) each();
    }, 30_000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time, renewed every 30 s, for ages and clocks. */
export function useNow(): Date {
  return new Date(useSyncExternalStore(subscribe, () => now));
}

/** "5 minutes ago", kept up to date; the exact time on hover. */
export function RelativeTime({ date }: { date: Date }) {
  const current = useNow();
  // Rows younger than the clock's last tick would read "in 20 seconds".
  const text = relativeTime(date, date > current ? date : current);
  return (
    <time dateTime={date.toISOString()} title={exactTime(date)}>
      {text}
    </time>
  );
}
