import { db, fromStore } from '../platform/firebase.ts';
import type { IndexedVector, VectorIndex } from './vector-index.ts';

/** `vectors/{incidentId}`, for the server alone: what is compared. An index outside is a copy of it. */
export interface StoredVector {
  origin: string;
  provider: string;
  embedding: string;
  /** 32-bit floats, little-endian. */
  values: Buffer;
  reporterUid: string;
  reportedAt: Date;
  /** Set by the server; what a warm instance asks for news by. */
  updatedAt: Date;
  /** Must not be compared any more. Kept, so that warm instances learn of it. */
  gone: boolean;
  /** An index outside has not been told yet of what stands here. */
  waiting?: boolean;
  /** Hash of the text whose comparison is finished; null until the first one is. */
  settled: string | null;
  /** Which index named what it was compared with, the last time. */
  searchedBy?: VectorIndex['provider'];
  searchedAt?: Date;
  /** Colleagues were counted, for its first wording. */
  counted?: boolean;
}

export const vectorRef = (incidentId: string) => db().doc(`vectors/${incidentId}`);

/** A stored vector as it is compared; null where it must not be, or is of another origin. */
export function indexed(snapshot: FirebaseFirestore.DocumentSnapshot, origin: string): IndexedVector | null {
  if (!snapshot.exists) return null;
  const stored = fromStore<StoredVector>(snapshot.data());
  if (stored.gone || stored.origin !== origin) return null;
  // Copied: a view of the buffer may lie at an odd place.
  return { id: snapshot.id, profile: new Float32Array(new Uint8Array(stored.values).buffer), reportedAt: stored.reportedAt };
}
