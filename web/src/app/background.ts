import { useEffect } from 'react';
import { whenBackOnline } from '../firebase/online.ts';

let started = false;

/** Sends what an earlier visit left behind, once the first page is drawn: reports first, their files after them. */
async function start(): Promise<void> {
  if (started) return;
  started = true;
  try {
    const [{ startReports }, { startUploads }] = await Promise.all([import('../incidents/report/sending.ts'), import('../evidence/uploads.ts')]);
    await Promise.all([startReports(), startUploads()]);
  } catch {
    // The code did not arrive or the store is blocked: pages that need it try again when they open.
    started = false;
  }
}

/** Runs the services of a signed-in person with a complete profile. */
export function useBackground(ready: boolean): void {
  useEffect(() => {
    if (!ready) return undefined;
    const timer = setTimeout(() => void start(), 500);
    const stop = whenBackOnline(() => void start());
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [ready]);
}
