import { link, type Head } from '@secura/domain/incidents/chain';
import type { Actor } from '@secura/domain/people/permissions';
import type { Transaction } from 'firebase-admin/firestore';
import { db } from './firebase.ts';
import { eventId } from './incident-store.ts';

/**
 * Makes an administrative change and its entry in the audit chain one transaction.
 * @param write the change's own writes; what it needs to read it reads before
 */
export async function audited(entry: { action: string; actor: Actor; data: object; now: Date; requestId: string }, write: (tx: Transaction) => void): Promise<void> {
  const { action, actor, data, now, requestId } = entry;
  const headRef = db().doc('counters/audit');
  await db().runTransaction(async (tx) => {
    const head = (await tx.get(headRef)).data() as Head | undefined;
    const { uid, name, role } = actor;
    const event = link(head ?? null, { action, actor: { uid, name, role }, data, at: now.toISOString(), requestId });
    tx.create(db().doc(`audit/${eventId(event.seq)}`), event);
    tx.set(headRef, { seq: event.seq, hash: event.hash });
    write(tx);
  });
}
