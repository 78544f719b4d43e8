import type { Span, TriageInput } from './result.ts';

/** A word or phrase with its weight; `*` at the end takes any ending, `~` any few words between. */
export type Cue = readonly [phrase: string, weight: number];

export interface Match extends Span {
  text: string;
  phrase: string;
  weight: number;
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

/** The first place of every cue that occurs, at most one a phrase: saying a thing twice does not make it truer. */
export function findCues(input: TriageInput, list: readonly Cue[]): Match[] {
  const found: Match[] = [];
  for (const [phrase, weight] of list) {
    for (const field of ['title', 'description'] as const) {
      const pattern = patternOf(phrase);
      pattern.lastIndex = 0;
      const match = pattern.exec(input[field]);
      if (!match) continue;
      found.push({ field, start: match.index, end: match.index + match[0].length, text: match[0], phrase, weight });
      break;
    }
  }
  return found;
}
