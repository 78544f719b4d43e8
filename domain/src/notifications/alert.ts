import { z } from 'zod';
import { documentId, line, text } from '../platform/text.ts';
import { severities, type Severity } from '../incidents/vocabulary.ts';
import type { PersonRef } from '../incidents/events.ts';

export const PublishAlertInput = z.strictObject({
  title: line('The title', 3, 120),
  text: text('The text', 3, 1000),
  severity: z.enum(severities, 'Choose a severity.'),
  /** How long it is shown, in hours. */
  hours: z.int('Give whole hours.').min(1, 'At least an hour.').max(24 * 30, 'At most 30 days.'),
});
export const WithdrawAlertInput = z.strictObject({ id: documentId });
export const AlertReceipt = z.object({ id: z.string() });

/** `alerts/{id}`: shown to everybody who is signed in until it expires. */
export interface Alert {
  id: string;
  title: string;
  text: string;
  severity: Severity;
  publishedBy: PersonRef;
  createdAt: Date;
  expiresAt: Date;
}
