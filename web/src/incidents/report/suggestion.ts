import { reportLimits } from '@secura/domain/incidents/report-limits';
import { certaintyOf, type Certainty } from '@secura/domain/triage/certainty';
import type { TriageInput, TriageAssessment } from '@secura/domain/triage/result';
import { useEffect, useState } from 'react';
import { pausedReader } from './paused-reader.ts';

/** How sure the suggestion is. Everyday trouble is no suggestion: the form leaves it to the team. */
export function suggestedCertainty({ category, confidence }: Pick<TriageAssessment, 'category' | 'confidence'>): Certainty {
  return category === 'other' ? 'unclear' : certaintyOf(confidence);
}

/** The words that led to it, each once, the strongest first; what spoke against it is left out. */
export function leadingWords(result: Pick<TriageAssessment, 'reasons' | 'severity'>, most = 5): string[] {
  const words = [
    ...result.reasons.filter(({ weight }) => weight > 0).map(({ text }) => text),
    ...result.severity.factors.flatMap(({ span, points }) => (span && points > 0 ? [span.text] : [])),
  ];
  const seen = new Map<string, string>();
  for (const word of words) {
    const plain = word.replace(/\s+/g, ' ').trim();
    if (!seen.has(plain.toLowerCase())) seen.set(plain.toLowerCase(), plain);
  }
  // "lost my laptop" says all that "laptop" says.
  const within = (part: string) => [...seen.keys()].some((whole) => whole !== part && whole.includes(part));
  return [...seen].flatMap(([key, word]) => (within(key) ? [] : [word])).slice(0, most);
}

let worker: Worker | undefined;
let asked = 0;
let told: ((result: TriageAssessment) => void) | undefined;

/** Reads a text in a thread of its own; never settles if that thread cannot be had, or another text came after it. */
function read(input: TriageInput): Promise<TriageAssessment> {
  if (!worker) {
    worker = new Worker(new URL('./triage.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<{ id: number; result: TriageAssessment }>) => data.id === asked && told?.(data.result));
  }
  worker.postMessage({ id: ++asked, input });
  return new Promise((resolve) => (told = resolve));
}

/** From this many letters on there is something to read. */
const enough = 15;

/**
 * What triage would say to a text, a moment after the last key: in the browser, in a thread and a chunk of its own.
 * Null while there is too little to read.
 */
export function useSuggestion(text: { title: string; description: string; affected: string | null }): TriageAssessment | null {
  const [result, setResult] = useState<TriageAssessment | null>(null);
  const [reader] = useState(() => pausedReader(read, setResult));
  const key = JSON.stringify({
    title: text.title.slice(0, reportLimits.title),
    description: text.description.slice(0, reportLimits.description),
    affected: text.affected?.slice(0, reportLimits.affected) ?? null,
  });
  const tooShort = `${text.title}${text.description}`.trim().length < enough;
  useEffect(() => {
    reader.ask(tooShort ? null : (JSON.parse(key) as TriageInput));
    return () => reader.stop();
  }, [reader, key, tooShort]);
  return tooShort ? null : result;
}
