import type { Message } from '@secura/domain/conversation/message';
import { textHash } from '../platform/incident-store.ts';
import { openDraftRef, settleDraft } from './draft-outcome.ts';
import { recordChild, type EnsureRegistered } from '../platform/record-child.ts';

/** Records a posted message in the incident's history; the chain keeps its hash, not its text. */
export async function recordMessage(incidentId: string, messageId: string, now: Date, ensureRegistered: EnsureRegistered): Promise<void> {
  await recordChild<Message>({
    collection: 'messages',
    incidentId,
    id: messageId,
    now,
    ensureRegistered,
    describe: ({ author, audience, text }, { counts }) => ({
      patch: { counts: { ...counts, messages: counts.messages + 1 } },
      event: { type: 'message.posted', data: { messageId, textSha256: textHash(text), audience } },
      what: 'Wrote a message',
      actor: { kind: 'person', ...author },
    }),
    beside: { of: ({ author }) => (author.role === 'employee' ? null : openDraftRef(incidentId, author.uid)), write: (batch, stored, message) => settleDraft(batch, stored, messageId, message, now) },
  });
}
