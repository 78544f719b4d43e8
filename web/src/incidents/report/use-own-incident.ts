import { completeIncident, type Incident, type ReportedIncident } from '@secura/domain/incidents/incident';
import { useMemo } from 'react';
import { useLiveQuery } from '../../firebase/live.ts';
import { useMe } from '../../firebase/session.ts';
import { ownIncident } from './own-incident.ts';

/**
 * One's own incident, live, also while it only waits on this device. By a query: the server refuses to read a single
 * document that it does not have yet, and that listener would be gone for good.
 */
export function useOwnIncident(id: string) {
  const { uid } = useMe();
  const live = useLiveQuery<ReportedIncident & Partial<Incident>>({
    collection: 'incidents',
    where: ownIncident(uid, id),
    limit: 1,
  });
  const stored = live.data?.[0];
  const incident = useMemo(() => (stored ? completeIncident(stored.id, stored) : null), [stored]);
  return { ...live, incident, pending: stored?._pending ?? false };
}
