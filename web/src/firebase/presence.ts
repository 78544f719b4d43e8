import { isOnline } from './online.ts';
import { ServerTimeMark } from './server-time.ts';

const beat = 60_000;
let stop: (() => void) | undefined;

/** Says "I am here" every minute while the page is visible; a hidden or offline page says nothing. */
export function startPresence(uid: string): void {
  stop?.();
  let inFlight = false;
  async function say(): Promise<void> {
    // Offline, heartbeats would pile up in the queue and all be sent later, untrue by then.
    if (inFlight || document.visibilityState !== 'visible' || !isOnline()) return;
    inFlight = true;
    try {
      const firestore = await import('./firestore.ts');
      await firestore.set(`presence/${uid}`, { seenAt: new ServerTimeMark() });
    } catch {
      // Presence is a courtesy; the next beat tries again.
    } finally {
      inFlight = false;
    }
  }
  const now = () => void say();
  now();
  const timer = setInterval(now, beat);
  document.addEventListener('visibilitychange', now);
  stop = () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', now);
  };
}

export function stopPresence(): void {
  stop?.();
  stop = undefined;
}
