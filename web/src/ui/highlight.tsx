import type { ReactNode } from 'react';

export interface Span {
  start: number;
  end: number;
  /** Shown on hover: why these words matter. */
  title?: string;
}

/** Text with parts marked; overlapping and out-of-range spans do no harm. */
export function Highlight({ text, spans }: { text: string; spans: readonly Span[] }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const start = Math.max(span.start, at);
    const end = Math.min(span.end, text.length);
    if (end <= start) continue;
    parts.push(text.slice(at, start), <mark key={start} title={span.title}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
