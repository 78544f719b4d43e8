import { DiscardDraftInput, DiscardedDraft } from '@secura/domain/conversation/operations';
import type { OpenDraft } from '@secura/domain/conversation/reply/drafted';
import { can } from '@secura/domain/people/permissions';
import { SecuraError } from '@secura/domain/platform/errors';
import { liveActor, userRef } from '../platform/actor.ts';
import { requireReadable } from '../platform/incident-operation.ts';
import { incidentRef, readIncident } from '../platform/incident-store.ts';
import { selfCheckingOperation } from '../platform/operation.ts';
import { transact } from '../platform/transaction.ts';
import { becameOf, openDraftRef } from './draft-outcome.ts';

/** Enters in the ledger that whoever asked for a draft threw it away. Sent, or replaced, it is settled already, and stays so. */
export const discardDraft = selfCheckingOperation({
  name: 'conversation.discardDraft',
  summary: 'Say that a drafted reply is not wanted, for the ledger of what the AI said',
  input: DiscardDraftInput,
  output: DiscardedDraft,
  cost: 'write',
  rest: { method: 'post', path: '/api/incidents/{id}/reply-draft/discard' },
  run: ({ caller, input: { id, draftId }, now }) =>
    transact(async (tx) => {
      const ref = openDraftRef(id, caller.uid);
      const [profile, stored, open] = await tx.getAll(userRef(caller.uid), incidentRef(id), ref);
      const actor = liveActor(caller, profile!);
      if (!can(actor, 'message:postToTeam', requireReadable(actor, readIncident(stored!)))) throw new SecuraError('permission-denied', 'Only the security team drafts replies.');
      const draft = open!.data() as OpenDraft | undefined;
      if (draft?.id !== draftId) return { draftId, discarded: false };
      becameOf(tx, draft, { what: 'discarded', at: now, messageId: null });
      tx.delete(ref);
      return { draftId, discarded: true };
    }),
});
