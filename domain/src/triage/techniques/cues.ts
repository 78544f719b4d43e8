import type { Span, TriageInput } from '../result.ts';
import { tokenise, type Token } from '../text.ts';

/**
 * A phrase as employees write it. Words stand for themselves, `open*` for any ending, `mail|email` for either, `MAIL`
 * for a group of words below, `~` for up to five words of the same clause between its neighbours.
 */
export type Cue = string;

/** Words that mean the same to whoever reports, with the ways they are misspelt. */
const groups: Record<string, string> = {
  MAIL: 'mail|mails|maile|email*|emial*|message*|msg|newsletter*|docusign',
  LINK: 'link*|url*|<url>|hyperlink*',
  PAGE: 'page|pages|site|website*|webpage*|form|login|portal',
  CLICKED: 'clicked|cliked|klicked|clickt|tapped|pressed|followed',
  OPENED: 'opened|opend|oppened|downloaded|ran|executed|launched|unzipped|installed|instaled|started',
  FILE: 'attachment*|attachement*|attatchment*|file|files|zip|iso|exe|doc|docx|docm|xls|xlsx|xlsm|pdf|html|spreadsheet*|excel|word|invoice|cv|setup|installer|apk',
  PASSWORD: 'password*|passwort|pasword*|passwrd*|passord*|passwd|pw|pwd|credential*|passcode*|pin|login|logins|username*',
  CODE: 'code|codes|otp|token|tan|digits|pin',
  PROMPT: 'prompt*|push|pushes|approval*|authenticator|mfa|notification*',
  CALL: 'call|called|caller|calls|phoned|rang|telephoned',
  SENT: 'send|sends|sent|sending|wrote|write|writes|written',
  NOT: "not|never|none|nobody|didn't|didnt|don't|dont|haven't|havent|wasn't|wasnt",
  STICK: 'usb*|stick|sticks|pendrive*|thumbdrive*|flashdrive*',
  ENCRYPTED: 'encrypted|encrypt|encrypts|crypted|scrambled|unreadable',
  SERVER: 'server*|database*|backup*|service*',
  MACHINE: 'pc|pcs|computer*|machine*|laptop*|notebook*|server*|terminal*|till|tills|screen|screens|desk|desks|station|stations|workstation*|tablet*|printer*|device*|phones|drives|shares',
  DATA: 'data|file|files|folder*|record*|list|lists|database*|table|rows|document*|drawing*|email*|mails|customers|contacts|spreadsheet*|excel|csv|gb|names|photos|pictures|code|export',
  MONEY: '<money>|money|payment*|transfer*|wire|euros|euro|dollars|pounds|usdt|bitcoin*|btc|crypto|k',
  ACCOUNT: 'account*|mailbox*|inbox|profile*|user|login',
  SITE: 'site|website*|webshop*|shop|portal|homepage|page|api|server*|checkout|search|endpoint|booking|system|queue|line|lines|inbox',
};

interface Item {
  words: ReadonlySet<string>;
  stems: readonly string[];
}

interface Compiled<T> {
  /** Words in order; `gap` where words may stand between this one and the one before. */
  items: readonly (Item & { gap: boolean })[];
  owner: T;
}

function itemOf(text: string): Item {
  const parts = text.split('|').flatMap((part) => (groups[part] ?? part).split('|'));
  return { words: new Set(parts.filter((part) => !part.endsWith('*'))), stems: parts.filter((part) => part.endsWith('*')).map((part) => part.slice(0, -1)) };
}

const fits = ({ words, stems }: Item, text: string): boolean => words.has(text) || stems.some((stem) => text.startsWith(stem));

const longestGap = 5;
/** The first two letters as one number, by which cues of a stem are found; no stem is shorter. */
const stemKey = (text: string): number => text.charCodeAt(0) * 0x10000 + text.charCodeAt(1);

/** Cues by their first word, so that a text is read once whatever their number. */
export interface CueIndex<T> {
  byWord: Map<string, Compiled<T>[]>;
  byStem: Map<number, Compiled<T>[]>;
}

/** Prepares cues for {@link findCues}. */
export function indexCues<T>(entries: readonly { cues: readonly Cue[]; owner: T }[]): CueIndex<T> {
  const index: CueIndex<T> = { byWord: new Map(), byStem: new Map() };
  const add = <K>(map: Map<K, Compiled<T>[]>, key: K, cue: Compiled<T>): void => void map.set(key, [...(map.get(key) ?? []), cue]);
  for (const { cues, owner } of entries) {
    for (const text of cues) {
      const parts = text.split(' ');
      const items = parts.flatMap((part, at) => (part === '~' ? [] : [{ ...itemOf(part), gap: parts[at - 1] === '~' }]));
      const cue = { items, owner };
      for (const word of items[0]!.words) add(index.byWord, word, cue);
      for (const key of new Set(items[0]!.stems.map(stemKey))) add(index.byStem, key, cue);
    }
  }
  return index;
}

