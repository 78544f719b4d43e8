import { createId } from '@secura/domain/platform/ids';
import { AlertReceipt, PublishAlertInput, WithdrawAlertInput, type Alert } from '@secura/domain/notifications/alert';
import { audited } from '../platform/audit.ts';
import { db } from '../platform/firebase.ts';
import { operation } from '../platform/operation.ts';

export const publishAlert = operation({
  name: 'notifications.publishAlert',
  summary: 'Show an alert to everybody in the organisation',
  allow: 'alert:publish',
  input: PublishAlertInput,
  output: AlertReceipt,
  cost: 'costly',
  rest: { method: 'post', path: '/api/alerts' },
  async run({ actor, input, now, requestId }) {
    const { hours, ...content } = input;
    const id = createId();
    const alert: Omit<Alert, 'id'> = {
      ...content,
      publishedBy: { uid: actor.uid, name: actor.name },
      createdAt: now,
      expiresAt: new Date(now.getTime() + hours * 3_600_000),
    };
    await audited({ action: 'alert.published', actor, data: { id, ...input }, now, requestId }, (tx) => tx.create(db().doc(`alerts/${id}`), alert));
    return { id };
  },
});

export const withdrawAlert = operation({
  name: 'notifications.withdrawAlert',
  summary: 'Take an alert back before it expires',
  allow: 'alert:publish',
  input: WithdrawAlertInput,
  output: AlertReceipt,
  cost: 'costly',
  rest: { method: 'delete', path: '/api/alerts/{id}' },
  async run({ actor, input, now, requestId }) {
    await audited({ action: 'alert.withdrawn', actor, data: input, now, requestId }, (tx) => tx.delete(db().doc(`alerts/${input.id}`)));
    return { id: input.id };
  },
});
