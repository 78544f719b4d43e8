import { tellTrouble, type MailTrouble, type OutboxNotice } from '@secura/domain/notifications/mail';
import type { Person } from '@secura/domain/people/person';
import { userRef } from '../platform/actor.ts';
import { db, fromStore } from '../platform/firebase.ts';
import { mailTroubled } from '../platform/logs.ts';
import { isAlreadyDone, onceMark, onceRef } from '../platform/once.ts';
import { transact } from '../platform/transaction.ts';
import type { MailMishap } from './sendgrid-hook.ts';

/** Puts down that an address bounced or complained, and its mail as undelivered; once, however often it is told. */
export async function recordMishap(mishap: MailMishap, now: Date): Promise<void> {
  const { eventId, key, email, state, reason, at } = mishap;
  const once = onceRef('sendgrid', eventId);
  try {
    const recorded = await transact(async (tx) => {
      const outboxRef = db().doc(`outbox/${key}`);
      const [done, stored] = await tx.getAll(once, outboxRef);
      const mail = stored!.exists ? fromStore<OutboxNotice>(stored!.data()) : null;
      // Told of before, or of a mail that was none of ours.
      if (done!.exists || mail?.to.email.toLowerCase() !== email.toLowerCase()) return false;
      const personRef = userRef(mail.to.uid);
      const [profile, together] = await Promise.all([tx.get(personRef), tx.get(db().collection('outbox').where('batch', '==', key).limit(50))]);
      const person = profile.exists ? fromStore<Person>(profile.data()) : null;
      const trouble: MailTrouble = { email: mail.to.email, state, reason, at };
      if (person && !(person.mailTrouble && person.mailTrouble.at >= at)) tx.update(personRef, { mailTrouble: trouble });
      for (const doc of together.docs) if (doc.get('state') === 'sent') tx.update(doc.ref, { state: 'dead', doneAt: now, lastError: tellTrouble(trouble) });
      tx.create(once, onceMark(now));
      return true;
    });
    if (recorded) mailTroubled({ key, state, at: at.toISOString() });
  } catch (error) {
    if (!isAlreadyDone(error)) throw error;
  }
}
