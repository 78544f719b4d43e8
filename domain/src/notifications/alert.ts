import { z } from 'zod';
import { documentId, line, text } from '../platform/text.ts';
import { severities, type Severity } from '../incidents/vocabulary.ts';
import type { PersonRef } from '../incidents/events.ts';
import { roles } from '../people/vocabulary.ts';
import { mostDepartments, reachOf, type AlertAudience } from './audience.ts';

const Audience = z.strictObject({
  roles: z.array(z.enum(roles, 'There is no such role.'), 'Roles are a list.').max(roles.length, 'A role is there twice.').default([]),
  departments: z
    .array(line('A department', 1, 60), 'Departments are a list.')
    .pipe(z.array(z.string()).max(mostDepartments, `At most ${mostDepartments} departments.`))
    .default([]),
});

/** What an alert says, to whom and for how long; an emergency brings one along. */
export const AlertContent = z.strictObject({
  title: line('The title', 3, 120),
  text: text('The text', 3, 1000),
  /** How long it is shown, in hours. */
  hours: z.int('Give whole hours.').min(1, 'At least an hour.').max(24 * 30, 'At most 30 days.'),
  /** Everybody when absent. */
  audience: Audience.default({ roles: [], departments: [] }),
});

export const PublishAlertInput = AlertContent.extend({
  /** Made by the caller, so that a retry publishes once. */
  id: documentId.optional(),
  severity: z.enum(severities, 'Choose a severity.'),
});
export const WithdrawAlertInput = z.strictObject({ id: documentId });
export const AlertReceipt = z.object({ id: z.string() });

/** Who of the audience has not said that he has read a critical alert, some people at a time. */
export const AcknowledgementsInput = z.strictObject({ id: documentId, cursor: z.string().pipe(z.string().min(1).max(128)).optional() });
export const AcknowledgementsView = z.object({
  /** Active people in the audience, as of now. */
  asked: z.int(),
  /** Acknowledgements there are; of people who have left the audience since as well. */
  acknowledged: z.int(),
  missing: z.array(z.object({ uid: z.string(), name: z.string(), department: z.string() })),
  nextCursor: z.string().nullable(),
});

/** `alerts/{id}`: shown to its audience until it expires. */
export interface Alert {
  id: string;
  title: string;
  text: string;
  /** A critical one has to be acknowledged by everybody in its audience. */
  severity: Severity;
  audience: AlertAudience;
  /** The keys of the audience, see `reachOf`. */
  reach: string[];
  publishedBy: PersonRef;
  createdAt: Date;
  /** The end; of an alert that was withdrawn the moment of that. */
  expiresAt: Date;
  withdrawn?: { at: Date; by: PersonRef };
}

/** `alerts/{id}/acknowledgements/{uid}`: written once by the person himself. */
export interface Acknowledgement {
  name: string;
  at: Date;
}

/** An alert as it is published. */
export function newAlert({ hours, audience, title, text, severity }: z.infer<typeof AlertContent> & { severity: Severity }, by: PersonRef, now: Date): Omit<Alert, 'id'> {
  return { title, text, severity, audience, reach: reachOf(audience), publishedBy: by, createdAt: now, expiresAt: new Date(now.getTime() + hours * 3_600_000) };
}
