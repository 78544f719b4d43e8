import { ReportInput } from '@secura/domain/incidents/report';
import type { Draft } from './draft.ts';
import type { FieldErrors, ReportField } from './report-field.ts';

export type Checked = { report: ReportInput; errors: null } | { report: null; errors: FieldErrors };

/**
 * Holds a draft against the domain's schema; each error belongs to a field and is a sentence.
 * @param hasPicture a picture goes along, which may tell it all
 */
export function checkDraft(draft: Draft, now: Date, hasPicture = false): Checked {
  const errors: FieldErrors = {};
  const moment = draft.whenUnknown ? null : new Date(draft.when);
  const when = whenError(moment, now);
  if (when) errors.when = when;
  const result = ReportInput.safeParse({
    title: draft.title,
    description: draft.description,
    location: draft.location,
    occurredAt: moment && !when ? moment.toISOString() : null,
    noticedHow: draft.noticedHow,
    affected: draft.affected,
  });
  for (const issue of result.error?.issues ?? []) {
    const field = issue.path[0] === 'occurredAt' ? 'when' : (issue.path[0] as ReportField);
    errors[field] ??= issue.message;
  }
  if (draft.title.trim() === '') errors.title = 'Say in a few words what happened.';
  if (draft.description.trim() === '' && !hasPicture) errors.description = 'Describe what happened, or add a screenshot: a sentence or two are enough.';
  return result.success && Object.keys(errors).length === 0 ? { report: result.data, errors: null } : { report: null, errors };
}

function whenError(moment: Date | null, now: Date): string | undefined {
  if (!moment) return undefined;
  if (Number.isNaN(moment.getTime())) return 'Give the date and time, or tick “I don’t know exactly”.';
  // Clocks differ by a few minutes; the input itself has no seconds.
  if (moment.getTime() > now.getTime() + 10 * 60_000) return 'This is in the future. Give a date and time that has passed.';
  if (moment.getFullYear() < 1970) return 'Check the year.';
  return undefined;
}
