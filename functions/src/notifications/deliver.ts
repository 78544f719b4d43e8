import type { OutboxNotice } from '@secura/domain/notifications/mail';
import type { InboxEntry, Notice } from '@secura/domain/notifications/notice';
import { completePreferences, digestTime, isUrgent, mailTime, wants, type NoticePreferences } from '@secura/domain/notifications/preferences';
import type { Person } from '@secura/domain/people/person';
import { cutText } from '@secura/domain/platform/clean';
import type { DocumentReference } from 'firebase-admin/firestore';
import { userRef } from '../platform/actor.ts';
import { createAbsent } from '../platform/create-absent.ts';
import { db, fromStore } from '../platform/firebase.ts';
import { inParts } from '../platform/in-parts.ts';
import { pushIsOn } from './push-port.ts';

const day = 86_400_000;
const inboxLife = 90 * day;
const outboxLife = 90 * day;

/** Somebody who may be told, as the live profile says. */
export interface Recipient {
  uid: string;
  person: Pick<Person, 'name' | 'email' | 'role' | 'lead' | 'department'>;
  preferences: NoticePreferences;
  /** Whether there is a device to push to. */
  reachable: boolean;
}

/** The active people among some uids, each with what he wants to hear. */
export async function readRecipients(uids: readonly string[]): Promise<Recipient[]> {
  if (uids.length === 0) return [];
  const [found, reachable] = await Promise.all([db().getAll(...uids.flatMap((uid) => [userRef(uid), preferencesRef(uid)])), peopleWithDevices(uids)]);
  return uids.flatMap((uid, index) => {
    const [profile, stored] = [found[index * 2]!, found[index * 2 + 1]!];
    const person = profile.exists ? fromStore<Person>(profile.data()) : null;
    if (person?.status !== 'active') return [];
    return [{ uid, person, preferences: completePreferences(stored.data() as Partial<NoticePreferences> | undefined), reachable: reachable.has(uid) }];
  });
}

export const preferencesRef = (uid: string): DocumentReference => userRef(uid).collection('settings').doc('notifications');

/** What one query may ask for. */
const mostInQuery = 30;

async function peopleWithDevices(uids: readonly string[]): Promise<Set<string>> {
  if (!pushIsOn()) return new Set();
  const found = await Promise.all(inParts(uids, mostInQuery).map((part) => db().collectionGroup('devices').where('uid', 'in', part).select('uid').get()));
  return new Set(found.flatMap(({ docs }) => docs.map((doc) => doc.get('uid') as string)));
}

/** One document of a notice on one channel; its path follows from the event and the person. */
export interface Delivery {
  path: string;
  data: Omit<InboxEntry, 'id'> | OutboxNotice;
}

/**
 * What of some notices goes into inboxes and the outbox, by what each person wants.
 * @param notices for each person the strongest kind first; of each channel he gets the first that he wants there
 */
export function deliveriesOf(notices: readonly Notice[], recipients: readonly Recipient[], at: Date, now: Date): Delivery[] {
  return recipients.flatMap(({ uid, person, preferences, reachable }) => {
    const own = notices.filter((notice) => notice.uid === uid);
    const first = (channel: 'inbox' | 'mail' | 'push'): Notice | undefined => own.find((notice) => wants(preferences, notice)[channel]);
    const [shown, mailed, pushed] = [first('inbox'), person.email ? first('mail') : undefined, reachable ? first('push') : undefined];
    return [
      ...(shown ? [{ path: `users/${uid}/inbox/${shown.dedupeKey}`, data: entryOf(shown, at, now) }] : []),
      ...(mailed ? [{ path: `outbox/${mailed.dedupeKey}_${uid}`, data: outgoing('mail', mailed, person, preferences, at, now) }] : []),
      ...(pushed ? [{ path: `outbox/${pushed.dedupeKey}_${uid}_push`, data: outgoing('push', pushed, person, preferences, at, now) }] : []),
    ];
  });
}

/** Writes deliveries; what was delivered before is left as it is, in whatever order they come and wherever one broke off. */
export async function deliver(notices: readonly Notice[], recipients: readonly Recipient[], at: Date, now: Date): Promise<void> {
  await createAbsent(deliveriesOf(notices, recipients, at, now).map(({ path, data }) => ({ ref: db().doc(path), data })));
}

function entryOf({ kind, text, link, severity }: Notice, at: Date, now: Date): Omit<InboxEntry, 'id'> {
  return { kind, text: cutText(text, 500), link, severity, at, readAt: null, expireAt: new Date(now.getTime() + inboxLife) };
}

function outgoing(channel: OutboxNotice['channel'], notice: Notice, person: Recipient['person'], preferences: NoticePreferences, at: Date, now: Date): OutboxNotice {
  const urgent = isUrgent(notice);
  // Only mail is gathered: a device that is told tomorrow need not be told.
  const digest = channel === 'mail' && preferences.digest !== 'off' && !urgent;
  return {
    channel,
    to: { uid: notice.uid, email: person.email, name: person.name },
    kind: notice.kind,
    text: cutText(notice.mail, 500),
    link: notice.link,
    severity: notice.severity,
    at,
    digest,
    state: 'waiting',
    attempts: 0,
    nextAttemptAt: urgent ? now : mailTime(preferences, digest ? digestTime(preferences, now) : now),
    lastError: null,
    provider: null,
    begunAt: null,
    doneAt: null,
    batch: null,
    left: null,
    createdAt: now,
    expireAt: new Date(now.getTime() + outboxLife),
  };
}
