/** Lines that quote somebody else (`>` in mails): what an attacker wrote proves nothing about the damage. */
export function withoutQuotes(text: string): string {
  return text.replace(/^>.*$/gm, blank);
}

/**
 * The text with spaces in the place of mails that were pasted as they are: from their header lines, or a mark such as
 * "-----Original Message-----", as far as the mail seems to reach. Linear in the text.
 */
export function withoutPastedMails(text: string): string {
  const paragraphs = paragraphsOf(text);
  let left = '';
  for (let at = 0; at < paragraphs.length; at++) {
    const head = headIn(paragraphs[at]!);
    if (!head) continue;
    const last = lastOfMail(paragraphs, at, head.bodyAt !== null);
    const end = last === at && head.bodyAt !== null ? endWithin(paragraphs[at]!, head.bodyAt) : paragraphs[last]!.end;
    left += text.slice(left.length, head.start) + blank(text.slice(head.start, end));
    at = last;
  }
  return left + text.slice(left.length);
}

const blank = (passage: string): string => passage.replace(/[^\n]/g, ' ');

/** Lines with nothing empty between them; offsets half-open, in UTF-16 units. */
interface Paragraph {
  text: string;
  start: number;
  end: number;
}

function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  let open: Paragraph | null = null;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (line.trim() === '') open = null;
    else if (open) Object.assign(open, { text: text.slice(open.start, end), end });
    else paragraphs.push((open = { text: line, start, end }));
    start = end + 1;
  }
  return paragraphs;
}

const mark = /^[ \t]{0,8}(?:[-_*=]{2,40}[ \t]{0,4}(?:original|forwarded|weitergeleitete|ursprüngliche)(?:[ \t]{1,4}(?:message|mail|e-mail|nachricht))?[ \t]{0,4}(?:[-_*=]|$)|begin forwarded message:)/i;
const header = /^[ \t*]{0,8}(?:(from|von)|sent|to|cc|bcc|reply-to|subject|re|date|attachments?|importance|gesendet|an|betreff|datum|anhang|x-[a-z-]{1,30})[ \t*]{0,4}:/i;

/** Where a mail begins in a paragraph, and where its body does, should that be in the same one. */
function headIn({ text, start }: Paragraph): { start: number; bodyAt: number | null } | null {
  const lines = text.split('\n');
  let offset = start;
  for (const [at, line] of lines.entries()) {
    const marked = mark.test(line);
    const first = at + (marked ? 1 : 0);
    let next = first;
    while (next < lines.length && header.test(lines[next]!)) next++;
    const headers = lines.slice(first, next);
    // One line that begins with "From:" may be anything; two are a mail's.
    if (marked || (headers.length >= 2 && headers.some((each) => header.exec(each)?.[1]))) {
      return { start: offset, bodyAt: next < lines.length ? offset + lines.slice(at, next).reduce((sum, each) => sum + each.length + 1, 0) : null };
    }
    offset += line.length + 1;
  }
  return null;
}

const salutation = /^\s{0,8}(?:dear|hi|hello|hey|good (?:morning|day|afternoon)|attention|hallo|sehr geehrte[rs]?|guten tag)\b/i;
const signedOff = /^\s{0,8}(?:(?:best|kind|warm|many)?[ \t]?regards|sincerely|yours|cheers|sent from my|mit freundlichen|this (?:e-?mail|message) (?:is|was|and)|©|copyright|unsubscribe)/i;
const oneself = /\b(?:i|i'm|i've|i'd|im|ive|me|my|mine|myself)\b/giu;
const another = /\b(?:you|your|yours|you've|you're|u|ur)\b/giu;

/** Speaks of the one who writes rather than to the one who reads: a mail speaks to whom it wants something of. */
function speaksOfOneself({ text }: Pick<Paragraph, 'text'>): number {
  return (text.match(oneself)?.length ?? 0) - (text.match(another)?.length ?? 0);
}

/**
 * The paragraph that a mail ends with. Where it is not clear the passage ends early: what the reporter did must count, and
 * a mail's word too much does little harm.
 */
function lastOfMail(paragraphs: readonly Paragraph[], head: number, hasBody: boolean): number {
  let last = head;
  if (!hasBody) {
    const first = paragraphs[head + 1];
    if (!first) return head;
    // A word of nobody's, with nothing after it, may as well be what the reporter says to the headers.
    if (!salutation.test(first.text) && speaksOfOneself(first) >= (head + 2 < paragraphs.length ? 1 : 0)) return head;
    last = head + 1;
  }
  for (let next = last + 1; next < paragraphs.length; next++) {
    const paragraph = paragraphs[next]!;
    if (signedOff.test(paragraph.text)) return next;
    const own = speaksOfOneself(paragraph);
    if (own > 0 || headIn(paragraph)) break;
    if (own < 0) last = next;
  }
  return last;
}

/** Where a mail ends in the paragraph that it began in: before lines that go on about the one who writes, if there are some. */
function endWithin({ text, start, end }: Paragraph, bodyAt: number): number {
  let from = text.indexOf('\n', bodyAt - start) + 1;
  const balance: { at: number; own: number }[] = [];
  while (from > 0) {
    const to = text.indexOf('\n', from);
    balance.push({ at: start + from, own: speaksOfOneself({ text: text.slice(from, to === -1 ? undefined : to) }) });
    from = to + 1;
  }
  let rest = 0;
  let ends = end;
  for (const { at, own } of balance.reverse()) {
    rest += own;
    if (own > 0 && rest > 0) ends = at;
  }
  return ends;
}
