import { z } from 'zod';
import { reportLimits } from '../incidents/report-limits.ts';
import { categories, severities } from '../incidents/vocabulary.ts';
import { line, text } from '../platform/text.ts';
import { absenceReasons } from './result.ts';

/** A text to be read; at least one of the two must say something. */
export const AskInput = z
  .strictObject({
    title: line('The title', 0, reportLimits.title).default(''),
    description: text('The description', 0, reportLimits.description).default(''),
    affected: line('Who is affected', 0, reportLimits.affected).optional(),
  })
  .refine(({ title, description }) => title !== '' || description !== '', 'Give a title or a description.');

const category = z.enum(categories);
const severity = z.enum(severities);
const confidence = z.number();
const span = z.object({ field: z.enum(['title', 'description', 'affected', 'picture']), start: z.int(), end: z.int(), text: z.string() });
/** Who said it, and who was asked and did not answer. */
const source = {
  provider: z.string(),
  model: z.string(),
  absent: z.object({ provider: z.string(), reason: z.enum(absenceReasons) }).nullable(),
};

export const CategoryAnswer = z.object({
  category,
  confidence,
  certainty: z.enum(['likely', 'possible', 'unclear']),
  alternatives: z.array(z.object({ category, confidence })),
  reasons: z.array(span.extend({ weight: z.number() })),
  ...source,
});

export const SeverityAnswer = z.object({
  severity,
  points: z.number(),
  next: z.object({ level: severity, pointsAway: z.number() }).nullable(),
  factors: z.array(z.object({ key: z.string(), meaning: z.string(), points: z.number(), span: span.nullable() })),
  ...source,
});

export const MitigationAnswer = z.object({
  category,
  severity,
  advice: z.array(z.string()),
  steps: z.array(z.object({ phase: z.enum(['contain', 'eradicate', 'recover', 'learn']), step: z.string(), owner: z.enum(['analyst', 'it', 'reporter', 'lead']), hours: z.number(), why: z.string(), source: z.string() })),
  ...source,
});

const opinion = z.object({ provider: z.string(), model: z.string(), category, confidence, severity, alternatives: z.array(z.object({ category, confidence })), quotes: z.array(span) });

export const AnalysisAnswer = z.object({
  finding: z.string(),
  category: CategoryAnswer.omit({ provider: true, model: true, absent: true }),
  severity: SeverityAnswer.omit({ provider: true, model: true, absent: true }),
  mitigation: MitigationAnswer.pick({ advice: true, steps: true }),
  /** What each provider said by itself; empty where one alone was asked. */
  opinions: z.array(opinion),
  ...source,
});
