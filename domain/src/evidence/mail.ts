/** A mail taken apart for looking at: every part is text, nothing of it is markup. */
export interface MailView {
  from: string | null;
  replyTo: string | null;
  returnPath: string | null;
  to: string[];
  cc: string[];
  subject: string;
  /** ISO 8601, or what the mail says where that is no date. */
  date: string | null;
  messageId: string | null;
  /** The way it went, oldest first, as the servers on it say. */
  hops: MailHop[];
  authentication: MailCheck[];
  text: string;
  links: MailLink[];
  attachments: { name: string; type: string; size: number; evidenceId: string | null }[];
  /** All header fields as they came, bounded. */
  headers: string;
}

export interface MailHop {
  from: string | null;
  by: string | null;
  at: string | null;
  /** Seconds since the hop before; negative where a clock, or a forged line, says so. */
  delay: number | null;
}

/** What the receiving server found out about the sender (RFC 8601). */
export interface MailCheck {
  method: 'spf' | 'dkim' | 'dmarc';
  result: string;
  detail: string;
  by: string;
}

export interface MailLink {
  /** What the reader of the mail sees. */
  text: string;
  /** Where it leads, as it stands in the mail. */
  target: string;
  /** The text names another host than the target's. */
  misleads: boolean;
}

/** Makes an address that no program turns into a link: `hxxps://evil[.]example/path`. */
export function defang(address: string): string {
  const [, scheme = '', rest = address] = /^([a-z][a-z0-9+.-]{0,20}:(?:\/\/)?)?([\s\S]*)$/i.exec(address) ?? [];
  const end = rest.search(/[/?#]/);
  const host = end < 0 ? rest : rest.slice(0, end);
  return scheme.replace(/^http/i, 'hxxp').replace(':', '[:]') + host.replaceAll('.', '[.]').replaceAll('@', '[@]') + (end < 0 ? '' : rest.slice(end));
}

/** A text whose web addresses can be read and no longer opened. */
export function defangLinks(text: string): string {
  return text.replace(/https?:\/\/[^\s"'<>]+/gi, (address) => defang(address));
}

/** The host of a web address, in lower case; null for anything else. */
export function hostOf(address: string): string | null {
  const host = /^\s*(?:https?:)?\/\/(?:[^/?#@\s]*@)?([^/?#:\s]{1,253})/i.exec(address)?.[1];
  return host?.toLowerCase().replace(/\.$/, '') ?? null;
}

/** Whether what a link shows names another host than it leads to. */
export function misleads(text: string, target: string): boolean {
  const shown = hostOf(text) ?? /^\s*((?:[a-z0-9-]{1,63}\.){1,10}[a-z]{2,24})(?:[/?#]\S*)?\s*$/i.exec(text)?.[1]?.toLowerCase() ?? null;
  const real = hostOf(target);
  if (shown === null || real === null) return false;
  const bare = (host: string): string => host.replace(/^www\./, '');
  return bare(shown) !== bare(real);
}
