import type { Message } from '@secura/domain/conversation/message';
import type { Question } from '@secura/domain/conversation/talk';
import { db, fromStore } from '../platform/firebase.ts';
import { transact } from '../platform/transaction.ts';

/**
 * Keeps at a question, a room or a pair who wrote last: what lists are ordered by and unread marks told from. The latest
 * message wins, so messages may come twice and in any order.
 */
export async function recordLast(place: 'questions' | 'rooms' | 'direct', placeId: string, messageId: string): Promise<void> {
  const ref = db().doc(`${place}/${placeId}`);
  await transact(async (tx) => {
    const [stored, child] = await tx.getAll(ref, ref.collection('messages').doc(messageId));
    if (!child!.exists) return;
    const { author, createdAt } = fromStore<Message>(child!.data());
    const { last, asker, state } = fromStore<Partial<Question>>(stored!.data() ?? {});
    if (last && last.at >= createdAt) return;
    const by = { uid: author.uid, name: author.name };
    const answered = asker && state !== 'incident' ? { state: asker.uid === author.uid ? 'open' : 'answered' } : {};
    tx.set(ref, { last: { at: child!.get('createdAt') as unknown, by }, ...answered }, { merge: true });
  });
}
