import type { Incident, InternalCase } from '@secura/domain/incidents/incident';
import type { SimilarIncidents } from '@secura/domain/similar/similar';
import { db, fromStore } from './firebase.ts';
import { caseRef, incidentRef, readIncident } from './incident-store.ts';

const mostAlike = 20;

/** Ids of the incidents that people linked with one, and of the nearest ones; at most so many. */
export async function alikeIds(incidentId: string): Promise<string[]> {
  const [internal, similar] = await db().getAll(caseRef(incidentId), incidentRef(incidentId).collection('internal').doc('similar'));
  const { links = [] } = fromStore<Partial<InternalCase> | undefined>(internal!.data()) ?? {};
  const { nearest = [] } = fromStore<Partial<SimilarIncidents> | undefined>(similar!.data()) ?? {};
  return [...new Set([...links, ...nearest].map(({ id }) => id))].slice(0, mostAlike);
}

/** A resolved incident with what its resolution says. */
export type EndedIncident = Incident & { resolution: NonNullable<Incident['resolution']> };

/**
 * Incidents that are like one and are resolved; duplicates are not, they ended elsewhere. Only what the whole team may see:
 * what follows from it shows in a case that others read.
 */
export async function endedAlike(incidentId: string): Promise<EndedIncident[]> {
  const ids = await alikeIds(incidentId);
  if (ids.length === 0) return [];
  const stored = await db().getAll(...ids.map((id) => incidentRef(id)));
  return stored.map(readIncident).filter((other): other is EndedIncident => {
    const ended = other !== null && other.visibility === 'team' && (other.status === 'resolved' || other.status === 'closed');
    return ended && other.resolution !== null && other.resolution.code !== 'duplicate';
  });
}
