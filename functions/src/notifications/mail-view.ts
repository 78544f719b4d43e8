/** What a mail's templates show. */
export interface NoticeView {
  subject: string;
  /** What a list of mails shows after the subject. */
  preheader: string;
  name: string;
  lines: { text: string; when: string; href: string }[];
  preferences: string;
  /** Where mails of this kind are stopped; empty without a key to sign it. */
  unsubscribe: string;
  /** What stops there: "mails of this kind". */
  stops: string;
}

/** The page on which somebody stops mails. */
export interface UnsubscribeView {
  title: string;
  text: string;
  /** Whether there is something to decide. */
  asks: boolean;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as HTML shows it. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => escapes[letter]!);

/** A text without its line breaks: in a subject one would begin another header, in a text mail a line of ours. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