/** A text as cues are looked for in it. */
export interface Words extends Pick<Span, 'field' | 'picture'> {
  whole: string;
  tokens: readonly Token[];
  /** For each word the number of its clause, which ends at a comma or before "but", "and", "so" …; a sentence's end counts twice. */
  clauses: readonly number[];
}

const sentenceEnd = /[.!?\n]/;
const clauseEnd = /[,;:()]/;
const turns = new Set(['but', 'and', 'then', 'so', 'because', 'although', 'though', 'until', 'which', 'that', 'when']);

/** Reads both fields of a report. */
export function wordsOf(input: TriageInput): Words[] {
  return [wordsIn('title', input.title), wordsIn('description', input.description)];
}

/** Reads one text. */
export function wordsIn(field: Span['field'], whole: string): Words {
  const tokens = tokenise(whole);
  let clause = 0;
  const clauses = tokens.map(({ text, start }, index) => {
    const before = tokens[index - 1];
    const between = before ? whole.slice(before.end, start) : '';
    if (sentenceEnd.test(between)) clause += 2;
    else if (before && (clauseEnd.test(between) || turns.has(text))) clause += 1;
    return clause;
  });
  return { field, whole, tokens, clauses };
}

const negations = new Set(
  "not no never nobody none nothing without neither nor didn't didnt don't dont doesn't doesnt haven't havent hasn't hasnt wasn't wasnt isn't isnt weren't werent won't wont wouldn't couldn't couldnt before almost nearly refused refuse declined instead if whether unless untouched".split(' '),
);
/** "not only", "not sure", "no other" deny nothing. */
const softening = new Set('only just sure certain other one idea doubt'.split(' '));
const negationReach = 4;

function deniesAt({ tokens }: Words, index: number): boolean {
  return negations.has(tokens[index]!.text) && !softening.has(tokens[index + 1]?.text ?? '');
}

/** Whether words are denied: "did not", "nobody", "before" shortly before them in their clause, or between them. */
function isDenied(words: Words, first: number, between: readonly number[]): boolean {
  for (let index = first - 1; index >= Math.max(0, first - negationReach) && words.clauses[index] === words.clauses[first]; index--) {
    if (deniesAt(words, index)) return true;
  }
  return between.some((index) => deniesAt(words, index));
}

/** Where the rest of a cue stands whose first word is that of `first`; null when it does not. */
function follow<T>({ items }: Compiled<T>, { tokens, clauses }: Words, first: number): { last: number; between: number[] } | null {
  let at = first;
  const between: number[] = [];
  for (let place = 1; place < items.length; place++) {
    const item = items[place]!;
    const furthest = Math.min(tokens.length - 1, at + 1 + (item.gap ? longestGap : 0));
    let next = at + 1;
    while (next <= furthest && !(clauses[next]! - clauses[at]! <= 1 && fits(item, tokens[next]!.text))) next += 1;
    if (next > furthest) return null;
    for (let index = at + 1; index < next; index++) between.push(index);
    at = next;
  }
  return { last: at, between };
}

export interface Found<T> extends Span {
  owner: T;
  text: string;
}

/**
 * Where cues stand in a report, denied ones left out; in the order of the text. Linear in its length.
 * @param each every place of an owner, or the first one only, which takes less time
 */
export function findCues<T>(index: CueIndex<T>, fields: readonly Words[], each: 'every' | 'first' = 'every'): Found<T>[] {
  const found: Found<T>[] = [];
  const done = new Set<T>();
  for (const words of fields) {
    const look = (cue: Compiled<T>, first: number): void => {
      if (done.has(cue.owner)) return;
      const match = follow(cue, words, first);
      if (!match || isDenied(words, first, match.between)) return;
      if (each === 'first') done.add(cue.owner);
      const { start } = words.tokens[first]!;
      const { end } = words.tokens[match.last]!;
      found.push({ owner: cue.owner, field: words.field, ...(words.picture !== undefined && { picture: words.picture }), start, end, text: words.whole.slice(start, end) });
    };
    words.tokens.forEach(({ text }, first) => {
      for (const cue of index.byWord.get(text) ?? []) look(cue, first);
      for (const cue of index.byStem.get(stemKey(text)) ?? []) {
        // Begins with the word itself as well: looked for already.
        const begins = cue.items[0]!;
        if (!begins.words.has(text) && fits(begins, text)) look(cue, first);
      }
    });
  }
  return found;
}
