import { SecuraError } from '@secura/domain/platform/errors';
import { RetryMailInput, RetryMailOutput } from '@secura/domain/notifications/operations';
import { audited } from '../platform/audit.ts';
import { db } from '../platform/firebase.ts';
import { operation } from '../platform/operation.ts';
import { mailSecrets } from '../platform/secrets.ts';

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
    const stored = await ref.get();
    if (!stored.exists) throw new SecuraError('not-found', 'There is no such mail.');
    if (stored.get('state') !== 'dead') return { id, waiting: stored.get('state') === 'waiting' };
    await audited({ action: 'mail.retried', actor, data: { id }, now, requestId }, (tx) =>
      tx.update(ref, { state: 'waiting', attempts: 0, nextAttemptAt: now, doneAt: null }),
    );
    // At once, so that the administrator sees what comes of it; what fails again is tried again by the sweep.
    const { handOver } = await import('./outbox.ts');
    await handOver(id, now);
    return { id, waiting: true };
  },
});
