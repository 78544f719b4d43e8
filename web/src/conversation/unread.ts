import type { Message } from '@secura/domain/conversation/message';

/** What of a page somebody has not read: others' messages after the time read up to. */
export function unreadOf<M extends Pick<Message, 'id' | 'author' | 'createdAt' | 'deleted'>>(messages: readonly M[], uid: string, since: Date | null): { firstId: string | null; count: number } {
  const unread = messages.filter(({ author, createdAt, deleted }) => author.uid !== uid && !deleted && createdAt.getTime() > (since?.getTime() ?? 0));
  return { firstId: unread[0]?.id ?? null, count: unread.length };
}

/** Who has read a message, of those who may: a note does not reach the one who reported. */
export function readBy(message: Pick<Message, 'audience' | 'createdAt' | 'author'>, readers: readonly { id: string; readAt: Date }[], outsiderUid: string | null): string[] {
  return readers
    .filter(({ id, readAt }) => id !== message.author.uid && readAt.getTime() >= message.createdAt.getTime() && (message.audience === 'everyone' || id !== outsiderUid))
    .map(({ id }) => id);
}
