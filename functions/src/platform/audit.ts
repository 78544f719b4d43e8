import { link, type Head } from '@secura/domain/incidents/chain';
import type { Actor } from '@secura/domain/people/permissions';
import type { Transaction } from 'firebase-admin/firestore';
import { db } from './firebase.ts';
import { eventId } from './incident-store.ts';
import { transact } from './transaction.ts';

interface By {
  actor: Actor;
  now: Date;
  requestId: string;
}

/** What an administrative change writes, and how the audit chain names it. */
interface AuditedChange {
  action: string;
  data: object;
  write(): void;
}

/**
 * Decides an administrative change on what its transaction reads, and makes it and its entry in the audit chain one
 * commit: of two that meet, the second decides on what the first left.
 * @param decide reads, then answers; with no change there is nothing left to do, and nothing is recorded
 */
export async function auditedDecision<T>({ actor, now, requestId }: By, decide: (tx: Transaction) => Promise<{ answer: T; change: AuditedChange | null }>): Promise<T> {
  const headRef = db().doc('counters/audit');
  return transact(async (tx) => {
    const { answer, change } = await decide(tx);
    if (!change) return answer;
    const head = (await tx.get(headRef)).data() as Head | undefined;
    const { uid, name, role } = actor;
    const event = link(head ?? null, { action: change.action, actor: { uid, name, role }, data: change.data, at: now.toISOString(), requestId });
    tx.create(db().doc(`audit/${eventId(event.seq)}`), event);
    tx.set(headRef, { seq: event.seq, hash: event.hash });
    change.write();
    return answer;
  });
}

/**
 * Makes an administrative change and its entry in the audit chain one transaction.
 * @param write the change's own writes; what it needs to read it reads before
 */
export async function audited({ action, data, ...by }: By & { action: string; data: object }, write: (tx: Transaction) => void): Promise<void> {
  await auditedDecision(by, (tx) => Promise.resolve({ answer: undefined, change: { action, data, write: () => write(tx) } }));
}
