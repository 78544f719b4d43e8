import type { Acknowledgement, Alert } from '@secura/domain/notifications/alert';
import { keysOf } from '@secura/domain/notifications/audience';
import { severityRank } from '@secura/domain/incidents/vocabulary';
import type { LiveResult, QuerySpec, Where } from '../firebase/query-spec.ts';
import { useLiveDoc, useLiveQuery } from '../firebase/live.ts';
import { useOnline } from '../firebase/online.ts';
import { useMe } from '../firebase/session.ts';
import { createDoc, serverTime } from '../firebase/write.ts';
import { useNow } from '../ui/relative-time.tsx';

interface Alerts {
  alerts: Alert[];
  /** Whether the limit was reached, and there may be others. */
  more: boolean;
  status: LiveResult<unknown>['status'] | 'offline';
  error: LiveResult<unknown>['error'];
}

/** Alerts in force, live, the most severe first. */
function useInForce(where: Where[] | null, limit: number): Alerts {
  const now = useNow();
  // By the full hour, so that the query stays the same; what ran out since is left out here.
  const since = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
  const spec: QuerySpec | null = where && { collection: 'alerts', where: [...where, ['expiresAt', '>', since]], orderBy: [['expiresAt', 'desc']], limit };
  const { data, status, error, fromCache } = useLiveQuery<Alert>(spec);
  const alerts = (data ?? [])
    .filter(({ expiresAt, withdrawn }) => !withdrawn && expiresAt > now)
    .sort((a, b) => severityRank(b.severity) - severityRank(a.severity) || b.createdAt.getTime() - a.createdAt.getTime());
  const online = useOnline();
  const unconfirmed = status === 'ready' && fromCache && alerts.length === 0;
  return { alerts, more: data?.length === limit, status: unconfirmed ? (online ? 'loading' : 'offline') : status, error };
}

/** What the rules let one ask for: alerts for one's role and department. Null until both are known. */
function useMine(): Where[] | null {
  const { role, department } = useMe();
  return role && department ? [['reach', 'array-contains-any', keysOf({ role, department })]] : null;
}

/** Alerts that are for the signed-in person. */
export function useMyAlerts(): Alerts {
  return useInForce(useMine(), 5);
}

/** So many at most, whoever publishes how many. */
const mostOnTop = 3;

/** Of those the ones that he has to acknowledge, for every page. */
export function useCriticalAlerts(): Alert[] {
  const mine = useMine();
  return useInForce(mine && [...mine, ['severity', '==', 'critical']], mostOnTop).alerts;
}

/** Ids of the alerts that stand on top of every page now, and need not be said twice. */
export function useOnTop(): ReadonlySet<string> {
  const { uid } = useMe();
  const critical = useCriticalAlerts();
  const path = (index: number) => (critical[index] ? acknowledgementPath(critical[index].id, uid) : null);
  const mine = [useLiveDoc<Acknowledgement>(path(0)), useLiveDoc<Acknowledgement>(path(1)), useLiveDoc<Acknowledgement>(path(2))];
  // While it loads neither place shows it: what appears and goes again is missed by nobody.
  return new Set(critical.filter((_, index) => mine[index]!.status === 'loading' || isMissing(mine[index]!)).map(({ id }) => id));
}

/** The alerts in force that last longest, for who publishes them. @param limit so many at most, up to 100 */
export function useAllAlerts(limit: number): Alerts {
  return useInForce([], limit);
}

const acknowledgementPath = (alertId: string, uid: string): string => `alerts/${alertId}/acknowledgements/${uid}`;

/** Whether the server says that there is none; what this device remembers does not say so. */
function isMissing({ data, status, fromCache }: LiveResult<Acknowledgement | null>): boolean {
  return status === 'ready' && data === null && !fromCache;
}

/** Whether the signed-in person has acknowledged an alert, and the way to do so; offline too. */
export function useAcknowledgement(alertId: string): { at: Date | null; known: boolean; acknowledge(): Promise<void> } {
  const { uid, name } = useMe();
  const path = acknowledgementPath(alertId, uid);
  const live = useLiveDoc<Acknowledgement>(path);
  return {
    at: live.data?.at ?? null,
    known: isMissing(live) || (live.status === 'ready' && live.data !== null),
    async acknowledge() {
      const { acked } = await createDoc(path, { name, at: serverTime() });
      await acked;
    },
  };
}
