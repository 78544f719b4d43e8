/** What a text names exactly: hosts, names and endings of files, numbers; with how much it says that two texts hold it. */
export type Identifiers = ReadonlyMap<string, number>;

/** Endings that say nothing of an event. */
const usualEndings = new Set('com net org pdf html htm doc docx xls xlsx csv zip exe txt iso jpg png'.split(' '));

/** Of a host, the name of a file, or the odd ending of encrypted files. */
const ofName = 2;
/** Of a number by its digits: short ones are shared by chance. */
const ofNumber = [0, 0.4, 0.8, 1.3, 1.8];

/**
 * Finds what a text names exactly. A number is known by its digits, however they are parted: "48,500" is "48.500", and
 * "MSKU771" is "MSKU 771". Takes time in proportion to the text.
 */
export function identifiersOf(text: string): Identifiers {
  const found = new Map<string, number>();
  for (const piece of text.toLowerCase().split(/[^a-z0-9.,:@_-]+/)) {
    const ending = piece.startsWith('.') ? trimmed(piece) : '';
    const name = trimmed(piece.slice(piece.lastIndexOf('@') + 1));
    if (/^[a-z0-9]{3,8}$/.test(ending) && !usualEndings.has(ending)) found.set(`.${ending}`, ofName);
    else if (isName(name)) found.set(name, ofName);
    else {
      const digits = name.replace(/\D/g, '') + (/^\d+k$/.test(name) ? '000' : '');
      if (digits) found.set(digits, ofNumber[Math.min(digits.length, ofNumber.length - 1)]!);
    }
  }
  return found;
}

/** A host or a file: parted by points, and letters behind the last. */
function isName(piece: string): boolean {
  const point = piece.lastIndexOf('.');
  return point > 0 && /^[a-z]{2,}$/.test(piece.slice(point + 1)) && /[a-z]/.test(piece.slice(0, point));
}

const edge = new Set('.,:_-');

/** Without the points and strokes at its ends; a pattern could take long over many of them. */
function trimmed(piece: string): string {
  let [start, end] = [0, piece.length];
  while (start < end && edge.has(piece[start]!)) start++;
  while (end > start && edge.has(piece[end - 1]!)) end--;
  return piece.slice(start, end);
}

/** More shared identifiers than this say no more. */
const mostTelling = 2;

/** How much it says that two texts name the same exactly. */
export function sharedIdentifiers(one: Identifiers, other: Identifiers): number {
  let sum = 0;
  for (const [name, weight] of one) if (other.has(name)) sum += weight;
  return Math.min(sum, mostTelling);
}
