import { reportLimits } from '@secura/domain/incidents/report-limits';
import type { TriageInput, TriageAssessment } from '@secura/domain/triage/result';
import { useEffect, useState } from 'react';

export type Certainty = 'likely' | 'possible' | 'unclear';

/** How sure the suggestion is, in a word; the figure itself would claim more than it knows. */
export function certaintyOf({ category, confidence }: Pick<TriageAssessment, 'category' | 'confidence'>): Certainty {
  if (category === 'other') return 'unclear';
  if (confidence >= 0.8) return 'likely';
  return confidence >= 0.55 ? 'possible' : 'unclear';
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

/** Reads a text in a thread of its own; never settles if that thread cannot be had. */
function read(input: TriageInput): Promise<TriageAssessment> {
  worker ??= new Worker(new URL('./triage.worker.ts', import.meta.url), { type: 'module' });
  const thread = worker;
  const id = ++asked;
  return new Promise((resolve) => {
    thread.addEventListener('message', function answer({ data }: MessageEvent<{ id: number; result: TriageAssessment }>) {
      if (data.id !== id) return;
      thread.removeEventListener('message', answer);
      resolve(data.result);
    });
    thread.postMessage({ id, input });
  });
}

/** From this many letters on there is something to read. */
const enough = 15;
const pause = 400;

/**
 * What triage would say to a text, a moment after the last key: in the browser, in a thread and a chunk of its own.
 * Null while there is too little to read.
 */
export function useSuggestion(text: { title: string; description: string; affected: string | null }): TriageAssessment | null {
  const [result, setResult] = useState<TriageAssessment | null>(null);
  const key = JSON.stringify({
    title: text.title.slice(0, reportLimits.title),
    description: text.description.slice(0, reportLimits.description),
    affected: text.affected?.slice(0, reportLimits.affected) ?? null,
  });
  const tooShort = `${text.title}${text.description}`.trim().length < enough;
  useEffect(() => {
    let outdated = false;
    const timer = setTimeout(() => {
      if (tooShort) setResult(null);
      else void read(JSON.parse(key) as TriageInput).then((answer) => !outdated && setResult(answer));
    }, pause);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [key, tooShort]);
  return tooShort ? null : result;
}
