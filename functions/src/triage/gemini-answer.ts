import { categories, severities } from '@secura/domain/incidents/vocabulary';
import { cutText, wellFormed } from '@secura/domain/platform/clean';
import type { Opinion, PictureText, TriageAssessment, TriageInput } from '@secura/domain/triage/result';
import { z } from 'zod';
import { ProviderFailure } from '../platform/provider/failure.ts';

const share = z.number().min(0).max(1);
const Answer = z.object({
  quotes: z.array(z.string()),
  category: z.enum(categories),
  confidence: share,
  alternatives: z.array(z.object({ category: z.enum(categories), confidence: share })),
  severity: z.enum(severities),
  pictures: z.array(z.object({ description: z.string(), text: z.string() })).default([]),
});

const mostQuotes = 6;
const mostAlternatives = 2;
const shortestQuote = 3;
const longestQuote = 200;
const longestDescription = 500;
const longestPictureText = 4000;

/** The prompt asks for a form, and the API promises it; what comes is still held against it. */
export function readAnswer(text: string): z.output<typeof Answer> {
  try {
    return Answer.parse(JSON.parse(text));
  } catch (cause) {
    throw new ProviderFailure('invalid', 'The answer has not the form that was asked for.', { cause });
  }
}

/** An answer as an opinion: only quotes that stand in the report, or were read in a picture here too, count, and what is shown has bounds. */
export function toOpinion(answer: z.output<typeof Answer>, input: TriageInput, model: string, pictures: readonly PictureText[] = []): Opinion {
  const { category, confidence, alternatives, severity, quotes } = answer;
  const named = new Map(alternatives.filter((other) => other.category !== category).map((other) => [other.category, other.confidence]));
  return {
    provider: 'gemini',
    model,
    category,
    confidence,
    severity,
    alternatives: [...named].map(([other, chance]) => ({ category: other, confidence: chance })).sort((a, b) => b.confidence - a.confidence).slice(0, mostAlternatives),
    quotes: [...new Set(quotes.map((quote) => quote.trim()))].flatMap((quote) => locate(quote, input, pictures) ?? []).slice(0, mostQuotes),
  };
}

/** What was seen in the pictures that were sent, cut to size. */
export function toPictures(answer: z.output<typeof Answer>, sent: readonly PictureText[]): NonNullable<TriageAssessment['pictures']> {
  return answer.pictures.slice(0, sent.length).map(({ description, text }, index) => ({ name: sent[index]!.name, description: cutText(wellFormed(description), longestDescription), text: cutText(wellFormed(text), longestPictureText) }));
}

function locate(quote: string, input: TriageInput, pictures: readonly PictureText[]): Opinion['quotes'][number] | null {
  if (quote.length < shortestQuote || quote.length > longestQuote || wellFormed(quote) !== quote) return null;
  for (const field of ['title', 'description', 'affected'] as const) {
    const start = (input[field] ?? '').indexOf(quote);
    if (start !== -1) return { field, start, end: start + quote.length, text: quote };
  }
  for (const { name, text } of pictures) {
    const start = text.indexOf(quote);
    if (start !== -1) return { field: 'picture', picture: name, start, end: start + quote.length, text: quote };
  }
  return null;
}
