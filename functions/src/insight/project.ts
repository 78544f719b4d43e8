import type { IncidentEvent } from '@secura/domain/incidents/events';
import { incrementsOf, type Increment } from '@secura/domain/insight/rollup';
import { db, FieldValue } from '../platform/firebase.ts';
import { duplicateDelivery } from '../platform/logs.ts';
import { isAlreadyDone, onceMark, onceRef } from '../platform/once.ts';

/** Adds one event to the counters, exactly once: the mark and the additions are one commit, with no lock to wait for. */
export async function projectRollup(event: IncidentEvent, now: Date): Promise<void> {
  const increments = incrementsOf(event);
  if (increments.length === 0) return;
  const key = `${event.incidentId}-${event.seq}`;
  const batch = db().batch();
  batch.create(onceRef('rollup', key), onceMark(now));
  for (const [doc, fields] of byDocument(increments)) batch.set(db().doc(`rollups/${doc}`), nest(fields), { merge: true });
  await batch.commit().catch((error: unknown) => {
    if (!isAlreadyDone(error)) throw error;
    duplicateDelivery({ trigger: 'rollup', key });
  });
}

function byDocument(increments: readonly Increment[]): Map<string, Increment[]> {
  const documents = new Map<string, Increment[]>();
  for (const increment of increments) documents.set(increment.doc, [...(documents.get(increment.doc) ?? []), increment]);
  return documents;
}

type Nested = { [key: string]: Nested | FieldValue };

function nest(increments: readonly Increment[]): Nested {
  const root: Nested = {};
  for (const { field, by } of increments) {
    const keys = field.split('.');
    const last = keys.pop()!;
    let place = root;
    for (const key of keys) place = (place[key] ??= {}) as Nested;
    place[last] = FieldValue.increment(by);
  }
  return root;
}
