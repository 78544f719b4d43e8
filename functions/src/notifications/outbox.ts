import { backOff, mostAttempts, tellTrouble, troubleOf, type OutboxNotice } from '@secura/domain/notifications/mail';
import type { Person } from '@secura/domain/people/person';
import type { DocumentReference } from 'firebase-admin/firestore';
import { userRef } from '../platform/actor.ts';
import { db, fromStore } from '../platform/firebase.ts';
import { outgoingDone } from '../platform/logs.ts';
import { appOrigin, Refused, mailSender, type MailSender } from './mail-port.ts';
import { renderMail } from './mail-text.ts';
import { pushSender, type PushSender } from './push-port.ts';
import { PartlyPushed, pushToDevices } from './push.ts';
import { unsubscribeLink } from './unsubscribe-token.ts';

/** How long one attempt holds a delivery: many times what a provider may take. */
const leaseMs = 120_000;
const mostInDigest = 50;
const page = 50;

interface Leased {
  ref: DocumentReference;
  notice: OutboxNotice;
}

/** Who delivers; each the configured one unless a test says otherwise. */
export interface Senders {
  mail?: MailSender;
  push?: PushSender;
}

/** What came of an attempt that did not fail. */
type Outcome = Pick<OutboxNotice, 'provider' | 'state'>;

/**
 * Hands one mail or push over that is due; does nothing when it is sent, waits, or somebody else has it in hand. Should this
 * process die on the way, the lease runs out and the sweep has it handed over.
 */
export async function handOver(id: string, now: Date, senders: Senders = {}): Promise<void> {
  const leased = await lease(db().doc(`outbox/${id}`), now);
  const [first] = leased;
  if (!first) return;
  const attempts = Math.max(...leased.map(({ notice }) => notice.attempts));
  const settle = async (change: Partial<OutboxNotice>): Promise<void> => {
    const batch = db().batch();
    for (const { ref } of leased) batch.update(ref, change);
    await batch.commit();
    outgoingDone({ id, provider: change.provider ?? 'none', state: change.state ?? 'waiting', attempts, reason: change.lastError ?? null });
  };
  let outcome: Outcome;
  try {
    const person = await activePerson(first.notice.to.uid);
    const notices = leased.map(({ notice }) => notice);
    outcome = first.notice.channel === 'push' ? await push(id, first.notice, senders.push) : await mail(id, notices, person, senders.mail);
  } catch (error) {
    const reason = ((error as Error).message || 'It failed without saying why.').slice(0, 500);
    const over = error instanceof Refused || attempts >= mostAttempts;
    return settle({
      lastError: reason,
      ...(error instanceof PartlyPushed && { left: error.left }),
      ...(over ? { state: 'dead', doneAt: now } : { nextAttemptAt: new Date(now.getTime() + backOff(attempts)) }),
    });
  }
  return settle({ ...outcome, doneAt: now, lastError: null, batch: id, left: null });
}

async function mail(key: string, notices: readonly OutboxNotice[], person: Person, given?: MailSender): Promise<Outcome> {
  const { to, kind } = notices[0]!;
  const trouble = troubleOf({ email: to.email, mailTrouble: person.mailTrouble ?? null });
  if (trouble) throw new Refused(tellTrouble(trouble));
  const { provider, send } = given ?? (await mailSender());
  const origin = appOrigin();
  const several = notices.length > 1;
  const unsubscribe = unsubscribeLink({ uid: to.uid, kind: several ? 'all' : kind }, origin);
  await send({ key, kind: several ? 'digest' : kind, to: { email: to.email, name: to.name }, ...renderMail(notices, to, origin, unsubscribe) });
  return { provider, state: provider === 'kept' ? 'kept' : 'sent' };
}

async function push(key: string, notice: OutboxNotice, given?: PushSender): Promise<Outcome> {
  const sender = given ?? (await pushSender());
  const told = await pushToDevices(key, notice, sender);
  return { provider: sender.provider, state: told > 0 || notice.left !== null ? 'sent' : 'kept' };
}

/** Takes a delivery, and with a digest all that is due for the same person, so that nobody else takes it. */
async function lease(ref: DocumentReference, now: Date): Promise<Leased[]> {
  return db().runTransaction(async (tx) => {
    const stored = await tx.get(ref);
    const isDue = ({ state, nextAttemptAt }: OutboxNotice): boolean => state === 'waiting' && nextAttemptAt <= now;
    if (!stored.exists) return [];
    const wanted = fromStore<OutboxNotice>(stored.data());
    if (!isDue(wanted)) return [];
    const all = wanted.digest
      ? (await tx.get(db().collection('outbox').where('to.uid', '==', wanted.to.uid).where('state', '==', 'waiting').where('digest', '==', true).limit(mostInDigest))).docs
      : [stored];
    const due = all.map((doc) => ({ ref: doc.ref, notice: fromStore<OutboxNotice>(doc.data()) })).filter(({ notice }) => isDue(notice));
    const until = new Date(now.getTime() + leaseMs);
    return due
      .sort((a, b) => a.notice.at.getTime() - b.notice.at.getTime())
      .map(({ ref: each, notice }) => {
        tx.update(each, { attempts: notice.attempts + 1, nextAttemptAt: until });
        return { ref: each, notice: { ...notice, left: notice.left ?? null, attempts: notice.attempts + 1 } };
      });
  });
}

/** Somebody who was suspended while something waited for him gets none. */
async function activePerson(uid: string): Promise<Person> {
  const stored = await userRef(uid).get();
  const person = stored.exists ? fromStore<Person>(stored.data()) : null;
  if (person?.status !== 'active') throw new Refused('The account is suspended or gone.');
  return person;
}

/** Hands over what is due: what waited for a time, what failed before, and what a process that died left behind. */
export async function sweepOutbox(now: Date, senders: Senders = {}): Promise<number> {
  const due = await db().collection('outbox').where('state', '==', 'waiting').where('nextAttemptAt', '<=', now).orderBy('nextAttemptAt').select().limit(page).get();
  for (const doc of due.docs) await handOver(doc.id, now, senders);
  return due.size;
}
