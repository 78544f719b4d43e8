import { ProfileIndex, type Hit } from '@secura/domain/similar/index-of-profiles';
import { comparedAtMost, comparedDays } from '@secura/domain/similar/similar';
import { db, FieldValue, fromStore } from '../platform/firebase.ts';
import type { Profiled } from './profiler.ts';

/** `vectors/{incidentId}`, for the server alone. */
interface StoredVector {
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
  /** Hash of the text whose comparison is finished; null until the first one is. */
  settled: string | null;
  /** Colleagues were counted, for its first wording. */
  counted?: boolean;
}

export type VectorFacts = Pick<StoredVector, 'reporterUid' | 'reportedAt'>;

const vectorRef = (incidentId: string) => db().doc(`vectors/${incidentId}`);

export async function readVector(incidentId: string): Promise<Pick<StoredVector, 'gone' | 'settled' | 'counted'> | null> {
  const stored = await vectorRef(incidentId).get();
  return stored.exists ? fromStore(stored.data()) : null;
}

/** Stores a report's profile; what was settled before stays. Running it again changes nothing but the time. */
export async function storeVector(incidentId: string, { profile, origin, provider, embedding }: Profiled, facts: VectorFacts): Promise<void> {
  const values = Buffer.from(profile.buffer, profile.byteOffset, profile.byteLength);
  await vectorRef(incidentId).set({ origin, provider, embedding, values, ...facts, updatedAt: FieldValue.serverTimestamp(), gone: false }, { merge: true });
}

/** Marks that everything that follows from a text has been written. */
export async function settleVector(incidentId: string, textHash: string): Promise<void> {
  await vectorRef(incidentId).update({ settled: textHash, counted: true });
}

/** Takes a report out of all comparisons. */
export async function forgetVector(incidentId: string): Promise<void> {
  await vectorRef(incidentId).update({ gone: true, values: FieldValue.delete(), settled: null, updatedAt: FieldValue.serverTimestamp() });
}

/** What a warm instance remembers of one origin. */
interface Memory {
  index: ProfileIndex;
  facts: Map<string, VectorFacts>;
  /** The latest change that was read. */
  seenUntil: number;
}

const memories = new Map<string, Memory>();
let reading: Promise<unknown> = Promise.resolve();

/** Commits become visible out of order by less than this. */
const overlapMs = 3000;

/**
 * The nearest stored reports of the same origin. The first search of an instance reads what is younger than the window;
 * later ones read only what changed since.
 */
export async function nearestVectors(profiled: Profiled, count: number, now: Date, passes: (id: string, facts: VectorFacts) => boolean): Promise<(Hit & VectorFacts & { profile: Float32Array })[]> {
  const memory = await refreshed(profiled, now);
  const oldest = now.getTime() - comparedDays * 86_400_000;
  const hits = memory.index.nearest(profiled.profile, count, (id) => {
    const facts = memory.facts.get(id);
    return facts !== undefined && facts.reportedAt.getTime() >= oldest && passes(id, facts);
  });
  return hits.map((hit) => ({ ...hit, ...memory.facts.get(hit.id)!, profile: memory.index.get(hit.id)! }));
}

// One after another: two at once would read the same news twice.
function refreshed(profiled: Profiled, now: Date): Promise<Memory> {
  const next = reading.then(() => refresh(profiled, now));
  reading = next.catch(() => undefined);
  return next;
}

async function refresh({ origin, profile }: Profiled, now: Date): Promise<Memory> {
  let memory = memories.get(origin);
  if (!memory) memories.set(origin, (memory = { index: new ProfileIndex(profile.length), facts: new Map(), seenUntil: 0 }));
  const { index, facts } = memory;
  const since = memory.seenUntil > 0 ? memory.seenUntil - overlapMs : now.getTime() - comparedDays * 86_400_000;
  const news = db().collection('vectors').where('updatedAt', '>', new Date(since)).orderBy('updatedAt', 'desc').limit(comparedAtMost);
  for await (const doc of news.stream() as AsyncIterable<FirebaseFirestore.QueryDocumentSnapshot>) {
    const stored = fromStore<StoredVector>(doc.data());
    memory.seenUntil = Math.max(memory.seenUntil, stored.updatedAt.getTime());
    if (stored.gone || stored.origin !== origin) {
      index.delete(doc.id);
      facts.delete(doc.id);
      continue;
    }
    // Copied: a view of the buffer may lie at an odd place.
    index.set(doc.id, new Float32Array(new Uint8Array(stored.values).buffer));
    facts.set(doc.id, { reporterUid: stored.reporterUid, reportedAt: stored.reportedAt });
  }
  return memory;
}
