import type { DocumentReference, Timestamp } from 'firebase-admin/firestore';
import { db } from '../platform/firebase.ts';
import { orphansSwept } from '../platform/logs.ts';
import { deleteObject, listObjects, type StoredObject } from '../platform/storage.ts';
import { evidenceRef } from './store.ts';

/** Longer than a device may be off between sending the bytes of a file and the record about it. */
export const graceMs = 14 * 86_400_000;
/** More orphans than this in one night are no orphans: records are missing, after a restore perhaps. */
const mostDeleted = 200;

/** What one sweep found. */
export interface Swept {
  looked: number;
  deleted: string[];
  /** There were more than may be deleted at once: nothing more was, and somebody has to look. */
  stopped: boolean;
}

/** The whole of what belongs to incidents. */
const everything = 'incidents/';
/** Up to which moment of arrival all of it has been looked at: evidence is never deleted, so what had a record keeps it. */
const sweptRef = (): DocumentReference => db().doc('counters/orphans');

/**
 * Deletes bytes that nobody will ever be able to open: sent without a record, of an incident that never came or is gone, and
 * copies for looking at of a file that is gone. Only what is older than two weeks; may run any number of times. The bucket is
 * listed whole, but records are read of what has grown old since the last time alone.
 * @param prefix a part of the bucket, for tests
 */
export async function sweepOrphans(now: Date, prefix = everything): Promise<Swept> {
  const swept: Swept = { looked: 0, deleted: [], stopped: false };
  const whole = prefix === everything;
  const until = now.getTime() - graceMs;
  const after = whole ? (((await sweptRef().get()).get('until') as Timestamp | undefined)?.toMillis() ?? 0) : 0;
  for await (const page of listObjects(prefix)) {
    const due = page.filter(({ createdAt }) => createdAt.getTime() > after && createdAt.getTime() <= until);
    swept.looked += due.length;
    for (const path of await withoutRecord(due)) {
      if (swept.deleted.length === mostDeleted) {
        orphansSwept({ ...swept, deleted: mostDeleted, stopped: true });
        return { ...swept, stopped: true };
      }
      await deleteObject(path);
      swept.deleted.push(path);
    }
  }
  if (whole) await sweptRef().set({ until: new Date(until) });
  orphansSwept({ ...swept, deleted: swept.deleted.length });
  return swept;
}

/** Which of these have no record; what is not of evidence is left alone. */
async function withoutRecord(objects: readonly StoredObject[]): Promise<string[]> {
  const files = objects.flatMap(({ path }) => {
    const [, incidentId, evidenceId] = /^incidents\/([A-Za-z0-9_-]+)\/(?:quarantine|views)\/([A-Za-z0-9_-]+)$/.exec(path) ?? [];
    return incidentId && evidenceId ? [{ path, ref: evidenceRef(incidentId, evidenceId) }] : [];
  });
  if (files.length === 0) return [];
  // Only whether they exist: an empty mask brings no fields along.
  const records = await db().getAll(...files.map(({ ref }) => ref), { fieldMask: [] });
  return files.filter((_, index) => !records[index]!.exists).map(({ path }) => path);
}
