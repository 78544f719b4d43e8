import type { Neighbour, SimilarIncidents } from '@secura/domain/similar/similar';
import { db } from '../platform/firebase.ts';

export const similarRef = (id: string) => db().doc(`incidents/${id}/internal/similar`);

/** A list of the nearest with other members. */
export function listOf({ provider, model, at }: Omit<SimilarIncidents, 'ids'>, nearest: Neighbour[]): SimilarIncidents {
  return { nearest, ids: nearest.map(({ id }) => id), provider, model, at };
}
