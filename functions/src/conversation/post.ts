import { SecuraError } from '@secura/domain/platform/errors';
import { createId } from '@secura/domain/platform/ids';
import { PostedMessage, PostMessageInput } from '@secura/domain/conversation/operations';
import { mayBeNamed } from '@secura/domain/conversation/mentions';
import { can } from '@secura/domain/people/permissions';
import type { Roster } from '@secura/domain/people/person';
import { liveActor, userRef } from '../platform/actor.ts';
import { db } from '../platform/firebase.ts';
import { incidentRef, readIncident, rosterRef } from '../platform/incident-store.ts';
import { isAlreadyDone } from '../platform/once.ts';
import { selfCheckingOperation } from '../platform/operation.ts';

/** Posts for whoever cannot write to Firestore directly; the message's trigger records it as for every message. */
export const postMessage = selfCheckingOperation({
  name: 'conversation.postMessage',
  summary: 'Post a message to the thread of an incident. With a messageId of your own a repeated call posts once.',
  input: PostMessageInput,
  output: PostedMessage,
  cost: 'write',
  rest: { method: 'post', path: '/api/incidents/{incidentId}/messages' },
  async run({ caller, input, now }) {
    const { incidentId, messageId: id = createId(), text, audience, mentions = [], replyTo } = input;
    const [profile, stored, roster] = await db().getAll(userRef(caller.uid), incidentRef(incidentId), rosterRef());
    const actor = liveActor(caller, profile!);
    const incident = readIncident(stored!);
    if (!incident || !can(actor, 'incident:read', incident)) throw new SecuraError('not-found', 'There is no such incident, or you may not see it.');
    if (!can(actor, audience === 'team' ? 'message:postToTeam' : 'message:post', incident)) {
      throw new SecuraError('permission-denied', 'You are not allowed to write that here.');
    }
    const team = Object.keys((roster?.data() as Roster | undefined)?.members ?? {});
    if (!mentions.every((uid) => mayBeNamed(uid, audience, incident, team))) throw new SecuraError('invalid-argument', 'Only people who may read a message can be named in it.', { fields: { mentions: 'Only people who may read a message can be named in it.' } });
    try {
      const author = { uid: actor.uid, name: actor.name, role: actor.role };
      await incidentRef(incidentId).collection('messages').doc(id).create({ text, audience, author, createdAt: now, ...(mentions.length > 0 && { mentions }), ...(replyTo && { replyTo }) });
      return { id, incidentId, created: true };
    } catch (error) {
      if (isAlreadyDone(error)) return { id, incidentId, created: false };
      throw error;
    }
  },
});
