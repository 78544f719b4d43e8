import { cleanText } from '../platform/clean.ts';

/** What a machine reads in a picture. It misreads letters, and what it reads may be an attacker's words. */
export interface Reading {
  state: 'waiting' | 'done' | 'failed';
  /** How often it had to be asked for again, since a reading broke off. */
  attempts: number;
  /** Lines in order; empty where the picture says nothing that could be read. */
  text: string;
  /** Whether there was more text than is kept. */
  cut: boolean;
  /** How sure the reader was of its letters on average, 0 to 1; null where there is no text. */
  confidence: number | null;
  /** Who read it, in the words that the screen shows. */
  reader: string | null;
}

export const toBeRead: Reading = { state: 'waiting', attempts: 0, text: '', cut: false, confidence: null, reader: null };

/** How long one reading may take before it counts as killed, in ms. */
export const readingLeaseMs = 240_000;
export const mostReadings = 5;

/** A screenful has some 3,000 letters. */
const longestText = 8000;
/** Lines that the reader is less sure of are patterns that it took for letters. */
const leastConfidence = 0.5;
/** Fewer words say nothing: a logo, a button, a crease. */
const fewestWords = 3;

/** Whether a change of a file's record asks for a reading: its check has just ended, or it is asked for again. */
export function asksForReading(before: Reading | null, after: Reading | null): boolean {
  return after?.state === 'waiting' && (before === null || before.attempts !== after.attempts);
}

/** A line as it was read, with how sure the reader was, 0 to 1. */
export interface ReadLine {
  text: string;
  confidence: number;
}

/** What is kept of the lines that were read in a picture: clean, bounded, without what is likely no writing. */
export function keptOf(lines: readonly ReadLine[]): Pick<Reading, 'text' | 'cut' | 'confidence'> {
  const sure = lines.filter(({ confidence }) => confidence >= leastConfidence).map(({ text, confidence }) => ({ text: cleanText(text.slice(0, longestText)), confidence })).filter(({ text }) => text !== '');
  const whole = sure.map(({ text }) => text).join('\n');
  const words = whole.match(/\p{L}{2,}/gu) ?? [];
  if (words.length < fewestWords) return { text: '', cut: false, confidence: null };
  const letters = sure.reduce((sum, { text }) => sum + text.length, 0);
  const confidence = sure.reduce((sum, line) => sum + line.confidence * line.text.length, 0) / letters;
  // Cut between code points.
  return { text: cleanText(whole.slice(0, longestText)), cut: whole.length > longestText, confidence: Math.round(confidence * 100) / 100 };
}
