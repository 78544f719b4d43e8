import { doubtPatience, unclearWhetherSent, type OutboxNotice } from '@secura/domain/notifications/mail';
import type { DocumentReference, DocumentSnapshot, QueryDocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { db, fromStore } from '../platform/firebase.ts';
import { transact } from '../platform/transaction.ts';

/** How long one attempt holds a delivery before it asks the provider: many times what that may take. */
const leaseMs = 120_000;
export const mostInDigest = 50;

/** A delivery that this process has in hand, for as long as nobody else changes `nextAttemptAt`. */
export interface Held {
  ref: DocumentReference;
  notice: OutboxNotice;
}

export const readNotice = (doc: DocumentSnapshot): OutboxNotice => {
  const notice = fromStore<OutboxNotice>(doc.data());
  return { ...notice, left: notice.left ?? null, begunAt: notice.begunAt ?? null };
};

/**
 * Takes a delivery that is due, and with a digest all that is due for the same person, so that nobody else takes it.
 * @returns nothing when it is not due; `in doubt` when an attempt before may have delivered it
 */
export async function hold(ref: DocumentReference, now: Date): Promise<Held[] | 'in doubt'> {
  return transact(async (tx) => {
    const stored = await tx.get(ref);
    const isDue = ({ state, nextAttemptAt }: OutboxNotice): boolean => state === 'waiting' && nextAttemptAt <= now;
    if (!stored.exists) return [];
    const wanted = readNotice(stored);
    if (!isDue(wanted)) return [];
    if (wanted.begunAt) return 'in doubt';
    const all = wanted.digest
      ? (await tx.get(db().collection('outbox').where('to.uid', '==', wanted.to.uid).where('state', '==', 'waiting').where('digest', '==', true).limit(mostInDigest))).docs
      : [stored];
    const nextAttemptAt = new Date(now.getTime() + leaseMs);
    return all
      .map((doc) => ({ ref: doc.ref, notice: readNotice(doc) }))
      .filter(({ notice }) => isDue(notice) && !notice.begunAt)
      .sort((a, b) => a.notice.at.getTime() - b.notice.at.getTime())
      .map(({ ref: each, notice }) => update(tx, { ref: each, notice }, { attempts: notice.attempts + 1, nextAttemptAt }));
  });
}

/**
 * Notes that the provider is asked now. Should this process die before it knows the answer, nobody asks again blindly.
 * @returns what is held from now on, or null when somebody else has it in hand
 */
export async function begin(held: readonly Held[], batch: string, now: Date): Promise<Held[] | null> {
  return transact(async (tx) => {
    const still = await stillHeld(tx, held);
    if (still.length < held.length) return null;
    return still.map((each) => update(tx, each, { begunAt: now, batch, nextAttemptAt: new Date(now.getTime() + doubtPatience) }));
  });
}

/**
 * Writes what came of an attempt, unless it is known already: the provider may have told of it in the meantime.
 * @returns whether it was written
 */
export async function settle(held: readonly Held[], change: Partial<OutboxNotice>): Promise<boolean> {
  return transact(async (tx) => {
    const still = await stillHeld(tx, held);
    for (const each of still) update(tx, each, change);
    return still.length > 0;
  });
}

/**
 * Puts a mail aside of which the provider has said nothing for long, for an administrator. No silence proves that it was not taken:
 * what tells of it may be lost on its own. A second mail cannot be taken back, and what it says stands in the inbox as well.
 * @returns whether there was anything left to put aside
 */
export async function putAside(ref: DocumentReference, now: Date): Promise<boolean> {
  return transact(async (tx) => {
    const { state, begunAt, batch } = readNotice(await tx.get(ref));
    if (state !== 'waiting' || !begunAt) return false;
    for (const doc of await inBatch(tx, batch!, begunAt)) tx.update(doc.ref, { state: 'dead', doneAt: now, lastError: unclearWhetherSent } satisfies Partial<OutboxNotice>);
    return true;
  });
}

/** All that went out as one mail in an attempt of which the end is not known. */
export async function inBatch(tx: Transaction, batch: string, begunAt: Date): Promise<QueryDocumentSnapshot[]> {
  const { docs } = await tx.get(db().collection('outbox').where('batch', '==', batch).limit(mostInDigest));
  return docs.filter((doc) => readNotice(doc).begunAt?.getTime() === begunAt.getTime());
}

async function stillHeld(tx: Transaction, held: readonly Held[]): Promise<Held[]> {
  const stored = await tx.getAll(...held.map(({ ref }) => ref));
  return held.filter(({ notice }, index) => {
    const { state, nextAttemptAt } = readNotice(stored[index]!);
    return state === 'waiting' && nextAttemptAt.getTime() === notice.nextAttemptAt.getTime();
  });
}

function update(tx: Transaction, { ref, notice }: Held, change: Partial<OutboxNotice>): Held {
  tx.update(ref, change);
  return { ref, notice: { ...notice, ...change } };
}
