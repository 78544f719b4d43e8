import { z } from 'zod';
import { documentId, line, text } from '../platform/text.ts';
import { absenceReasons } from '../triage/result.ts';
import { mentionLimit, messageLimit } from './message.ts';

export const audiences = ['everyone', 'team'] as const;

const words = text('The message', 1, messageLimit);
const uid = z.string('Give the person.').regex(/^[A-Za-z0-9_-]{1,128}$/, 'This is not a valid person id.');

export const PostMessageInput = z.strictObject({
  incidentId: documentId,
  /** Made by the caller, so that a retry posts once. */
  messageId: documentId.optional(),
  text: words,
  audience: z.enum(audiences, 'There is no such audience.').default('everyone'),
  mentions: z.array(uid, 'Give a list of people.').max(mentionLimit, `At most ${mentionLimit} people can be named in one message.`).optional(),
  /** The message that it answers. */
  replyTo: documentId.optional(),
});

export const PostedMessage = z.object({ id: z.string(), incidentId: z.string(), created: z.boolean() });

export const EditMessageInput = z.strictObject({ id: documentId, messageId: documentId, text: words });
export const RemoveMessageInput = z.strictObject({ id: documentId, messageId: documentId });

export const ChangedMessage = z.object({ id: z.string(), incidentId: z.string(), version: z.number(), edits: z.number(), deleted: z.boolean() });

/** A question becomes an incident of the person who asked it. */
export const ConvertQuestionInput = z.strictObject({ id: documentId, title: line('The title', 3, 200).optional() });

export const ConvertedQuestion = z.object({ incidentId: z.string(), moved: z.number() });

export const DraftReplyInput = z.strictObject({ id: documentId });

/** A draft is a suggestion to one person: nobody else sees it, and nothing is sent. */
export const DraftedReply = z.object({
  incidentId: z.string(),
  /** Of its entry in the ledger of AI decisions. */
  draftId: z.string(),
  text: z.string(),
  provider: z.string(),
  model: z.string(),
  /** Who was asked and did not answer. */
  absent: z.object({ provider: z.string(), reason: z.enum(absenceReasons) }).nullable(),
});
export type DraftedReply = z.infer<typeof DraftedReply>;

export const DiscardDraftInput = z.strictObject({ id: documentId, draftId: documentId });
/** `discarded` is false when something else had become of it before. */
export const DiscardedDraft = z.object({ draftId: z.string(), discarded: z.boolean() });
