import { misleads, type MailCheck, type MailHop, type MailLink, type MailView } from '@secura/domain/evidence/mail';
import { cleanName } from '@secura/domain/evidence/name';
import { cleanText } from '@secura/domain/platform/clean';
import type { Address, Email, Header } from 'postal-mime';
import { readHtml } from './html-links.ts';

/** A file that was attached to a mail. */
export interface Attachment {
  name: string;
  type: string;
  bytes: Buffer;
}

export interface ReadMail {
  view: MailView;
  attachments: Attachment[];
  /** All that it carries, the pictures of its text included: each speaks for or against the mail. */
  carried: Attachment[];
  /** Attachments beyond `mostAttachments`. */
  leftOut: number;
}

const mostText = 50_000;
const mostHeaders = 30_000;
const mostAttachments = 20;
const mostCarried = 100;

/**
 * Takes a mail apart (RFC 5322, MIME). Runs and fetches nothing.
 * @returns null when it cannot be read
 */
export async function readMail(bytes: Buffer): Promise<ReadMail | null> {
  const mail = await parseMail(bytes);
  if (mail === null) return null;
  const html = mail.html ? readHtml(mail.html) : null;
  const carried = mail.attachments.slice(0, mostCarried).map(({ filename, mimeType, content }, index): Attachment => ({
    name: cleanName(filename ?? `attachment-${index + 1}${mimeType === 'message/rfc822' ? '.eml' : ''}`),
    type: /^[\x20-\x7E]{1,100}$/.test(mimeType) ? mimeType : '',
    bytes: contentOf(content),
  }));
  const files = carried.filter((_, index) => !mail.attachments[index]!.related || mail.attachments[index]!.disposition === 'attachment');
  const attachments = files.slice(0, mostAttachments);
  const view: MailView = {
    from: mail.from ? addressText(mail.from) : null,
    replyTo: mail.replyTo?.map(addressText).join(', ') || null,
    returnPath: mail.returnPath ? line(mail.returnPath) : null,
    to: (mail.to ?? []).slice(0, 50).map(addressText),
    cc: (mail.cc ?? []).slice(0, 50).map(addressText),
    subject: line(mail.subject ?? ''),
    date: mail.date ? line(mail.date) : null,
    messageId: mail.messageId ? line(mail.messageId) : null,
    hops: hopsOf(mail.headers),
    authentication: checksOf(mail.headers),
    text: cleanText((mail.text || html?.text) ?? '').slice(0, mostText),
    links: linksOf(html?.links ?? [], mail.text ?? ''),
    attachments: attachments.map(({ name, type, bytes: { length } }) => ({ name, type, size: length, evidenceId: null })),
    headers: cleanText(mail.headers.map(({ originalKey, value }) => `${originalKey}: ${value}`).join('\n').slice(0, mostHeaders)),
  };
  return { view, attachments, carried, leftOut: files.length - attachments.length + mail.attachments.length - carried.length };
}

/** The bytes of every part of a mail, its texts included; none when it cannot be read. */
export async function partsOfMail(bytes: Buffer): Promise<Buffer[]> {
  const mail = await parseMail(bytes);
  return mail === null ? [] : [Buffer.from(`${mail.text ?? ''}\n${mail.html ?? ''}`), ...mail.attachments.map(({ content }) => contentOf(content))];
}

async function parseMail(bytes: Buffer): Promise<Email | null> {
  const { default: PostalMime } = await import('postal-mime');
  try {
    // A mail inside is evidence of its own, to be looked into like any other.
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 30 });
  } catch {
    return null;
  }
}

const contentOf = (content: Email['attachments'][number]['content']): Buffer => (typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content)));

const line = (text: string): string => cleanText(text.slice(0, 2000)).replace(/\s+/g, ' ').slice(0, 500);

function addressText({ name, address, group }: Address): string {
  if (group) return line(`${name}: ${group.map(addressText).join(', ')}`);
  return line(name && address ? `${name} <${address}>` : (address ?? name));
}

/** Every server puts its line on top, so the last one is the oldest. Whoever sends can write lines of his own below. */
function hopsOf(headers: readonly Header[]): MailHop[] {
  const hops = headers.filter(({ key }) => key === 'received').slice(0, 50).reverse().map(({ value }): Omit<MailHop, 'delay'> => {
    const text = value.slice(0, 2000);
    const cut = text.lastIndexOf(';');
    const time = cut < 0 ? NaN : Date.parse(text.slice(cut + 1).replace(/\([^()]*\)/g, '').trim());
    return {
      from: part(/^\s*from\s+(\S{1,255})/i.exec(text)),
      by: part(/\bby\s+(\S{1,255})/i.exec(text)),
      at: Number.isNaN(time) ? null : new Date(time).toISOString(),
    };
  });
  return hops.map((hop, index) => {
    const before = hops[index - 1]?.at;
    return { ...hop, delay: hop.at && before ? Math.round((Date.parse(hop.at) - Date.parse(before)) / 1000) : null };
  });
}

const part = (found: RegExpExecArray | null): string | null => (found ? line(found[1]!) : null);

/** The topmost results are those of the server that received the mail last; others may be the sender's invention. */
function checksOf(headers: readonly Header[]): MailCheck[] {
  const value = headers.find(({ key }) => key === 'authentication-results')?.value.slice(0, 4000);
  if (value === undefined) {
    const spf = headers.find(({ key }) => key === 'received-spf')?.value.slice(0, 1000);
    const result = spf && /^\s*([a-z]{3,12})/i.exec(spf)?.[1];
    return result ? [{ method: 'spf', result: result.toLowerCase(), detail: line(spf), by: '' }] : [];
  }
  const [by = '', ...results] = value.split(';');
  return results.flatMap((text): MailCheck[] => {
    const found = /^\s*(spf|dkim|dmarc)\s*=\s*([a-z]{3,12})\s?([\s\S]*)$/i.exec(text);
    return found ? [{ method: found[1]!.toLowerCase() as MailCheck['method'], result: found[2]!.toLowerCase(), detail: line(found[3]!), by: line(by) }] : [];
  });
}

const mostLinks = 100;

function linksOf(found: readonly { text: string; target: string }[], text: string): MailLink[] {
  const plain = [...text.slice(0, mostText).matchAll(/https?:\/\/[^\s<>"']{1,2000}/gi)].map(([target]) => ({ text: target, target }));
  const seen = new Set<string>();
  return [...found, ...plain].flatMap((link): MailLink[] => {
    const key = `${link.text}\n${link.target}`;
    if (link.target === '' || link.target.startsWith('#') || seen.has(key) || (link.text === link.target && found.some(({ target }) => target === link.target))) return [];
    seen.add(key);
    return [{ text: line(link.text), target: line(link.target), misleads: misleads(link.text, link.target) }];
  }).slice(0, mostLinks);
}
