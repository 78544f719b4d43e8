import { isInDoubt, type OutboxNotice } from '@secura/domain/notifications/mail';
import { ConfirmMailInput, ConfirmMailOutput } from '@secura/domain/notifications/operations';
import { SecuraError } from '@secura/domain/platform/errors';
import { auditedDecision } from '../platform/audit.ts';
import { db } from '../platform/firebase.ts';
import { operation } from '../platform/operation.ts';
import { inBatch, readNotice } from './outbox-hold.ts';

export const confirmMail = operation({
  name: 'notifications.confirmMail',
  summary: 'Say of a mail of which it is unclear whether it was sent that it was; nothing is sent again',
  allow: 'mail:retry',
  input: ConfirmMailInput,
  output: ConfirmMailOutput,
  cost: 'write',
  rest: { method: 'post', path: '/api/mail/{id}/confirmation' },
  async run({ actor, input: { id }, now, requestId }) {
    const ref = db().doc(`outbox/${id}`);
    return auditedDecision({ actor, now, requestId }, async (tx) => {
      const stored = await tx.get(ref);
      if (!stored.exists) throw new SecuraError('not-found', 'There is no such mail.');
      const mail = readNotice(stored);
      if (!isInDoubt(mail)) return { answer: { id, sent: mail.state === 'sent' }, change: null };
      const docs = await inBatch(tx, mail.batch!, mail.begunAt!);
      const change: Partial<OutboxNotice> = { state: 'sent', begunAt: null, lastError: null, doneAt: now };
      return {
        answer: { id, sent: true },
        change: {
          action: 'mail.confirmed',
          data: { id },
          write: () => {
            for (const doc of docs) tx.update(doc.ref, change);
          },
        },
      };
    });
  },
});
