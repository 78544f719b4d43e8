import { createId } from '@secura/domain/platform/ids';
import { SecuraError } from '@secura/domain/platform/errors';
import { AlertReceipt, newAlert, PublishAlertInput, WithdrawAlertInput } from '@secura/domain/notifications/alert';
import { isInAudience } from '@secura/domain/notifications/audience';
import { acknowledgementRef, alertRef, isInForce, readAlert } from '../platform/alert-store.ts';
import { auditedDecision } from '../platform/audit.ts';
import { operation } from '../platform/operation.ts';

export const publishAlert = operation({
  name: 'notifications.publishAlert',
  summary: 'Show an alert to everybody, or to people of some roles and departments; who is shown a critical one is asked to acknowledge it',
  allow: 'alert:publish',
  input: PublishAlertInput,
  output: AlertReceipt,
  cost: 'costly',
  rest: { method: 'post', path: '/api/alerts' },
  async run({ actor, input, now, requestId }) {
    const { id = createId(), ...content } = input;
    const by = { uid: actor.uid, name: actor.name };
    return auditedDecision({ actor, now, requestId }, async (tx) => {
      const known = readAlert(await tx.get(alertRef(id)));
      if (known && known.publishedBy.uid !== actor.uid) throw new SecuraError('conflict', 'There is another alert under this id.');
      if (known) return { answer: { id }, change: null };
      const write = () => {
        tx.create(alertRef(id), newAlert(content, by, now));
        // Who wrote it need not be asked whether he has read it.
        if (content.severity === 'critical' && isInAudience(content.audience, actor)) tx.create(acknowledgementRef(id, actor.uid), { name: actor.name, at: now });
      };
      return { answer: { id }, change: { action: 'alert.published', data: { ...content, id }, write } };
    });
  },
});

export const withdrawAlert = operation({
  name: 'notifications.withdrawAlert',
  summary: 'Take an alert back before it expires; who acknowledged it stays known',
  allow: 'alert:publish',
  input: WithdrawAlertInput,
  output: AlertReceipt,
  cost: 'costly',
  rest: { method: 'delete', path: '/api/alerts/{id}' },
  async run({ actor, input: { id }, now, requestId }) {
    return auditedDecision({ actor, now, requestId }, async (tx) => {
      const alert = readAlert(await tx.get(alertRef(id)));
      if (!alert || !isInForce(alert, now)) return { answer: { id }, change: null };
      const withdrawn = { at: now, by: { uid: actor.uid, name: actor.name } };
      return { answer: { id }, change: { action: 'alert.withdrawn', data: { id }, write: () => tx.update(alertRef(id), { expiresAt: now, withdrawn }) } };
    });
  },
});
