import { z } from 'zod';

const day = z.iso.date('Give a day as 2026-03-09.');

export const AnomalyInput = z.strictObject({ day: day.optional() });
export const AnomalyAnswer = z.object({
  day: z.string(),
  /** Whether the day is still going on: then counts can only grow. */
  ongoing: z.boolean(),
  /** Earlier days of the same weekday that there is data of, and how many are needed. */
  weeks: z.int(),
  weeksNeeded: z.int(),
  enoughData: z.boolean(),
  method: z.string(),
  anomalies: z.array(
    z.object({ group: z.enum(['all', 'category', 'department']), key: z.string(), count: z.number(), median: z.number(), mad: z.number(), score: z.number(), unusual: z.boolean() }),
  ),
  /** How many groups were compared, unusual or not. */
  compared: z.int(),
});

const threat = z.object({ key: z.string(), now: z.number(), before: z.number(), trend: z.enum(['rising', 'falling', 'steady', 'not enough data']), p: z.number().nullable() });
export const ThreatInput = z.strictObject({});
export const ThreatAnswer = z.object({
  /** Both periods in UTC days, both ends included. */
  period: z.object({ from: z.string(), to: z.string() }),
  before: z.object({ from: z.string(), to: z.string() }),
  /** False while the earlier period began before the first report. */
  comparable: z.boolean(),
  categories: z.array(threat),
  departments: z.array(threat),
  open: z.object({ low: z.number(), medium: z.number(), high: z.number(), critical: z.number(), untriaged: z.number() }),
});

export const QualityInput = z.strictObject({ since: day.optional() });
const share = z.number().nullable();
export const QualityAnswer = z.object({
  since: z.string(),
  /** Decided outputs that were looked at; the newest ones where there are more. */
  decided: z.int(),
  truncated: z.boolean(),
  needed: z.int(),
  models: z.array(
    z.object({
      provider: z.string(),
      model: z.string(),
      decided: z.int(),
      categoryAgreement: share,
      severityAgreement: share,
      overrideRate: share,
      calibrationError: share,
      bins: z.array(z.object({ from: z.number(), to: z.number(), decided: z.int(), confidence: z.number(), right: z.number() })),
    }),
  ),
});
export type QualityAnswer = z.infer<typeof QualityAnswer>;
