import { DocumentReference, Firestore, Query, Transaction } from 'firebase-admin/firestore';

/** Counts as Firestore bills, in this process: each document that an answer holds, and one for an answer that holds none. */
export function countReads(): { reads: number; stop(): void } {
  const { get: getQuery } = Query.prototype;
  const { get: getDocument } = DocumentReference.prototype;
  const { getAll } = Firestore.prototype;
  const { get: getInside, getAll: getAllInside } = Transaction.prototype as unknown as Record<'get' | 'getAll', (this: Transaction, ...refs: unknown[]) => Promise<unknown>>;
  const counted = {
    reads: 0,
    stop(): void {
      Query.prototype.get = getQuery;
      DocumentReference.prototype.get = getDocument;
      Firestore.prototype.getAll = getAll;
      Object.assign(Transaction.prototype, { get: getInside, getAll: getAllInside });
    },
  };
  const count = (found: unknown): void => void (counted.reads += Array.isArray(found) ? found.length : Math.max(1, (found as { size?: number }).size ?? 1));
  Query.prototype.get = async function get(this: Query) {
    const found = await getQuery.call(this);
    count(found);
    return found;
  };
  DocumentReference.prototype.get = async function get(this: DocumentReference) {
    const found = await getDocument.call(this);
    count([found]);
    return found;
  };
  Firestore.prototype.getAll = async function all(this: Firestore, ...refs: Parameters<typeof getAll>) {
    const found = await getAll.apply(this, refs);
    count(found);
    return found;
  };
  const inside = (original: typeof getInside) =>
    async function counting(this: Transaction, ...refs: unknown[]): Promise<unknown> {
      const found = await original.apply(this, refs);
      count(found);
      return found;
    };
  Object.assign(Transaction.prototype, { get: inside(getInside), getAll: inside(getAllInside) });
  return counted;
}
