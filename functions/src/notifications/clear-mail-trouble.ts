import { troubleOf } from '@secura/domain/notifications/mail';
import { ClearMailTroubleInput, ClearMailTroubleOutput } from '@secura/domain/notifications/operations';
import type { Person } from '@secura/domain/people/person';
import { SecuraError } from '@secura/domain/platform/errors';
import { userRef } from '../platform/actor.ts';
import { audited } from '../platform/audit.ts';
import { FieldValue, fromStore } from '../platform/firebase.ts';
import { operation } from '../platform/operation.ts';
import { mailSecrets } from '../platform/secrets.ts';

export const clearMailTrouble = operation({
  name: 'notifications.clearMailTrouble',
  summary: 'Have mail sent again to an address that bounced or complained, once its owner has put it right',
  allow: 'mail:retry',
  input: ClearMailTroubleInput,
  output: ClearMailTroubleOutput,
  cost: 'write',
  secrets: mailSecrets,
  rest: { method: 'post', path: '/api/mail/troubles/{uid}/clear' },
  async run({ actor, input: { uid }, now, requestId }) {
    const ref = userRef(uid);
    const stored = await ref.get();
    if (!stored.exists) throw new SecuraError('not-found', 'There is no such person.');
    const person = fromStore<Person>(stored.data());
    const trouble = troubleOf(person);
    if (!trouble) return { uid, cleared: false };
    // The provider keeps a list of its own: left on it, the next mail would be dropped and the address marked again.
    const { mailSender } = await import('./mail-port.ts');
    await (await mailSender()).readmit(trouble.email).catch((error: unknown) => {
      throw new SecuraError('failed-precondition', `The address could not be taken off the provider’s list. ${(error as Error).message}`, undefined, { cause: error });
    });
    await audited({ action: 'mail.troubleCleared', actor, data: { uid, state: trouble.state }, now, requestId }, (tx) =>
      tx.update(ref, { 'mailTrouble.state': 'cleared', 'mailTrouble.at': now, 'mailTrouble.reason': FieldValue.delete() }),
    );
    return { uid, cleared: true };
  },
});
