import { z } from 'zod';
import { line, text } from '../platform/text.ts';
import { reportLimits } from './report-limits.ts';
import { discoveryMethods } from './vocabulary.ts';

export { reportLimits };

const optionalLine = (label: string, max: number) =>
  line(label, 0, max).nullish().transform((value) => value || null);

/** What an employee fills in. Optional answers become null, never "". */
export const ReportInput = z.strictObject({
  title: line('The title', 3, reportLimits.title),
  description: text('The description', 10, reportLimits.description),
  location: optionalLine('The place', reportLimits.location),
  /** ISO 8601; when it happened, as far as known. */
  occurredAt: z.iso.datetime({ error: 'Give the date and time.', offset: true }).nullish().transform((value) => value ?? null),
  noticedHow: z.enum(discoveryMethods, 'Choose how you noticed it.').nullish().transform((value) => value ?? null),
  affected: optionalLine('Who is affected', reportLimits.affected),
});
export type ReportInput = z.infer<typeof ReportInput>;
