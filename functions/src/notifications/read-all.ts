import { ReadAllInput, ReadAllOutput } from '@secura/domain/notifications/operations';
import { userRef } from '../platform/actor.ts';
import { db } from '../platform/firebase.ts';
import { operation } from '../platform/operation.ts';

const most = 500;

export const readAll = operation({
  name: 'notifications.readAll',
  summary: 'Mark all of your notices as read, up to 500 at once',
  allow: 'everyone',
  input: ReadAllInput,
  output: ReadAllOutput,
  cost: 'costly',
  rest: { method: 'post', path: '/api/notifications/read' },
  async run({ actor, now }) {
    const unread = await userRef(actor.uid).collection('inbox').where('readAt', '==', null).select().limit(most).get();
    const batch = db().batch();
    for (const doc of unread.docs) batch.update(doc.ref, { readAt: now });
    await batch.commit();
    return { read: unread.size, more: unread.size === most };
  },
});
