import { z } from 'zod';

// Bidirectional overrides and zero-width characters make a text read differently from what it holds;
// C0/C1 controls (but tab and line feed) have no meaning in a report.
// eslint-disable-next-line no-control-regex -- naming control characters is the point
const unwanted = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** Normalises untrusted text: NFC, LF line ends, no control, bidi or zero-width characters, no outer blanks. */
export function cleanText(value: string): string {
  return value.normalize('NFC').replace(/\r\n?/g, '\n').replace(unwanted, '').trim();
}

/** A cleaned text of one or more lines, `min` to `max` UTF-16 units long after cleaning. */
export function text(label: string, min: number, max: number) {
  // The raw bound comes first: cleaning a hostile megabyte is work that nobody asked for.
  return z
    .string(`${label} must be a text.`)
    .max(max * 2 + 1000, `${label} may have at most ${max} characters.`)
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
    .max(max * 2 + 1000, `${label} may have at most ${max} characters.`)
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
