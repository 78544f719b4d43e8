import { tokenise } from '../triage/text.ts';
import { synonymRows } from './synonym-rows.ts';
import { stemOf, type WordTable } from './word-table.ts';
import { plainWords } from './words.ts';

/** A row of synonyms that a text touches. */
interface Notion {
  /** Of the row in ordinary reports, by whatever word. */
  rarity: number;
  /** What the text uses of it: stems, and how they are written where they stand first. */
  words: ReadonlyMap<string, string>;
}

/** What a report speaks of, by the places of the rows. */
export type Notions = ReadonlyMap<number, Notion>;

const rows = synonymRows.map((members) => members.map((phrase) => tokenise(phrase).map(({ text }) => text)));

/** By first stem: the phrase, and the row that it stands in. */
const byStem = new Map<string, { stems: readonly string[]; row: number }[]>();
for (const [row, phrases] of rows.entries()) {
  for (const stems of phrases.map((words) => words.map(stemOf))) byStem.set(stems[0]!, [...(byStem.get(stems[0]!) ?? []), { stems, row }]);
}

const raritiesOf = new WeakMap<WordTable, readonly number[]>();

/** How rare each row is: at most as usual as its words together. */
function rarities(table: WordTable): readonly number[] {
  const known = raritiesOf.get(table) ?? rows.map((phrases) => -Math.log(Math.min(1, phrases.reduce((sum, words) => sum + Math.exp(-words.reduce((rarity, word) => rarity + table.lookUp(word).rarity, 0)), 0))));
  raritiesOf.set(table, known);
  return known;
}

/** The rows that a text touches. Takes time in proportion to it. */
export function notionsOf(text: string, table: WordTable): Notions {
  const words = tokenise(text).map(({ text: word, start, end }) => ({ plain: plainWords.has(word), stem: stemOf(word), start, end }));
  const found = new Map<number, { rarity: number; words: Map<string, string> }>();
  for (const [place, { plain, stem, start }] of words.entries()) {
    for (const { stems, row } of byStem.get(stem) ?? []) {
      if ((plain && stems.length === 1) || stems.some((part, offset) => words[place + offset]?.stem !== part)) continue;
      const notion = found.get(row) ?? { rarity: rarities(table)[row]!, words: new Map() };
      const phrase = stems.join(' ');
      if (!notion.words.has(phrase)) notion.words.set(phrase, text.slice(start, words[place + stems.length - 1]!.end));
      found.set(row, notion);
    }
  }
  return found;
}

/** What two reports name by different words. */
interface SharedNotion {
  rarity: number;
  /** How the one writes it, and how the other. */
  written: [one: string, other: string];
}

/** Rows of which two reports use different words; what both name by one word is not among them. */
export function sharedNotions(one: Notions, other: Notions): SharedNotion[] {
  return [...one].flatMap(([row, { rarity, words }]) => {
    const theirs = other.get(row)?.words;
    if (!theirs || [...words.keys()].some((phrase) => theirs.has(phrase))) return [];
    return [{ rarity, written: [[...words.values()][0]!, [...theirs.values()][0]!] }];
  });
}
