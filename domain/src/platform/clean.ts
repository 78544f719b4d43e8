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

/** The first units of a text, without half of a character at the end: storage refuses a whole document because of one. */
export function cutText(text: string, most: number): string {
  const cut = text.slice(0, most);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

const halves = /\p{Cs}/gu;

/** A value without halves of characters in its texts, all the way down; the same value where there are none. What is no plain object stays as it is. */
export function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.replace(halves, '') as T;
  if (Array.isArray(value)) {
    const members = value.map((member: unknown) => wellFormed(member));
    return (members.some((member, index) => member !== value[index]) ? members : value) as T;
  }
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).map(([key, member]: [string, unknown]) => [key, wellFormed(member), member] as const);
  return entries.some(([, now, before]) => now !== before) ? (Object.fromEntries(entries.map(([key, now]) => [key, now])) as T) : value;
}
