import { backOff, mostAttempts, tellTrouble, troubleOf, type OutboxNotice } from '@secura/domain/notifications/mail';
import type { Person } from '@secura/domain/people/person';
import { userRef } from '../platform/actor.ts';
import { db, fromStore } from '../platform/firebase.ts';
import { outgoingDone, outgoingUnclear } from '../platform/logs.ts';
import { appOrigin, mailSender, Refused, Unclear, type MailSender } from './mail-port.ts';
import { renderMail } from './mail-text.ts';
import { begin, hold, putAside, settle, type Held } from './outbox-hold.ts';
import { pushSender, type PushSender } from './push-port.ts';
import { PartlyPushed, pushToDevices } from './push.ts';
import { unsubscribeLink } from './unsubscribe-token.ts';

const page = 50;

/** Who delivers; each the configured one unless a test says otherwise. */
export interface Senders {
  mail?: MailSender;
  push?: PushSender;
}

/** What came of an attempt that did not fail. */
type Outcome = Pick<OutboxNotice, 'provider' | 'state'> | typeof takenOver;

/** Somebody else has what this process had in hand. */
const takenOver = 'taken over';

/**
 * Hands one mail or push over that is due; does nothing when it is sent, waits, or somebody else has it in hand. Should this
 * process die before it asks the provider, or where asking twice does no harm, the sweep hands it over when the lease is over.
 * Should it die later, the provider's word is waited for.
 */
export async function handOver(id: string, now: Date, senders: Senders = {}): Promise<void> {
  const ref = db().doc(`outbox/${id}`);
  let held = await hold(ref, now);
  if (held === 'in doubt') {
    if (await putAside(ref, now)) outgoingUnclear({ id, decided: 'put aside' });
    return;
  }
  const [first] = held;
  if (!first) return;
  const attempts = Math.max(...held.map(({ notice }) => notice.attempts));
  const notices = held.map(({ notice }) => notice);
  const beginOnce = async (): Promise<boolean> => {
    const begun = await begin(held as Held[], id, now);
    if (begun) held = begun;
    return begun !== null;
  };
  let change: Partial<OutboxNotice>;
  try {
    const person = await activePerson(first.notice.to.uid);
    const outcome = first.notice.channel === 'push' ? await push(id, first.notice, senders.push) : await mail(id, notices, person, { now, beginOnce }, senders.mail);
    if (outcome === takenOver) return;
    change = { ...outcome, begunAt: null, doneAt: now, lastError: null, batch: id, left: null };
  } catch (error) {
    change = afterFailure(error as Error, attempts, now);
  }
  if (await settle(held, change)) {
    outgoingDone({ id, provider: change.provider ?? 'none', state: change.state ?? 'waiting', attempts, reason: change.lastError ?? null });
  }
}

function afterFailure(error: Error, attempts: number, now: Date): Partial<OutboxNotice> {
  const lastError = (error.message || 'It failed without saying why.').slice(0, 500);
  // It stays begun: whether it was taken, the provider will tell.
  if (error instanceof Unclear) return { lastError };
  const over = error instanceof Refused || attempts >= mostAttempts;
  return {
    lastError,
    begunAt: null,
    batch: null,
    ...(error instanceof PartlyPushed && { left: error.left }),
    ...(over ? { state: 'dead', doneAt: now } : { nextAttemptAt: new Date(now.getTime() + backOff(attempts)) }),
  };
}

async function mail(key: string, notices: readonly OutboxNotice[], person: Person, { now, beginOnce }: { now: Date; beginOnce(): Promise<boolean> }, given?: MailSender): Promise<Outcome> {
  const { to, kind } = notices[0]!;
  const trouble = troubleOf({ email: to.email, mailTrouble: person.mailTrouble ?? null });
  if (trouble) throw new Refused(tellTrouble(trouble));
  const { provider, send } = given ?? (await mailSender());
  if (provider === 'kept') return { provider, state: 'kept' };
  const origin = appOrigin();
  const several = notices.length > 1;
  const unsubscribe = unsubscribeLink({ uid: to.uid, kind: several ? 'all' : kind }, origin);
  const written = { key, kind: several ? 'digest' : kind, to: { email: to.email, name: to.name }, ...renderMail(notices, to, origin, unsubscribe) };
  if (!(await beginOnce())) return takenOver;
  await send({ ...written, begun: String(now.getTime()) });
  return { provider, state: 'sent' };
}

async function push(key: string, notice: OutboxNotice, given?: PushSender): Promise<Outcome> {
  const sender = given ?? (await pushSender());
  const told = await pushToDevices(key, notice, sender);
  return { provider: sender.provider, state: told > 0 || notice.left !== null ? 'sent' : 'kept' };
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
