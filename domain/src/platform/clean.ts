// Bidirectional overrides, zero-width and tag characters make a text read differently from what it holds;
// C0/C1 controls (but tab and line feed) have no meaning in a report; half a surrogate pair does not survive storage.
const unwanted =
  // oxlint-disable-next-line no-control-regex -- naming control characters is the point
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}\p{Cs}]/gu;

/** Normalises untrusted text: NFC, LF line ends, no control, bidi or zero-width characters, no outer blanks. */
export function cleanText(value: string): string {
  // Composed last: what an unwanted character kept apart comes together.
  return value.replace(/\r\n?/g, '\n').replace(unwanted, '').normalize('NFC').trim();
}
