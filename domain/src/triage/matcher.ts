import type { Span, TriageInput } from './result.ts';

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

/** Where the first of these phrases that occurs stands; `*` at an end takes any ending, `~` any few words between. */
export function findPhrase(input: TriageInput, phrases: readonly string[]): Match | null {
  for (const phrase of phrases) {
    for (const field of ['title', 'description'] as const) {
      const pattern = patternOf(phrase);
      pattern.lastIndex = 0;
      const match = pattern.exec(input[field]);
      if (!match) continue;
      return { field, start: match.index, end: match.index + match[0].length, text: match[0] };
    }
  }
  return null;
}
