import type { OutboxNotice, OutboxState } from '@secura/domain/notifications/mail';
import { SecuraError } from '@secura/domain/platform/errors';
import { RetryMailInput, RetryMailOutput } from '@secura/domain/notifications/operations';
import { auditedDecision } from '../platform/audit.ts';
import { db } from '../platform/firebase.ts';
import { operation } from '../platform/operation.ts';
import { mailSecrets } from '../platform/secrets.ts';

/** What makes a delivery that was given up wait as if it were new. */
export const retried = (now: Date): Partial<OutboxNotice> => ({ state: 'waiting', attempts: 0, nextAttemptAt: now, begunAt: null, batch: null, doneAt: null });

export const retryMail = operation({
  name: 'notifications.retryMail',
  summary: 'Have a mail that could not be delivered tried again, from the first attempt on',
  allow: 'mail:retry',
  input: RetryMailInput,
  output: RetryMailOutput,
  cost: 'write',
  secrets: mailSecrets,
  rest: { method: 'post', path: '/api/mail/{id}/retry' },
  async run({ actor, input: { id }, now, requestId }) {
    const ref = db().doc(`outbox/${id}`);
    // Of two who ask at the same time, the second finds it waiting, or sent.
    const state = await auditedDecision({ actor, now, requestId }, async (tx) => {
      const stored = await tx.get(ref);
      if (!stored.exists) throw new SecuraError('not-found', 'There is no such mail.');
      const before = stored.get('state') as OutboxState;
      return { answer: before, change: before === 'dead' ? { action: 'mail.retried', data: { id }, write: () => tx.update(ref, retried(now)) } : null };
    });
    if (state !== 'dead') return { id, waiting: state === 'waiting' };
    // At once, so that the administrator sees what comes of it; what fails again is tried again by the sweep.
    const { handOver } = await import('./outbox.ts');
    await handOver(id, now);
    return { id, waiting: true };
  },
});
