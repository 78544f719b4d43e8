import { z } from 'zod';
import { documentId, line, text } from '../platform/text.ts';
import { pauseReasons } from './clocks.ts';
import { QueueFilter } from './queue.ts';
import { ReportInput, reportLimits } from './report.ts';
import { categories, resolutionCodes, severities, statuses, visibilities } from './vocabulary.ts';

const uid = z.string('Give the person.').regex(/^[A-Za-z0-9_-]{1,128}$/, 'This is not a valid person id.');
/** The event chain's length that the caller last saw; absent means "whatever it is now". */
const expectedVersion = z.int('The version is a whole number.').min(0).optional();
const target = { id: documentId, expectedVersion };
const reason = text('The reason', 3, 500);

export const CreateInput = ReportInput.extend({ id: documentId.optional() });
export const GetInput = z.strictObject({ id: documentId });
export const ListInput = QueueFilter.extend({
  limit: z.coerce.number('Give a number from 1 to 50.').int('Give a whole number.').min(1, 'At least 1 at a time.').max(50, 'At most 50 at a time.').default(25),
  cursor: z.string().pipe(z.string().max(500)).optional(),
});
export const UpdateInput = z.strictObject({
  ...target,
  changes: z
    .strictObject({
      title: line('The title', 3, reportLimits.title).optional(),
      description: text('The description', 10, reportLimits.description).optional(),
      location: line('The place', 0, reportLimits.location).nullable().optional(),
      affected: line('Who is affected', 0, reportLimits.affected).nullable().optional(),
      department: line('The department', 1, 60).optional(),
    })
    .refine((changes) => Object.values(changes).some((value) => value !== undefined), 'There is nothing to change.'),
});
export const AssignInput = z.strictObject({ ...target, uids: z.array(uid).pipe(z.array(uid).min(1, 'Choose at least one person.').max(10, 'At most 10 people.')) });
export const UnassignInput = AssignInput;
export const SetSeverityInput = z.strictObject({ ...target, severity: z.enum(severities, 'Choose a severity.'), reason });
export const SetCategoryInput = z.strictObject({ ...target, category: z.enum(categories, 'Choose a category.'), reason });
export const TransitionInput = z.strictObject({
  ...target,
  to: z.enum(statuses, 'Choose a status.'),
  resolutionCode: z.enum(resolutionCodes, 'Choose how it ended.').optional(),
  summary: text('The summary', 10, 2000).optional(),
  rootCause: text('The root cause', 3, 2000).optional(),
  override: z.boolean().optional(),
});
export const SetVisibilityInput = z.strictObject({ ...target, visibility: z.enum(visibilities, 'Choose who may see it.'), reason });
export const ReopenInput = z.strictObject({ ...target, reason });
/** What is waited for; another reason has to be said. */
export const PauseClockInput = z
  .strictObject({ ...target, reason: z.enum(pauseReasons, 'Choose what is waited for.'), text: text('The explanation', 0, 500).default('') })
  .refine(({ reason: why, text: said }) => why !== 'other' || said.length >= 3, { message: 'Say what is waited for.', path: ['text'] });
export const ResumeClockInput = z.strictObject(target);
export const RetriageInput = z.strictObject(target);
export const ReviewTriageInput = z.strictObject({
  ...target,
  decision: z.literal('accepted', 'Accept here; to decide otherwise change the category or the severity.'),
});
/** To confirm one that was not suggested adds it. */
export const ReviewTechniqueInput = z.strictObject({
  ...target,
  techniqueId: z.string('Choose a technique.').regex(/^T\d{4}(\.\d{3})?$/, 'A technique’s id looks like T1566 or T1566.002.'),
  decision: z.enum(['confirmed', 'rejected', 'undecided'], 'Confirm or reject it.'),
  reason: text('The reason', 0, 500).default(''),
});
export const VerifyChainInput = z.strictObject({ id: documentId });

const person = z.object({ uid: z.string(), name: z.string() });
const instant = z.iso.datetime();

/** An incident as operations answer it: JSON, times as ISO 8601 in UTC. */
export const IncidentView = z.object({
  id: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  description: z.string(),
  location: z.string().nullable(),
  occurredAt: instant.nullable(),
  noticedHow: z.string().nullable(),
  affected: z.string().nullable(),
  department: z.string(),
  reporter: person,
  category: z.enum(categories).nullable(),
  severity: z.enum(severities).nullable(),
  status: z.enum(statuses),
  visibility: z.enum(visibilities),
  assignees: z.array(person),
  triage: z
    .object({
      state: z.enum(['done', 'failed']),
      category: z.enum(categories).nullable(),
      severity: z.enum(severities).nullable(),
      confidence: z.number().nullable(),
      finding: z.string(),
      advice: z.array(z.string()),
      provider: z.string().nullable(),
      model: z.string().nullable(),
    })
    .nullable(),
  nextDueAt: instant.nullable(),
  /** Why and since when the clocks are paused. */
  pause: z.object({ reason: z.enum(pauseReasons), at: instant }).nullable(),
  resolution: z.object({ code: z.enum(resolutionCodes), summary: z.string(), at: instant, by: person }).nullable(),
  createdAt: instant,
  updatedAt: instant,
  version: z.int(),
});
export type IncidentView = z.infer<typeof IncidentView>;

export const IncidentPage = z.object({ items: z.array(IncidentView), nextCursor: z.string().nullable() });
export const Receipt = z.object({ id: z.string(), created: z.boolean() });
export const Verdict = z.discriminatedUnion('verified', [
  z.object({ verified: z.literal(true), length: z.int() }),
  z.object({ verified: z.literal(false), length: z.int(), seq: z.int(), reason: z.enum(['missing', 'altered', 'relinked', 'head-differs']) }),
]);

/** One thing that somebody else changed in between, as the details of a `conflict` error list them. */
export interface OverlappingChange {
  aspect: string;
  by: string;
  at: string;
  from: unknown;
  to: unknown;
}
