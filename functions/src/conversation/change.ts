import { SecuraError } from '@secura/domain/platform/errors';
import { editLimit, isFresh, type Message } from '@secura/domain/conversation/message';
import { ChangedMessage, EditMessageInput, RemoveMessageInput } from '@secura/domain/conversation/operations';
import { can } from '@secura/domain/people/permissions';
import { partOperation } from '../platform/incident-operation.ts';
import { textHash } from '../platform/incident-store.ts';

const windowOver = 'A message can be reworded or taken back for 15 minutes after it was sent. Write another one that corrects it.';
const answer = (id: string, incidentId: string, version: number, { history = [], deleted }: Message) => ({ id, incidentId, version, edits: history.length, deleted: deleted !== undefined });

/**
 * The message as long as one may see it.
 * @throws SecuraError `not-found`; `failed-precondition` before the chain has it, so that a change never precedes its message
 */
function stored(part: Message | null, readsNotes: boolean): Message {
  if (!part || (part.audience === 'team' && !readsNotes)) throw new SecuraError('not-found', 'There is no such message.');
  if (part.seq === undefined) throw new SecuraError('failed-precondition', 'This message is just being recorded. Please try again in a moment.');
  return part;
}

/** Without its time: read back here it has lost its microseconds, and a message must not change places by being changed. */
function unmoved({ createdAt: _kept, ...rest }: Message): Message {
  return rest as Message;
}

export const editMessage = partOperation<typeof EditMessageInput, typeof ChangedMessage, Message>({
  name: 'conversation.editMessage',
  summary: 'Reword one’s own message within 15 minutes. What it said before stays readable, and the history holds the hash of both',
  input: EditMessageInput,
  output: ChangedMessage,
  allow: 'message:post',
  rest: { method: 'patch', path: '/api/incidents/{id}/messages/{messageId}' },
  part: { collection: 'messages', idOf: ({ messageId }) => messageId },
  aspects: () => [],
  change({ actor, incident, input: { text, messageId }, now, part }) {
    const message = stored(part, can(actor, 'message:postToTeam', incident));
    if (message.author.uid !== actor.uid) throw new SecuraError('permission-denied', 'Only who wrote a message can reword it.');
    if (message.text === text && !message.deleted) return null;
    if (!isFresh(message, now)) throw new SecuraError('failed-precondition', message.deleted ? 'This message was taken back.' : windowOver);
    const history = [...(message.history ?? []), { text: message.text, at: message.editedAt ?? message.createdAt }];
    if (history.length > editLimit) throw new SecuraError('failed-precondition', `A message can be reworded ${editLimit} times. Write another one that corrects it.`);
    return {
      patch: {},
      part: { ...unmoved(message), text, history, editedAt: now },
      events: [{ type: 'message.edited', data: { messageId, fromSha256: textHash(message.text), textSha256: textHash(text), audience: message.audience } }],
      what: 'Reworded a message',
    };
  },
  answer,
});

export const removeMessage = partOperation<typeof RemoveMessageInput, typeof ChangedMessage, Message>({
  name: 'conversation.removeMessage',
  summary: 'Take back one’s own message within 15 minutes; a lead or an administrator removes any, at any time. Its place and its hash stay',
  input: RemoveMessageInput,
  output: ChangedMessage,
  allow: 'message:post',
  rest: { method: 'delete', path: '/api/incidents/{id}/messages/{messageId}' },
  part: { collection: 'messages', idOf: ({ messageId }) => messageId },
  aspects: () => [],
  change({ actor, incident, input: { messageId }, now, part }) {
    const message = stored(part, can(actor, 'message:postToTeam', incident));
    if (message.deleted) return null;
    if (!can(actor, 'message:removeOthers')) {
      if (message.author.uid !== actor.uid) throw new SecuraError('permission-denied', 'Only who wrote a message, a lead or an administrator can remove it.');
      if (!isFresh(message, now)) throw new SecuraError('failed-precondition', windowOver);
    }
    const { uid, name } = message.author;
    return {
      patch: {},
      part: { ...unmoved(message), text: '', history: [], mentions: [], attachments: [], deleted: { at: now, by: { uid: actor.uid, name: actor.name } } },
      events: [{ type: 'message.removed', data: { messageId, author: { uid, name }, textSha256: textHash(message.text), audience: message.audience } }],
      what: 'Took back a message',
    };
  },
  answer,
});
