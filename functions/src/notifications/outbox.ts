import { backOff, mostAttempts, type OutboxMail } from '@secura/domain/notifications/mail';
import type { Person } from '@secura/domain/people/person';
import type { DocumentReference } from 'firebase-admin/firestore';
import { userRef } from '../platform/actor.ts';
import { db, fromStore } from '../platform/firebase.ts';
import { mailDone } from '../platform/logs.ts';
import { appOrigin, MailRefused, mailSender, type MailSender } from './mail-port.ts';
import { renderMail } from './mail-text.ts';

/** How long one attempt holds a mail: many times what a provider may take. */
const leaseMs = 120_000;
const mostInDigest = 50;
const page = 50;

interface Leased {
  ref: DocumentReference;
  mail: OutboxMail;
}

/**
 * Sends one mail that is due; does nothing when it is sent, waits, or somebody else has it in hand. Should this process
 * die on the way, the lease runs out and the sweep has it sent.
 */
export async function deliverMail(id: string, now: Date, sender?: MailSender): Promise<void> {
  const leased = await lease(db().doc(`outbox/${id}`), now);
  const [first] = leased;
  if (!first) return;
  const { to, kind } = first.mail;
  const attempts = Math.max(...leased.map(({ mail }) => mail.attempts));
  const { provider, send } = sender ?? (await mailSender());
  const settle = async (change: Partial<OutboxMail>): Promise<void> => {
    const batch = db().batch();
    for (const { ref } of leased) batch.update(ref, change);
    await batch.commit();
    mailDone({ id, provider, state: change.state ?? 'waiting', attempts, reason: change.lastError ?? null });
  };
  try {
    await requireActive(to.uid);
    await send({ key: id, kind: leased.length > 1 ? 'digest' : kind, to: { email: to.email, name: to.name }, ...renderMail(leased.map(({ mail }) => mail), to, appOrigin()) });
  } catch (error) {
    const reason = ((error as Error).message || 'It failed without saying why.').slice(0, 500);
    const over = error instanceof MailRefused || attempts >= mostAttempts;
    return settle({ provider, lastError: reason, ...(over ? { state: 'dead', doneAt: now } : { nextAttemptAt: new Date(now.getTime() + backOff(attempts)) }) });
  }
  return settle({ provider, state: provider === 'kept' ? 'kept' : 'sent', doneAt: now, lastError: null, batch: id });
}

/** Takes a mail, and with a digest all that is due for the same person, so that nobody else takes it. */
async function lease(ref: DocumentReference, now: Date): Promise<Leased[]> {
  return db().runTransaction(async (tx) => {
    const stored = await tx.get(ref);
    const isDue = ({ state, nextAttemptAt }: OutboxMail): boolean => state === 'waiting' && nextAttemptAt <= now;
    if (!stored.exists) return [];
    const wanted = fromStore<OutboxMail>(stored.data());
    if (!isDue(wanted)) return [];
    const all = wanted.digest
      ? (await tx.get(db().collection('outbox').where('to.uid', '==', wanted.to.uid).where('state', '==', 'waiting').where('digest', '==', true).limit(mostInDigest))).docs
      : [stored];
    const due = all.map((doc) => ({ ref: doc.ref, mail: fromStore<OutboxMail>(doc.data()) })).filter(({ mail }) => isDue(mail));
    const until = new Date(now.getTime() + leaseMs);
    return due
      .sort((a, b) => a.mail.at.getTime() - b.mail.at.getTime())
      .map(({ ref: each, mail }) => {
        tx.update(each, { attempts: mail.attempts + 1, nextAttemptAt: until });
        return { ref: each, mail: { ...mail, attempts: mail.attempts + 1 } };
      });
  });
}

/** Somebody who was suspended while his mail waited gets none. */
async function requireActive(uid: string): Promise<void> {
  const status = (await userRef(uid).get()).get('status') as Person['status'] | undefined;
  if (status !== 'active') throw new MailRefused('The account is suspended or gone.');
}

/** Sends what is due: what waited for a time, what failed before, and what a process that died left behind. */
export async function sweepMail(now: Date, sender?: MailSender): Promise<number> {
  const due = await db().collection('outbox').where('state', '==', 'waiting').where('nextAttemptAt', '<=', now).orderBy('nextAttemptAt').select().limit(page).get();
  for (const doc of due.docs) await deliverMail(doc.id, now, sender);
  return due.size;
}
