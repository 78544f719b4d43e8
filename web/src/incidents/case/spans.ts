import type { Span } from '@secura/domain/triage/result';

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
