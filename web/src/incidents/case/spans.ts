import type { Incident, InternalCase } from '@secura/domain/incidents/incident';
import type { Span } from '@secura/domain/triage/result';
import { providerName } from '../../ui/provider-name.ts';

interface Marked extends Span {
  text: string;
}

/**
 * Where the words of triage stand in a text as it reads now. The report may have been edited since: words are looked
 * for again, and left unmarked when they are gone.
 */
export function marksIn<M extends Marked>(field: Span['field'], text: string, marks: readonly M[], title: (mark: M) => string): { start: number; end: number; title: string }[] {
  return marks.flatMap((mark) => {
    if (mark.field !== field || mark.text === '') return [];
    const start = text.slice(mark.start, mark.end) === mark.text ? mark.start : text.indexOf(mark.text);
    return start < 0 ? [] : [{ start, end: start + mark.text.length, title: title(mark) }];
  });
}

/** Everything in a field of the report that moved triage, each with what it did: for or against the category, severity, techniques, a second opinion. */
export function triageMarks(field: 'title' | 'description', { [field]: text, triage }: Pick<Incident, 'title' | 'description' | 'triage'>, details: Pick<InternalCase, 'triage' | 'techniques'> | null) {
  const evidence = (details?.triage?.severity.factors ?? []).flatMap((factor) => (factor.span ? [{ ...factor.span, meaning: factor.meaning }] : []));
  const techniques = (details?.techniques ?? []).flatMap(({ id, name, span, review }) => (span && review?.decision !== 'rejected' ? [{ ...span, meaning: `${id} ${name}` }] : []));
  const quotes = (details?.triage?.opinions ?? []).flatMap(({ provider, quotes: own }) => (provider === 'local' ? [] : own.map((quote) => ({ ...quote, meaning: `${providerName(provider)} rests on it` }))));
  return [
    ...marksIn(field, text, triage?.reasons ?? [], ({ weight }) => (weight < 0 ? 'Spoke against the category' : 'Spoke for the category')),
    ...marksIn(field, text, [...evidence, ...techniques, ...quotes], ({ meaning }) => meaning),
  ];
}
