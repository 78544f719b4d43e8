import { isInDoubt, type OutboxNotice } from '@secura/domain/notifications/mail';
import { db } from '../platform/firebase.ts';
import { outgoingUnclear } from '../platform/logs.ts';
import { transact } from '../platform/transaction.ts';
import { inBatch, readNotice } from './outbox-hold.ts';
import type { MailTaken } from './sendgrid-hook.ts';

/**
 * Settles what was in doubt and of which the provider now tells; what was settled before, or of another attempt, is left as it is.
 * @returns how many mails were in doubt until now
 */
export async function recordTaken(taken: readonly MailTaken[], now: Date): Promise<number> {
  // It tells of one mail several times: that it took it, that it delivered it.
  const attempts = [...new Map(taken.map((one) => [`${one.key} ${one.begunAt.getTime()}`, one])).values()];
  if (attempts.length === 0) return 0;
  const stored = await db().getAll(...attempts.map(({ key }) => db().doc(`outbox/${key}`)));
  const doubtful = attempts.filter((attempt, index) => stored[index]!.exists && isDoubtful(readNotice(stored[index]!), attempt));
  let settled = 0;
  for (const attempt of doubtful) if (await settleTaken(attempt, now)) settled += 1;
  return settled;
}

/** One that was put aside as unclear is in doubt all the same. */
const isDoubtful = (notice: OutboxNotice, attempt: MailTaken): boolean => (notice.state === 'waiting' || isInDoubt(notice)) && notice.begunAt?.getTime() === attempt.begunAt.getTime();

async function settleTaken({ key, begunAt }: MailTaken, now: Date): Promise<boolean> {
  const settled = await transact(async (tx) => {
    const docs = await inBatch(tx, key, begunAt);
    for (const doc of docs) tx.update(doc.ref, { state: 'sent', provider: 'sendgrid', begunAt: null, doneAt: now, lastError: null, left: null } satisfies Partial<OutboxNotice>);
    return docs.length > 0;
  });
  if (settled) outgoingUnclear({ id: key, decided: 'taken' });
  return settled;
}
