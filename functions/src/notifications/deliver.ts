import type { OutboxMail } from '@secura/domain/notifications/mail';
import type { InboxEntry, Notice } from '@secura/domain/notifications/notice';
import { completePreferences, digestTime, isUrgent, mailTime, wants, type NoticePreferences } from '@secura/domain/notifications/preferences';
import type { Person } from '@secura/domain/people/person';
import { userRef } from '../platform/actor.ts';
import { createIfAbsent } from '../platform/create-absent.ts';
import { db, fromStore } from '../platform/firebase.ts';

const day = 86_400_000;
const inboxLife = 90 * day;
const outboxLife = 90 * day;

/** Somebody who may be told, as the live profile says. */
export interface Recipient {
  uid: string;
  person: Person;
  preferences: NoticePreferences;
}

/** The active people among some uids, each with what he wants to hear. */
export async function readRecipients(uids: readonly string[]): Promise<Recipient[]> {
  if (uids.length === 0) return [];
  const found = await db().getAll(...uids.flatMap((uid) => [userRef(uid), preferencesOf(uid)]));
  return uids.flatMap((uid, index) => {
    const [profile, stored] = [found[index * 2]!, found[index * 2 + 1]!];
    const person = profile.exists ? fromStore<Person>(profile.data()) : null;
    if (person?.status !== 'active') return [];
    return [{ uid, person, preferences: completePreferences(stored.data() as Partial<NoticePreferences> | undefined) }];
  });
}

const preferencesOf = (uid: string) => userRef(uid).collection('settings').doc('notifications');

/**
 * Puts notices into inboxes and mail into the outbox, by what each person wants. Every document's id follows from the event
 * and the person: what was delivered before is left as it is, in whatever order deliveries come and wherever one broke off.
 * @param notices for each person the strongest kind first; of each channel he gets the first that he wants there
 */
export async function deliver(notices: readonly Notice[], recipients: readonly Recipient[], at: Date, now: Date): Promise<void> {
  const writes: Promise<boolean>[] = [];
  for (const { uid, person, preferences } of recipients) {
    const own = notices.filter((notice) => notice.uid === uid);
    const shown = own.find((notice) => wants(preferences, notice).inbox);
    const mailed = person.email ? own.find((notice) => wants(preferences, notice).mail) : undefined;
    if (shown) writes.push(createIfAbsent(userRef(uid).collection('inbox').doc(shown.dedupeKey), entryOf(shown, at, now)));
    if (mailed) writes.push(createIfAbsent(db().doc(`outbox/${mailed.dedupeKey}_${uid}`), mailOf(mailed, person, preferences, at, now)));
  }
  await Promise.all(writes);
}

function entryOf({ kind, text, link, severity }: Notice, at: Date, now: Date): Omit<InboxEntry, 'id'> {
  return { kind, text: text.slice(0, 500), link, severity, at, readAt: null, expireAt: new Date(now.getTime() + inboxLife) };
}

function mailOf(notice: Notice, person: Person, preferences: NoticePreferences, at: Date, now: Date): OutboxMail {
  const urgent = isUrgent(notice);
  const digest = preferences.digest !== 'off' && !urgent;
  return {
    to: { uid: notice.uid, email: person.email, name: person.name },
    kind: notice.kind,
    text: notice.mail.slice(0, 500),
    link: notice.link,
    severity: notice.severity,
    at,
    digest,
    state: 'waiting',
    attempts: 0,
    nextAttemptAt: urgent ? now : mailTime(preferences, digest ? digestTime(preferences, now) : now),
    lastError: null,
    provider: null,
    doneAt: null,
    batch: null,
    createdAt: now,
    expireAt: new Date(now.getTime() + outboxLife),
  };
}
