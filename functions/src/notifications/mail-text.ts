import { cutText } from '@secura/domain/platform/clean';
import { noticeHtml, noticeText } from './mail-templates.ts';
import { oneLine, type NoticeView } from './mail-view.ts';

/** What goes out as one mail. */
export interface Mail {
  /** The outbox document that it stands for. */
  key: string;
  /** Which attempt it is, as the provider's word of it names it again: when it began, in ms. */
  begun: string;
  kind: string;
  to: { email: string; name: string };
  subject: string;
  text: string;
  html: string;
  /** Where its reader stops mails like it with one click (RFC 8058); null without a key to sign it. */
  unsubscribe: string | null;
}

interface Line {
  text: string;
  link: string;
  at: Date;
}

const inWords = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/**
 * Writes a mail of one notice, or of several that were gathered. Text of people appears in it only escaped, and a link
 * always leads into the app: whoever opens it has to sign in.
 * @param origin of the app, such as `https://secura.example`
 * @param unsubscribe where mails like this one are stopped
 */
export function renderMail(lines: readonly Line[], to: { name: string }, origin: string, unsubscribe: string | null = null): Pick<Mail, 'subject' | 'text' | 'html' | 'unsubscribe'> {
  const [first] = lines;
  if (!first) throw new Error('A mail needs something to tell.');
  const one = lines.length === 1;
  const subject = cutText(oneLine(one ? `Secura: ${first.text}` : `Secura: ${lines.length} notices`), 150);
  const view: NoticeView = {
    subject,
    preheader: cutText(one ? `${inWords(first.at)}. Open it in Secura to see more.` : lines.map(({ text }) => oneLine(text)).join(' · '), 140),
    name: oneLine(to.name),
    lines: lines.map(({ text, link, at }) => ({ text: oneLine(text), when: inWords(at), href: `${origin}${link}` })),
    preferences: `${origin}/inbox/preferences`,
    unsubscribe: unsubscribe ?? '',
    stops: one ? 'mails of this kind' : 'all mails of notices',
  };
  return { subject, text: noticeText(view), html: noticeHtml(view), unsubscribe };
}
