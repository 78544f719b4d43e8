import { z } from 'zod';
import { severities, statuses } from '../incidents/vocabulary.ts';
import { documentId, text } from '../platform/text.ts';
import { huntLimits } from './hunt-limits.ts';
import { observableKinds, observableScopes, sourceKinds } from './observable.ts';

export const HuntInput = z.strictObject({
  /** One or several, in any form, defanged or not. */
  value: text('What to hunt for', 3, huntLimits.input),
});

const observable = z.object({ kind: z.enum(observableKinds), value: z.string(), scope: z.enum(observableScopes) });

const incident = z.object({
  id: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  status: z.enum(statuses),
  severity: z.enum(severities).nullable(),
  /** When it was reported. */
  createdAt: z.iso.datetime(),
});

export const HuntAnswer = z.object({
  /** What was understood, each with the incidents that hold it and that the caller may see, the latest first. */
  hunted: z.array(
    observable.extend({
      /** Its name in STIX 2.1; null where that has none. */
      stix: z.string().nullable(),
      incidents: z.array(
        incident.extend({
          /** As what it was found there: itself, or something below the domain that was hunted. */
          found: z.array(observable.extend({ seenAt: z.iso.datetime(), sources: z.array(z.object({ kind: z.enum(sourceKinds), id: z.string(), at: z.iso.datetime() })) })),
        }),
      ),
      /** There are more than are listed. */
      more: z.boolean(),
    }),
  ),
});
export type HuntAnswer = z.infer<typeof HuntAnswer>;

export const RelatedInput = z.strictObject({
  incidentId: documentId,
  /** Of this incident's observables. */
  keys: z
    .array(z.string())
    .pipe(z.array(z.string().regex(/^[0-9a-f]{40}$/, 'This is not a key of an observable.')).min(1, 'Name at least one observable.').max(huntLimits.related, `At most ${huntLimits.related} at once.`)),
});

/** Which other incidents hold them, as far as the caller may see those; nothing for what is private or the organisation's own. */
export const RelatedAnswer = z.object({
  related: z.array(z.object({ key: z.string(), incidents: z.array(incident), more: z.boolean() })),
});
export type IncidentMention = z.infer<typeof incident>;
export type RelatedAnswer = z.infer<typeof RelatedAnswer>;
