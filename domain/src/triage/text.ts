/** A word of a text as it is compared, with its place in the original as half-open offsets in UTF-16 units. */
export interface Token {
  text: string;
  start: number;
  end: number;
}

/** Longer texts are read up to here; forms allow less. */
const longest = 12_000;
const longestWord = 30;

/** Zero-width, bidirectional and filling characters: nobody sees them, so they part no word. */
const invisible = /\p{Default_Ignorable_Code_Point}/u;
/** Cyrillic and Greek letters that look like Latin ones. */
const lookalikes = new Map([...'аaеeоoрpсcуyхxіiјjѕsԁdһhԛqԝwαaοoνvρpτtιiκk'].flatMap((letter, index, all) => (index % 2 === 0 ? [[letter, all[index + 1]!]] : [])));

interface Folded {
  folded: string;
  /** For each of its units where in the text the character begins that it came from, and where that one ends with its accents. */
  origin: number[];
  ends: number[];
}

/** The text in lower case without accents and disguises. */
function fold(text: string): Folded {
  let folded = '';
  const origin: number[] = [];
  const ends: number[] = [];
  for (let place = 0; place < text.length; ) {
    const letter = String.fromCodePoint(text.codePointAt(place)!);
    if (letter < '\u0080') {
      folded += letter.toLowerCase();
      origin.push(place);
      ends.push(place + 1);
    } else if (!invisible.test(letter)) {
      const parts = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
      if (parts === '' && ends.length > 0 && ends.at(-1) === place) ends[ends.length - 1] = place + letter.length;
      for (const part of parts) {
        const plain = lookalikes.get(part) ?? (part === '’' || part === '‘' ? "'" : part);
        folded += plain;
        for (let unit = 0; unit < plain.length; unit++) {
          origin.push(place);
          ends.push(place + letter.length);
        }
      }
    }
    place += letter.length;
  }
  return { folded: withoutLeet(folded), origin, ends };
}

const pattern =
  /(?:https?|hxxps?):\/\/\S+|www\.\S+|[a-z0-9._+-]{1,64}@[a-z0-9-]{1,64}(?:\.[a-z0-9-]{1,64}){1,6}|(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)|[$€£] ?\d[\d.,]*|\p{L}+(?:'\p{L}+)?|\d[\d.,:]*/gu;

/** A word as it is; addresses, amounts and numbers by what they are, since each is another. */
function kindOf(raw: string): string {
  if (/^(?:https?|hxxps?):|^www\./.test(raw)) return '<url>';
  if (raw.includes('@')) return '<mail>';
  if (/^[$€£]/.test(raw)) return '<money>';
  if (!/^\d/.test(raw)) return raw.slice(0, longestWord).replace(/'s$/, '');
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(raw)) return '<ip>';
  const number = Number(raw.replace(/[,:]/g, ''));
  return number >= 1000 ? '<thousands>' : number >= 100 ? '<hundreds>' : '<number>';
}

const digitLetters = new Map([...'0o1i3e4a5s7t'].flatMap((digit, index, all) => (index % 2 === 0 ? [[digit, all[index + 1]!]] : [])));
const mixed = /(?<![\p{L}\p{N}])(?:\p{L}{1,20}[013457]|[013457]\p{L})[\p{L}013457]{0,30}(?![\p{L}\p{N}])/gu;
/** In an ordinary text fewer words than this part mix letters and digits. */
const mostMixed = 0.25;

/** Digits that stand for letters, where a whole text is written so. */
function withoutLeet(folded: string): string {
  const found = folded.match(mixed)?.length ?? 0;
  if (found < 4 || found / (folded.match(/[\p{L}\p{N}]+/gu)?.length ?? 1) < mostMixed) return folded;
  return folded.replace(mixed, (word) => [...word].map((letter) => digitLetters.get(letter) ?? letter).join(''));
}

/** The words of a text in order. Linear in its length. */
export function tokenise(text: string): Token[] {
  const { folded, origin, ends } = fold(text.slice(0, longest));
  return [...folded.matchAll(pattern)].map((match) => ({
    text: kindOf(match[0]),
    start: origin[match.index]!,
    end: ends[match.index + match[0].length - 1]!,
  }));
}
