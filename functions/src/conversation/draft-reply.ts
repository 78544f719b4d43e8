import { canonical } from '@secura/domain/incidents/chain';
import type { InternalCase } from '@secura/domain/incidents/incident';
import type { Message } from '@secura/domain/conversation/message';
import { DraftedReply, DraftReplyInput } from '@secura/domain/conversation/operations';
import { openDraft, type DraftEntry, type OpenDraft } from '@secura/domain/conversation/reply/drafted';
import { can } from '@secura/domain/people/permissions';
import { SecuraError } from '@secura/domain/platform/errors';
import { createId } from '@secura/domain/platform/ids';
import type { Fact } from '@secura/domain/triage/result';
import { liveActor, userRef } from '../platform/actor.ts';
import { db, fromStore } from '../platform/firebase.ts';
import { requireReadable } from '../platform/incident-operation.ts';
import { caseRef, incidentRef, readIncident, textHash } from '../platform/incident-store.ts';
import { selfCheckingOperation } from '../platform/operation.ts';
import { triageSecrets } from '../platform/secrets.ts';
import { becameOf, openDraftRef } from './draft-outcome.ts';

/** What is read of a long thread: how it stands, not how it began. */
const mostMessages = 20;
/** A part of the day's tokens is kept for reports: drafts may take this much of them. */
const shareForDrafts = 0.75;

/** Drafts a reply for a member of the team. It is kept nowhere and sent by nobody but that person. */
export const draftReply = selfCheckingOperation({
  name: 'conversation.draftReply',
  summary: 'Draft a reply to the reporter, out of the report and of what was said to everyone; a person checks, changes and sends it',
  input: DraftReplyInput,
  output: DraftedReply,
  cost: 'costly',
  secrets: triageSecrets,
  rest: { method: 'post', path: '/api/incidents/{id}/reply-draft' },
  async run({ caller, input: { id }, now }) {
    const [profile, stored, internal, before] = await db().getAll(userRef(caller.uid), incidentRef(id), caseRef(id), openDraftRef(id, caller.uid));
    const actor = liveActor(caller, profile!);
    const incident = requireReadable(actor, readIncident(stored!));
    if (!can(actor, 'message:postToTeam', incident)) throw new SecuraError('permission-denied', 'Only the security team drafts replies.');
    if (incident.reporter.uid === actor.uid) throw new SecuraError('failed-precondition', 'You reported this yourself: there is nobody else to write to.');

    const [{ docs }, { replyMaterial }, { factsOf }, { wordsOf }, { draftOf }, { configuredGemini }] = await Promise.all([
      incidentRef(id).collection('messages').where('audience', '==', 'everyone').orderBy('createdAt', 'desc').limit(mostMessages).get(),
      import('@secura/domain/conversation/reply/material'),
      import('@secura/domain/triage/facts'),
      import('@secura/domain/triage/techniques/cues'),
      import('./reply-port.ts'),
      import('../platform/gemini/configured.ts'),
    ]);
    const messages = docs.map((doc) => fromStore<Message>(doc.data())).reverse();
    const answers = messages.filter(({ author, deleted }) => author.uid === incident.reporter.uid && !deleted).map(({ text }) => text);
    const told: readonly Fact[] = fromStore<Partial<InternalCase> | undefined>(internal!.data())?.triage?.facts ?? [];
    const facts = [...told, ...factsOf(wordsOf({ title: '', description: answers.join('\n') }))];
    const material = replyMaterial(incident, messages, facts, actor);
    const { text, absent, ...drafted } = await draftOf(material, configuredGemini(shareForDrafts));

    const draftId = createId();
    const entry: DraftEntry = { ...drafted, kind: 'reply-draft', incidentId: id, inputSha256: textHash(canonical(material)), at: now, by: { uid: actor.uid, name: actor.name }, decision: null, outcome: null };
    const batch = db().batch();
    batch.create(db().doc(`aiDecisions/${draftId}`), entry);
    if (before!.exists) becameOf(batch, before!.data() as OpenDraft, { what: 'dropped', at: now, messageId: null });
    batch.set(openDraftRef(id, actor.uid), openDraft(draftId, text));
    await batch.commit();
    return { incidentId: id, draftId, text, provider: drafted.provider, model: drafted.model, absent };
  },
});
