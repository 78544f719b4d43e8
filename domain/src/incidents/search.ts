import { cutText } from '../platform/clean.ts';

const wordPattern = /[\p{L}\p{N}]+(?:[-_.@][\p{L}\p{N}]+)*/gu;
const tokenLimit = 200;
const pictureWordLimit = 200;

/** Lower-case words of a text, in order, without accents; `INC-2026-0047` stays one word. */
export function searchWords(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(wordPattern) ?? [];
}

/**
 * What a search finds an incident by: its number in full and in digits, the words of the title with every
 * beginning of three letters or more, the words of the description, at most 200, the title's first; and the words of its pictures.
 */
export function searchTokens(incident: { number: string | null; title: string; description: string; pictureWords?: readonly string[] }): string[] {
  const tokens = new Set<string>();
  if (incident.number) {
    const number = incident.number.toLowerCase();
    const digits = number.split('-').at(-1) ?? '';
    tokens.add(number).add(digits).add(String(Number(digits)));
  }
  for (const word of searchWords(incident.title)) {
    if (word.length < 2) continue;
    tokens.add(cutText(word, 40));
    for (let length = 3; length < Math.min(word.length, 12); length++) tokens.add(cutText(word, length));
  }
  for (const word of searchWords(incident.description)) {
    if (tokens.size >= tokenLimit) break;
    if (word.length >= 2) tokens.add(cutText(word, 40));
  }
  return [...new Set([...[...tokens].slice(0, tokenLimit), ...(incident.pictureWords ?? [])])];
}

/** The words that an incident is found by when they were read in its pictures: each once, at most 200. */
export function pictureWords(texts: readonly string[]): string[] {
  const words = new Set(texts.flatMap(searchWords).filter((word) => word.length >= 2).map((word) => cutText(word, 40)));
  return [...words].slice(0, pictureWordLimit);
}

/**
 * What a person typed, as words. Firestore can look for one, `lookup`: the longest is the rarest guess. The others are
 * matched on what comes back. One letter says nothing yet; one digit is an incident's number.
 */
export function searchTerms(typed: string): { lookup: string; words: string[] } | null {
  const words = searchWords(typed).filter((word) => word.length >= 2 || /\p{N}/u.test(word)).map((word) => cutText(word, 40));
  if (words.length === 0) return null;
  const lookup = words.reduce((longest, word) => (word.length > longest.length ? word : longest));
  return { lookup, words };
}
