import { verifyChain, type ChainVerdict, type Head } from '@secura/domain/incidents/chain';
import type { IncidentEvent } from '@secura/domain/incidents/events';
import { useEffect, useMemo, useState } from 'react';
import { useLiveQuery } from '../../firebase/live.ts';
import type { Live, LiveError } from '../../firebase/query-spec.ts';

/** Events on first paint; the read budget of the page counts with it. A chain up to this long is verified at once. */
export const firstEvents = 20;
const allEvents = 2000;
/** The incident and its events arrive by two listeners: for a moment one may be ahead of the other. */
const settle = 3000;

export type Verification = { state: 'partial' } | { state: 'checking' } | { state: 'judged'; verdict: ChainVerdict };

export interface History {
  /** Newest first. */
  events: readonly IncidentEvent[];
  loading: boolean;
  error: LiveError | null;
  /** How many there are in all, as the incident says. */
  total: number;
  verification: Verification;
  loadAll(): void;
}

/** What the store adds to an event is not part of what was hashed. */
function asStored({ id: _id, _pending, ...event }: Live<IncidentEvent>): IncidentEvent {
  return event as IncidentEvent;
}

/** The whole team's history of an incident, live, recomputed link by link in this browser. */
export function useHistory(incidentId: string, head: Head | null): History {
  const [whole, setWhole] = useState<string | null>(null);
  const total = head?.seq ?? 0;
  const { data, status, error } = useLiveQuery<IncidentEvent>({
    collection: `incidents/${incidentId}/events`,
    orderBy: [['seq', 'desc']],
    limit: whole === incidentId ? allEvents : firstEvents,
  });
  const events = useMemo(() => (data ?? []).map(asStored), [data]);
  const complete = status === 'ready' && events.at(-1)?.seq === 1;
  const verdict = useMemo(() => (complete ? verifyChain(events.toReversed(), head) : null), [complete, events, head]);
  const unsettled = verdict !== null && !verdict.verified && verdict.reason === 'head-differs';
  const patient = useLasting(unsettled, settle);

  let verification: Verification = { state: 'checking' };
  if (status === 'ready' && !complete && total > events.length) verification = { state: 'partial' };
  // Events that are missing at the beginning are missing: nothing more will come.
  else if (status === 'ready' && !complete && total > 0 && events.length > 0) {
    verification = { state: 'judged', verdict: { verified: false, length: events.length, seq: 1, reason: 'missing' } };
  } else if (verdict && (!unsettled || patient)) verification = { state: 'judged', verdict };
  return { events, loading: status === 'loading', error, total, verification, loadAll: () => setWhole(incidentId) };
}

function useLasting(active: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!active) return undefined;
    const timer = setTimeout(() => setLasting(true), ms);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [active, ms]);
  return active && lasting;
}
