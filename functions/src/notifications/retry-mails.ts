import { RetryMailsInput, RetryMailsOutput } from '@secura/domain/notifications/operations';
import { isInDoubt, type OutboxNotice } from '@secura/domain/notifications/mail';
import { auditedDecision } from '../platform/audit.ts';
import { db } from '../platform/firebase.ts';
import { operation } from '../platform/operation.ts';
import { mailSecrets } from '../platform/secrets.ts';
import { readNotice } from './outbox-hold.ts';
import { retried } from './retry-mail.ts';

const page = 50;
/** So long mails are handed over at once; the rest is for the minute's sweep. */
const patienceMs = 10_000;

export const retryMails = operation({
  name: 'notifications.retryMails',
  summary: 'Have all mails that could not be delivered tried again, up to 50 at once; those of which it is unclear whether they were sent stay aside, because each of them may be sent twice',
  allow: 'mail:retry',
  input: RetryMailsInput,
  output: RetryMailsOutput,
  cost: 'costly',
  secrets: mailSecrets,
  rest: { method: 'post', path: '/api/mail/retry' },
  async run({ actor, input: { before }, now, requestId }) {
    const found = await auditedDecision({ actor, now, requestId }, async (tx) => {
      const { docs } = await tx.get(db().collection('outbox').where('state', '==', 'dead').where('doneAt', '<=', new Date(before)).orderBy('doneAt', 'desc').limit(page));
      const sure = docs.filter((doc) => !isInDoubt(readNotice(doc)));
      const ids = sure.map(({ id }) => id);
      const last = docs.length < page ? null : readNotice(docs.at(-1)!).doneAt!.toISOString();
      const change: Partial<OutboxNotice> = retried(now);
      return {
        answer: { ids, next: last === before ? null : last },
        change: ids.length === 0 ? null : { action: 'mail.retried', data: { ids }, write: () => sure.forEach(({ ref }) => tx.update(ref, change)) },
      };
    });
    const { handOver } = await import('./outbox.ts');
    const started = performance.now();
    for (const id of found.ids) {
      if (performance.now() - started > patienceMs) break;
      await handOver(id, now);
    }
    return { retried: found.ids.length, next: found.next };
  },
});
