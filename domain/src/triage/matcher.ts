import type { Span, TriageInput } from './result.ts';
import { fold } from './text.ts';

interface Match extends Span {
  text: string;
}

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `click*` → the stem with any ending; `email*~click*` → both within six words of one sentence. Linear in the text. */
function toPattern(phrase: string): RegExp {
  const part = (words: string): string =>
    words
      .split(' ')
      .map((word) => (word.endsWith('*') ? `${escape(word.slice(0, -1))}[\\p{L}\\p{N}'-]{0,20}` : escape(word)))
      .join('[ \\n]{1,3}');
  // Separators and letters share no character: with one in both a text of hyphens would be tried in every way.
  const gap = "(?:[ \\n,;:\"]{1,3}[\\p{L}\\p{N}'-]{1,30}){0,6}[ \\n,;:\"]{1,3}";
  const body = phrase.split('~').map(part).join(gap);
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'giu');
}

const patterns = new Map<string, RegExp>();

function patternOf(phrase: string): RegExp {
  let pattern = patterns.get(phrase);
  if (!pattern) patterns.set(phrase, (pattern = toPattern(phrase)));
  return pattern;
}

/** Lines that quote somebody else (`>` in mails): what an attacker wrote proves nothing about the damage. */
export function withoutQuotes(text: string): string {
  return text.replace(/^>.*$/gm, (quoted) => ' '.repeat(quoted.length));
}

interface Folded extends ReturnType<typeof fold> {
  field: Span['field'];
  whole: string;
}

const foldedInputs = new WeakMap<TriageInput, Folded[]>();

/** Many phrases are looked for in one report. */
function foldedOf(input: TriageInput): Folded[] {
  let texts = foldedInputs.get(input);
  if (!texts) foldedInputs.set(input, (texts = (['title', 'description'] as const).map((field) => ({ field, whole: input[field], ...fold(input[field]) }))));
  return texts;
}

/** Where the first of these phrases that occurs stands; `*` at an end takes any ending, `~` any few words between. */
export function findPhrase(input: TriageInput, phrases: readonly string[]): Match | null {
  for (const phrase of phrases) {
    for (const { field, whole, folded, origin } of foldedOf(input)) {
      const pattern = patternOf(phrase);
      pattern.lastIndex = 0;
      const match = pattern.exec(folded);
      if (!match) continue;
      const [start, end] = [origin[match.index]!, origin[match.index + match[0].length - 1]! + 1];
      return { field, start, end, text: whole.slice(start, end) };
    }
  }
  return null;
}
