import { completeIncident, type Incident } from '@secura/domain/incidents/incident';
import { matchesSearch, queueQuery } from '@secura/domain/incidents/queue';
import { can, type Actor } from '@secura/domain/people/permissions';
import { useMemo, useState } from 'react';
import { useLiveQuery } from '../../firebase/live.ts';
import { specKey, type LiveError, type QuerySpec } from '../../firebase/query-spec.ts';
import type { QueueView } from './queue-url.ts';

export const pageSize = 25;

export interface QueuePageState {
  /** Names the list: rows of another list are no news. */
  listKey: string;
  rows: readonly Incident[];
  status: 'loading' | 'ready' | 'error';
  error: LiveError | null;
  /** The rows are those of the list before, while the new one loads. */
  stale: boolean;
  fromCache: boolean;
  /** Id of the last document of this page when more follow. */
  olderAfter: string | null;
}

const viewerOf = (actor: Actor) => ({ uid: actor.uid, seesRestricted: can(actor, 'incident:readRestricted') });

function specOf(view: QueueView, actor: Actor): QuerySpec {
  const cursor = view.after.at(-1);
  // One more than shown says whether there is another page.
  return { ...queueQuery(view.filter, viewerOf(actor)), limit: pageSize + 1, ...(cursor && { startAfterDoc: `incidents/${cursor}` }) };
}

/** One page of the queue, live. While another list loads, the rows of the last one stay on screen. */
export function useQueue(view: QueueView, actor: Actor): QueuePageState {
  const spec = specOf(view, actor);
  const listKey = specKey(spec);
  const live = useLiveQuery<Incident>(spec);
  const { search } = view.filter;
  const page = useMemo(() => {
    if (!live.data) return null;
    const documents = live.data.slice(0, pageSize);
    return {
      rows: documents.map((document) => completed(document)).filter((incident) => matchesSearch(incident, search)),
      olderAfter: live.data.length > pageSize ? (documents.at(-1)?.id ?? null) : null,
    };
  }, [live.data, search]);
  const [last, setLast] = useState(page);
  if (page && page !== last) setLast(page);
  const shown = page ?? last;
  return {
    listKey,
    rows: shown?.rows ?? [],
    status: live.status === 'loading' && shown ? 'ready' : live.status,
    error: live.error,
    stale: !page && live.status === 'loading',
    fromCache: live.fromCache,
    olderAfter: shown?.olderAfter ?? null,
  };
}

// Unchanged documents arrive as the same objects, and must leave as the same objects for memoised rows.
const completedOf = new WeakMap<object, Incident>();

function completed(document: Incident): Incident {
  let incident = completedOf.get(document);
  if (!incident) completedOf.set(document, (incident = completeIncident(document.id, document as Parameters<typeof completeIncident>[1])));
  return incident;
}

const newerLimit = 20;

/** How many incidents of this list were reported since a moment; costs nothing until there is one. */
export function useNewerCount(view: QueueView, actor: Actor, since: Date | null): number {
  const spec = queueQuery({ ...view.filter, sort: 'newest' }, viewerOf(actor));
  const { data } = useLiveQuery<Incident>(since ? { ...spec, where: [...spec.where, ['createdAt', '>', since]], limit: newerLimit } : null);
  return since ? (data?.length ?? 0) : 0;
}
