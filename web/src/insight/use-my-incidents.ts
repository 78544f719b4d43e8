import { completeIncident, type Incident, type ReportedIncident } from '@secura/domain/incidents/incident';
import type { Status } from '@secura/domain/incidents/vocabulary';
import { useMemo, useState } from 'react';
import { useLiveQuery } from '../firebase/live.ts';
import type { Live } from '../firebase/query-spec.ts';
import { useOnline } from '../firebase/online.ts';
import { useNow } from '../ui/relative-time.tsx';
import { countOf, firstPage, mergeLists, monthStart, resolvedSince, unreadOf, type Count } from './my-incidents.ts';

type Stored = Live<ReportedIncident & Partial<Incident>>;

export interface MyRow {
  id: string;
  number: string | null;
  title: string;
  status: Status;
  lastActivity: Incident['lastActivity'];
  unread: number;
  /** It waits on this device for the network. */
  queued: boolean;
}

export interface MyIncidentsState {
  rows: MyRow[];
  open: Count;
  working: Count;
  resolvedThisMonth: Count;
  loading: boolean;
  /** Without a network, and nothing is kept on this device: how many there are cannot be said. */
  unknown: boolean;
  error: string | null;
  /** There are more than were read. */
  more: boolean;
  showMore(): void;
}

/** Rows of which the unread count is asked for: one document each. */
const marked = 8;

/** One's own incidents by status, live. Reads three short pages, however many there are. */
export function useMyIncidents(uid: string): MyIncidentsState {
  const [page, setPage] = useState(firstPage);
  const now = useNow();
  const mine = (statuses: Status[], order: 'createdAt' | 'updatedAt') => ({
    collection: 'incidents',
    where: [['reporter.uid', '==', uid], statuses.length === 1 ? ['status', '==', statuses[0]] : ['status', 'in', statuses]] as [string, '==' | 'in', unknown][],
    orderBy: [[order, 'desc']] as [string, 'desc'][],
    limit: Math.min(page + 1, 100),
  });
  // A fresh report has no `updatedAt` until the server has seen it, so open ones are ordered by their creation.
  const open = useLiveQuery<Stored>(mine(['open'], 'createdAt'));
  const working = useLiveQuery<Stored>(mine(['investigating', 'contained'], 'updatedAt'));
  const finished = useLiveQuery<Stored>(mine(['resolved', 'closed'], 'updatedAt'));
  const lists = [open, working, finished];

  const complete = (list: Stored[] | undefined) => (list ?? []).map((stored) => ({ ...completeIncident(stored.id, stored), queued: stored._pending }));
  const [openRows, workingRows, finishedRows] = [complete(open.data), complete(working.data), complete(finished.data)] as const;
  const all = mergeLists(openRows.slice(0, page), workingRows.slice(0, page), finishedRows.slice(0, page));

  const asked = all.filter(({ queued }) => !queued).slice(0, marked).map(({ id }) => id).sort();
  const online = useOnline();
  const unconfirmed = all.length === 0 && lists.some(({ fromCache, status }) => status === 'ready' && fromCache);
  const settled = lists.every(({ status }) => status !== 'loading') && !(unconfirmed && online);
  const reads = useLiveQuery<{ seen: number }>(
    settled && asked.length > 0 ? { collection: `users/${uid}/reads`, where: [['__name__', 'in', asked]], limit: marked } : null,
  );
  const seen = useMemo(() => new Map((reads.data ?? []).map((marker) => [marker.id, marker.seen])), [reads.data]);
  const known = reads.status === 'ready';

  return {
    rows: all.map((incident) => ({
      id: incident.id,
      number: incident.number,
      title: incident.title,
      status: incident.status,
      lastActivity: incident.lastActivity,
      unread: known && asked.includes(incident.id) ? unreadOf(incident, seen.get(incident.id)) : 0,
      queued: incident.queued,
    })),
    open: countOf(openRows.length, page),
    working: countOf(workingRows.length, page),
    resolvedThisMonth: resolvedSince(finishedRows, monthStart(now), page),
    loading: !settled,
    unknown: unconfirmed && !online,
    error: lists.find(({ error }) => error)?.error?.message ?? null,
    more: page < 99 && [openRows, workingRows, finishedRows].some((rows) => rows.length > page),
    showMore: () => setPage(page + 30),
  };
}
