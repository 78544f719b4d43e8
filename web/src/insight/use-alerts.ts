import type { Alert } from '@secura/domain/notifications/alert';
import { severityRank } from '@secura/domain/incidents/vocabulary';
import { useLiveQuery } from '../firebase/live.ts';
import { useOnline } from '../firebase/online.ts';
import { useNow } from '../ui/relative-time.tsx';

const shown = 5;

/** Alerts in force, live, the most severe first. */
export function useAlerts() {
  const now = useNow();
  // By the full hour, so that the query stays the same; what ran out since is left out here.
  const since = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
  const { data, status, error, fromCache } = useLiveQuery<Alert>({
    collection: 'alerts',
    where: [['expiresAt', '>', since]],
    orderBy: [['expiresAt', 'desc']],
    limit: shown,
  });
  const alerts = (data ?? [])
    .filter(({ expiresAt }) => expiresAt > now)
    .sort((a, b) => severityRank(b.severity) - severityRank(a.severity) || b.createdAt.getTime() - a.createdAt.getTime());
  const online = useOnline();
  const unconfirmed = status === 'ready' && fromCache && alerts.length === 0;
  return { alerts, status: unconfirmed ? (online ? ('loading' as const) : ('offline' as const)) : status, error };
}
