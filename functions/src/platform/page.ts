import { SecuraError } from '@secura/domain/platform/errors';
import type { QuerySpec } from '@secura/domain/incidents/queue';
import { Timestamp, type DocumentSnapshot, type Query } from 'firebase-admin/firestore';
import { db } from './firebase.ts';

/**
 * Reads one page of a query, in its order and then by id, so that no document is skipped or shown twice.
 * @param cursor `nextCursor` of the page before
 * @throws SecuraError `invalid-argument` for a cursor that is not one of ours
 */
export async function readPage(spec: QuerySpec, limit: number, cursor?: string): Promise<{ page: DocumentSnapshot[]; nextCursor: string | null }> {
  let query: Query = db().collection(spec.collection);
  for (const [field, op, value] of spec.where) query = query.where(field, op, value);
  for (const [field, direction] of spec.orderBy) query = query.orderBy(field, direction);
  query = query.orderBy('__name__', spec.orderBy.at(-1)?.[1] ?? 'desc');
  if (cursor) query = query.startAfter(...decodeCursor(cursor, spec.orderBy.length));
  const { docs } = await query.limit(limit + 1).get();
  const page = docs.slice(0, limit);
  const last = page.at(-1);
  return { page, nextCursor: docs.length > limit && last ? encodeCursor(last, spec.orderBy.map(([field]) => field)) : null };
}

/** The place in an order after which the next page begins: the ordered values and the id, as base64url JSON. */
function encodeCursor(doc: DocumentSnapshot, fields: readonly string[]): string {
  const values = fields.map((field) => {
    const value: unknown = doc.get(field);
    return value instanceof Timestamp ? { at: [value.seconds, value.nanoseconds] } : value;
  });
  return Buffer.from(JSON.stringify([...values, doc.id])).toString('base64url');
}

function decodeCursor(cursor: string, fieldCount: number): unknown[] {
  try {
    const values = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (!Array.isArray(values) || values.length !== fieldCount + 1 || typeof values.at(-1) !== 'string') throw new TypeError('shape');
    return values.map((value) => {
      if (value === null || typeof value !== 'object') return value;
      const [seconds, nanoseconds] = (value as { at: [number, number] }).at;
      return new Timestamp(seconds, nanoseconds);
    });
  } catch (cause) {
    throw new SecuraError('invalid-argument', 'This cursor is not one of ours. Begin again without it.', undefined, { cause });
  }
}
