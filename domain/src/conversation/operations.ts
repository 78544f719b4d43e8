import { z } from 'zod';
import { documentId, text } from '../platform/text.ts';

export const messageLimit = 4000;
export const audiences = ['everyone', 'team'] as const;

export const PostMessageInput = z.strictObject({
  incidentId: documentId,
  /** Made by the caller, so that a retry posts once. */
  messageId: documentId.optional(),
  text: text('The message', 1, messageLimit),
  audience: z.enum(audiences, 'There is no such audience.').default('everyone'),
});

export const PostedMessage = z.object({ id: z.string(), incidentId: z.string(), created: z.boolean() });

/** `incidents/{id}/messages/{id}`. */
export interface Message {
  id: string;
  text: string;
  audience: 'everyone' | 'team';
  author: { uid: string; name: string; role: string };
  createdAt: Date;
}
