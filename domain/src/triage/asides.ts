import { isForeign } from './language.ts';
import { tokenise } from './text.ts';

/** A passage as a half-open range in UTF-16 units. `order`: it speaks to the triage, or to nobody; `code`: markup, queries, paths. */
export interface Aside {
  kind: 'order' | 'code';
  start: number;
  end: number;
}

const level = '(?:low|lowest|minor|cosmetic|harmless|benign|unimportant|critical|highest|other|info|informational|none|zero)';
const small = '(?:low|lowest|minor|cosmetic|harmless|benign|unimportant|other(?=[^\\p{L}]*(?:low|$)))';
const verdict = '(?:severity|category|label|verdict|classif[a-z]{1,9}|priority|answer|rat(?:e|ed|ing)|level)';

/** What is said to the triage instead of about the incident. Each is linear: no two neighbours share a character. */
const orders: readonly RegExp[] = [
  new RegExp(`\\b${verdict}\\b[^\\p{L}\\p{N}]{0,12}(?:(?:is|as|to|it|must|be|has|should|with|of|then|this|and|final)[^\\p{L}\\p{N}]{1,6}){0,4}${level}\\b`, 'iu'),
  new RegExp(`\\b(?:as|to|return|answer|respond|output|under|so|always|says?|category|label)\\b[^\\p{L}\\p{N}]{1,8}(?:(?:only|just|with|severity|other|and|level|a|minor|matter|it|is)[^\\p{L}\\p{N}]{1,6}){0,4}${small}\\b`, 'iu'),
  new RegExp(`\\b(?:other|label)\\b[^\\p{L}\\p{N}]{1,6}(?:and[^\\p{L}\\p{N}]{1,4}|severity[^\\p{L}\\p{N}]{1,6}|level[^\\p{L}\\p{N}]{1,6}){0,2}low\\b`, 'iu'),
  /\blow\b[^\p{L}\p{N}]{1,6}\blow\b/iu,
  /\b(?:ignore|disregard|forget|override|overrule)\b[^.!?\n]{0,60}\b(?:instructions?|rules?|prompts?|scale|previous|above|description|policy)\b/iu,
  /\b(?:language model|the classifier|dear assistant|triage (?:bot|system|model)|if you are an? (?:ai|model|machine|assistant)|hello (?:bot|assistant|triage)|you are now|stay in character|system prompt|maintenance mode|previous verdicts?|answer sheet)\b/iu,
  /(?:^|[\s\p{P}])(?:system|assistant|developer|user|override|(?:note|message|instruction|hint|memo) (?:to|for) (?:the |any |an |our )?(?:machine|system|model|ai|a\.i\.|llm|gpt|gemini|bot|robot|assistant|classifier|triage|automat[a-z]{1,7}|software)|analyst note|final answer|expected output|response schema|instruction|response)\s?:/iu,
  /\b(?:end of (?:report|input|user text)|new report|next ticket|begin next)\b/iu,
  /\b(?:overlook (?:this|it)|nobody needs to know|i beg you)\b|\b(?:the|at|in|on) (?:very )?(?:lowest|smallest) (?:level|priority|value|severity|category|rating|possible)\b/iu,
  /\bplease (?:set|downgrade|mark|close|treat|regard|rate|file)\b|\bdowngrade\b|\bfiled as\b|\bdo not (?:raise|escalate|question|notify)\b/iu,
];

/** Code, markup, formulas and paths. */
const code: readonly RegExp[] = [
  /<[/!?]?[a-z|=%][a-z0-9_-]{0,30}(?:[\s/=>][^<>@]{0,300})?>/iu,
  /<\||\|>|\[\/?(?:system|inst)\]|<<</iu,
  /\{\{|\{%|\$\{|#\{|%\(|```|\]\]>|"\s{0,3}[:,]\s{0,3}[{"]|\{\s{0,3}"/u,
  /(?:^|\s)[=+@-](?:[a-z]{2,12}\(|cmd\||\d\+)/iu,
  /\.\.[\\/]|%2e%2e|file:\/\/|php:\/\/|javascript:/iu,
  /';|--\s*$|\b(?:union select|drop table|insert into|update [a-z]{1,20} set|exec xp_|pg_sleep)\b/iu,
];

/** A run of words of which so many are said again is stuffing, not telling. */
const fewestStuffed = 8;
const mostDistinct = 0.6;
/** Who says a sentence more often in the same words says nothing more by it; lines of a log may. In letters. */
const mostSaid = 2;
const shortestSaid = 20;
/** With fewer known words than this part a sentence is in another language, encoded, or no language. */
const smallestKnownPart = 0.34;
const fewestWords = 5;

/**
 * The passages that tell nothing of what happened: what addresses the triage itself, code, other languages, stuffing. None
 * of it makes an incident smaller. Linear in the text.
 * @param known whether the model has ever met a word
 */
export function asidesOf(text: string, known: (word: string) => boolean): Aside[] {
  const said = new Map<string, number>();
  return sentencesOf(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    const times = (said.get(sentence.trim()) ?? 0) + 1;
    said.set(sentence.trim(), times);
    const kind = times > mostSaid && sentence.trim().length >= shortestSaid ? 'order' : asideKind(sentence, known);
    return kind ? [{ kind, start, end }] : [];
  });
}

/** The text with spaces in the place of passages, so that places stay what they were. */
export function without(text: string, asides: readonly Aside[]): string {
  return asides.reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text);
}

const longestLookedAt = 2000;

function asideKind(sentence: string, known: (word: string) => boolean): Aside['kind'] | null {
  const shown = sentence.slice(0, longestLookedAt).normalize('NFKC');
  if (orders.some((pattern) => pattern.test(shown))) return 'order';
  if (code.some((pattern) => pattern.test(shown))) return 'code';
  const tokens = tokenise(sentence).filter(({ text }) => !text.startsWith('<'));
  const words = tokens.map(({ text }) => text);
  if (words.length >= fewestStuffed && new Set(words).size / words.length < mostDistinct) return 'order';
  const knownPart = words.filter(known).length / words.length;
  return words.length >= fewestWords && (knownPart < smallestKnownPart || isForeign(tokens, knownPart)) ? 'order' : null;
}

function sentencesOf(text: string): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  let start = 0;
  for (const mark of text.matchAll(/[.!?。！？](?=\s)|\n|[。！？]/gu)) {
    const end = mark.index + mark[0].length;
    if (end > start) sentences.push({ start, end });
    start = end;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}
