import { z } from 'zod';
import { line, text } from '../platform/text.ts';
import { reportLimits } from './report-limits.ts';
import { discoveryMethods } from './vocabulary.ts';

export { reportLimits };

const optionalLine = (label: string, max: number) =>
  line(label, 0, max).nullish().transform((value) => value || null);

const fewestLetters = 10;

/** What an employee fills in. Optional answers become null, never ""; only the description may be empty, where a picture tells it. */
export const ReportInput = z.strictObject({
  title: line('The title', 3, reportLimits.title),
  description: text('The description', 0, reportLimits.description).refine((value) => value === '' || value.length >= fewestLetters, `The description needs at least ${fewestLetters} characters.`),
  location: optionalLine('The place', reportLimits.location),
  /** ISO 8601; when it happened, as far as known. */
  occurredAt: z.iso.datetime({ error: 'Give the date and time.', offset: true }).nullish().transform((value) => value ?? null),
  noticedHow: z.enum(discoveryMethods, 'Choose how you noticed it.').nullish().transform((value) => value ?? null),
  affected: optionalLine('Who is affected', reportLimits.affected),
});
export type ReportInput = z.infer<typeof ReportInput>;
