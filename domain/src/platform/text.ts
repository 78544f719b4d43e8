import { z } from 'zod';
import { cleanText } from './clean.ts';

// Lengths are checked behind a pipe throughout: zod compares the length of whatever came, even after
// the type was refused, and throws when that "length" is an object that is no number.

/** A cleaned text of one or more lines, `min` to `max` UTF-16 units long after cleaning. */
export function text(label: string, min: number, max: number) {
  // The raw bound comes first: cleaning a hostile megabyte is work that nobody asked for.
  return z
    .string(`${label} must be a text.`)
    .pipe(z.string().max(max * 2 + 1000, `${label} may have at most ${max} characters.`))
    .transform(cleanText)
    .pipe(
      z
        .string()
        .min(min, min === 1 ? `${label} is empty.` : `${label} needs at least ${min} characters.`)
        .max(max, `${label} may have at most ${max} characters.`),
    );
}

/** Like {@link text}, but line breaks become blanks: for titles and names. */
export function line(label: string, min: number, max: number) {
  return z
    .string(`${label} must be a text.`)
    .pipe(z.string().max(max * 2 + 1000, `${label} may have at most ${max} characters.`))
    .transform((value) => cleanText(value).replace(/\s+/g, ' '))
    .pipe(
      z
        .string()
        .min(min, min === 1 ? `${label} is empty.` : `${label} needs at least ${min} characters.`)
        .max(max, `${label} may have at most ${max} characters.`),
    );
}

/** A document id made by a client or by us: letters, digits, `-` and `_`. */
export const documentId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, 'This is not a valid id.');
