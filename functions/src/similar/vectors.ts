import { comparedAtMost, comparedDays } from '@secura/domain/similar/similar';
import { db, FieldValue, fromStore } from '../platform/firebase.ts';
import { ProviderFailure } from '../platform/provider/failure.ts';
import { EmbeddedIndex } from './embedded-index.ts';
import type { Profiled } from './profiler.ts';
import { sendWaiting } from './send-waiting.ts';
import { indexed, vectorRef, type StoredVector } from './stored-vector.ts';
import { outsideIndex, type IndexedVector, type VectorIndex } from './vector-index.ts';

export async function readVector(incidentId: string): Promise<Pick<StoredVector, 'gone' | 'settled' | 'counted'> | null> {
  const stored = await vectorRef(incidentId).get();
  return stored.exists ? fromStore(stored.data()) : null;
}

/** Stores a report's profile; what was settled before stays. Running it again changes nothing but the time. */
export async function storeVector(incidentId: string, { profile, origin, provider, embedding }: Profiled, facts: Pick<StoredVector, 'reporterUid' | 'reportedAt'>): Promise<void> {
  const values = Buffer.from(profile.buffer, profile.byteOffset, profile.byteLength);
  await vectorRef(incidentId).set({ origin, provider, embedding, values, ...facts, updatedAt: FieldValue.serverTimestamp(), gone: false, waiting: true }, { merge: true });
}

/** Marks that everything that follows from a text has been written, and which index found what it was compared with. */
export async function settleVector(incidentId: string, textHash: string, searchedBy: VectorIndex['provider']): Promise<void> {
  await vectorRef(incidentId).update({ settled: textHash, counted: true, searchedBy, searchedAt: FieldValue.serverTimestamp() });
}

/** Takes a report out of all comparisons. */
export async function forgetVector(incidentId: string): Promise<void> {
  await vectorRef(incidentId).update({ gone: true, values: FieldValue.delete(), settled: null, updatedAt: FieldValue.serverTimestamp(), waiting: true });
  const outside = await outsideIndex();
  // What cannot be sent now goes with the next comparison; until then it is not believed that it is there.
  if (outside) await sendWaiting(outside).catch(unlessProviderFailed);
}

function unlessProviderFailed(error: unknown): null {
  if (error instanceof ProviderFailure) return null;
  throw error;
}

/**
 * What is younger is always looked at in Firestore as well: an index outside shows what it was given only after a while, and
 * two reports of the same second have to find one another.
 */
const freshMs = 10 * 60_000;

/** The nearest stored reports of the same origin, nearest first, by the outside index where there is one that answers. */
export async function nearestVectors(profiled: Profiled, count: number, now: Date, except: string): Promise<{ by: VectorIndex['provider']; near: IndexedVector[] }> {
  const since = new Date(now.getTime() - comparedDays * 86_400_000);
  const outside = await outsideIndex();
  // One more than is wanted: the report itself is the nearest of all.
  const named = outside && (await namedOutside(outside, profiled, count + 1, since).catch(unlessProviderFailed));
  const memory = await refreshed(profiled.origin, named ? new Date(now.getTime() - freshMs) : since);
  const search = (index: EmbeddedIndex): IndexedVector[] => index.search(profiled.origin, profiled.profile, count + 1, since);
  let near = search(memory);
  if (named) {
    const missing = named.filter((id) => !memory.has(profiled.origin, id));
    const stored = missing.length > 0 ? await db().getAll(...missing.map(vectorRef)) : [];
    // The answer names candidates and nothing else: what they are is what stands here.
    const both = new EmbeddedIndex();
    for (const vector of [...near, ...stored.flatMap((snapshot) => indexed(snapshot, profiled.origin) ?? [])]) both.put(profiled.origin, vector);
    near = search(both);
  }
  return { by: named ? outside!.provider : 'embedded', near: near.filter(({ id }) => id !== except).slice(0, count) };
}

async function namedOutside(outside: VectorIndex, { origin, profile }: Profiled, count: number, since: Date): Promise<string[]> {
  await sendWaiting(outside);
  return outside.nearest(origin, profile, count, since);
}

/** What a warm instance remembers of one origin: all that changed since a time. */
interface Memory {
  index: EmbeddedIndex;
  from: number;
  /** The latest change that was read. */
  seenUntil: number;
}

const memories = new Map<string, Memory>();
let reading: Promise<unknown> = Promise.resolve();

/** Commits become visible out of order by less than this. */
const overlapMs = 3000;

// One after another: two at once would read the same news twice.
function refreshed(origin: string, from: Date): Promise<EmbeddedIndex> {
  const next = reading.then(() => refresh(origin, from.getTime()));
  reading = next.catch(() => undefined);
  return next;
}

/** The first search of an instance reads what changed since `from`; later ones read only what changed since. */
async function refresh(origin: string, from: number): Promise<EmbeddedIndex> {
  let memory = memories.get(origin);
  if (!memory || memory.from > from) memories.set(origin, (memory = { index: new EmbeddedIndex(), from, seenUntil: 0 }));
  const { index } = memory;
  const since = memory.seenUntil > 0 ? memory.seenUntil - overlapMs : from;
  const news = db().collection('vectors').where('updatedAt', '>', new Date(since)).orderBy('updatedAt', 'desc').limit(comparedAtMost);
  for await (const doc of news.stream() as AsyncIterable<FirebaseFirestore.QueryDocumentSnapshot>) {
    memory.seenUntil = Math.max(memory.seenUntil, (doc.get('updatedAt') as FirebaseFirestore.Timestamp).toMillis());
    const vector = indexed(doc, origin);
    if (vector) index.put(origin, vector);
    else index.drop(origin, doc.id);
  }
  return index;
}
