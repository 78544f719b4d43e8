import { useEffect, useRef } from 'react';
import { createDoc, serverTime } from '../../firebase/write.ts';

/** Remembers how much of an incident its reporter has seen, each time that there is more and the page is in sight. */
export function useReadMarker(uid: string, incidentId: string, seen: number): void {
  const written = useRef<{ incidentId: string; seen: number } | null>(null);
  useEffect(() => {
    function mark(): void {
      const last = written.current;
      if (seen === 0 || document.visibilityState !== 'visible' || (last?.incidentId === incidentId && last.seen >= seen)) return;
      written.current = { incidentId, seen };
      void createDoc(`users/${uid}/reads/${incidentId}`, { seen, at: serverTime() });
    }
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [uid, incidentId, seen]);
}
