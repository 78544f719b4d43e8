import { commonWords } from './common-words.ts';

export interface Strength {
  /** 0 far too weak … 4 strong. */
  score: 0 | 1 | 2 | 3 | 4;
  /** Decimal logarithm of the guesses that a well-informed attacker needs. */
  guesses: number;
  /** What to do about it; empty when nothing needs doing. */
  advice: string;
}

export const passwordBounds = { min: 12, max: 128 } as const;

interface Match {
  end: number;
  guesses: number;
  kind: 'word' | 'sequence' | 'repeat' | 'year' | 'personal';
}

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm', 'azertyuiop', '1234567890', 'abcdefghijklmnopqrstuvwxyz', '1qaz2wsx3edc4rfv5tgb'];
const paths = rows.flatMap((row) => [row, [...row].reverse().join('')]);
const leet: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '@': 'a', $: 's', '!': 'i', '+': 't', '|': 'l' };
const ranks = new Map(commonWords.map((word, index) => [word, index + 1]));

const plain = (text: string) => [...text.toLowerCase()].map((char) => leet[char] ?? char).join('');

function wordsOf(inputs: readonly string[]): string[] {
  return inputs.flatMap((input) => input.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 3);
}

// Capitals and signs in place of letters cost an attacker a few tries more, not a new alphabet.
function disguise(piece: string): number {
  let factor = 0;
  if (/\p{Lu}/u.test(piece)) factor += /^\p{Lu}\P{Lu}*$/u.test(piece) ? 0.3 : 0.8;
  if (plain(piece) !== piece.toLowerCase()) factor += 0.6;
  return factor;
}

function matchesFrom(password: string, start: number, personal: ReadonlySet<string>): Match[] {
  const found: Match[] = [];
  const lower = password.toLowerCase();
  for (let end = start + 3; end <= Math.min(password.length, start + 24); end++) {
    const piece = password.slice(start, end);
    const word = plain(piece);
    const rank = ranks.get(piece.toLowerCase()) ?? ranks.get(word);
    if (personal.has(word) || personal.has(piece.toLowerCase())) found.push({ end, guesses: 0.7 + disguise(piece), kind: 'personal' });
    else if (rank) found.push({ end, guesses: Math.log10(rank + 9) + disguise(piece), kind: 'word' });
    if (paths.some((path) => path.includes(lower.slice(start, end)))) found.push({ end, guesses: 1.2 + Math.log10(end - start), kind: 'sequence' });
    if (/^(19|20)\d\d$/.test(piece)) found.push({ end, guesses: 2, kind: 'year' });
  }
  for (let size = 1; size <= 8; size++) {
    const unit = lower.slice(start, start + size);
    let end = start + size;
    while (unit && lower.startsWith(unit, end)) end += size;
    const times = (end - start) / size;
    if (times >= 3 || (times === 2 && size >= 3)) {
      const inner = size >= 3 ? Math.min(size * 1.2, 4) : size;
      found.push({ end, guesses: inner + Math.log10(times), kind: 'repeat' });
    }
  }
  return found;
}

/** The cheapest way to put the password together out of words, sequences, repeats and single signs. */
function cheapest(password: string, personal: ReadonlySet<string>): { guesses: number; kinds: Set<Match['kind']> } {
  const best: { guesses: number; parts: number; kinds: Set<Match['kind']> }[] = [{ guesses: 0, parts: 0, kinds: new Set() }];
  const offer = (end: number, next: { guesses: number; parts: number; kinds: Set<Match['kind']> }) => {
    const known = best[end];
    if (!known || next.guesses < known.guesses) best[end] = next;
  };
  for (let start = 0; start < password.length; start++) {
    const here = best[start];
    if (!here) continue;
    // A sign of its own: the size of its alphabet, rounded down to what attackers try first.
    const sign = password[start] ?? '';
    const cost = /\d/.test(sign) ? 1 : /\p{Ll}/u.test(sign) ? 1.2 : 1.4;
    offer(start + 1, { guesses: here.guesses + cost, parts: here.parts, kinds: here.kinds });
    for (const match of matchesFrom(password, start, personal)) {
      offer(match.end, { guesses: here.guesses + match.guesses + 0.15 * here.parts, parts: here.parts + 1, kinds: new Set([...here.kinds, match.kind]) });
    }
  }
  const { guesses = 0, kinds = new Set<Match['kind']>() } = best[password.length] ?? {};
  return { guesses, kinds };
}

const reasons: Record<Match['kind'], string> = {
  personal: 'Leave out your name, address and department.',
  repeat: 'Repeating parts adds little.',
  sequence: 'Avoid runs of neighbouring keys such as “qwerty” or “1234”.',
  word: 'Common words are tried first: put several unrelated ones together.',
  year: 'Years are easy to guess.',
};
const order: Match['kind'][] = ['personal', 'repeat', 'sequence', 'word', 'year'];

/**
 * Rates a password by how an attacker would build it, not by which signs it has.
 * @param personal name, e-mail address and the like: what an attacker knows of this person
 */
export function rateStrength(password: string, personal: readonly string[] = []): Strength {
  // Long enough is long enough; the search stays short whatever is pasted.
  const { guesses, kinds } = cheapest(password.slice(0, 64), new Set(wordsOf(personal)));
  const bound = [4, 7.5, 10, 12.5].findIndex((limit) => guesses < limit);
  const score = (bound < 0 ? 4 : bound) as Strength['score'];
  const short = password.length < passwordBounds.min;
  const reason = order.find((kind) => kinds.has(kind));
  if (short) return { score: Math.min(score, 1) as Strength['score'], guesses, advice: `Use at least ${passwordBounds.min} characters: a few words make a good password.` };
  return { score, guesses, advice: score >= 3 ? '' : reason ? reasons[reason] : 'Make it longer: another word or two.' };
}
