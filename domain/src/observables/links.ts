import { readHost } from './hosts.ts';
import { unwrap } from './wrappers.ts';

/** What a link begins with, defanged or not. */
export const schemes = /(?<![\p{L}\p{N}])(?:h[tx*]{2}ps?|s?f[tx]ps?|wss?|ldaps?|smb) ?:(?:\/\/|\\\\)/giu;
const schemeHere = new RegExp(schemes.source, 'iuy');

/** Longer ones are listed by their host alone. */
const longest = 2048;
const scanned = 4096;

const closers: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
const stops = new Set([...'<>"“”„«»`|^', '\n', '\r', '\t', ' ', '\u00a0', '\u3000']);

/**
 * Where a link ends that goes on at `from`: at a blank or quotation mark, at a bracket that was opened before the link, at
 * the next link of a list; without the punctuation of the sentence around it. Looks at 4096 characters at most.
 * @param start where the link begins: what stands before it may be a quotation mark that closes it, too
 */
export function linkEnd(text: string, start: number, from: number): number {
  const open: string[] = [];
  const isQuoted = text[start - 1] === "'";
  let end = from;
  scan: for (; end < text.length && end - from < scanned; end++) {
    const sign = text[end]!;
    if (stops.has(sign) || (isQuoted && sign === "'")) break;
    switch (sign) {
      case '(':
      case '[':
      case '{':
        open.push(sign);
        break;
      case ')':
      case ']':
      case '}':
        if (open.at(-1) !== closers[sign]) break scan;
        open.pop();
        break;
      case '&':
        // Escaped markup around a link in the source of a mail.
        if (/^&(?:[gl]t|quot);/i.test(text.slice(end, end + 6))) break scan;
        break;
      case ',':
      case ';':
        schemeHere.lastIndex = end + 1;
        if (schemeHere.test(text)) break scan;
        break;
    }
  }
  while (end > from && /[.,;:!?'’…*([{]/.test(text[end - 1]!)) end--;
  return end;
}

interface LinkPart {
  kind: 'url' | 'domain' | 'ip';
  value: string;
  start: number;
  end: number;
}

/** Reads what stands between two places as a link with its host; nothing when the host is none that can be reached. */
export function* readLink(text: string, start: number, end: number): Iterable<LinkPart> {
  const written = text.slice(start, end);
  const found = parseLink(written);
  if (!found) return;
  const inner = unwrap(found.value);
  const wrapped = inner === null ? null : parseLink(inner);
  if (wrapped) {
    // Both stand somewhere inside the wrapper: the whole of it is where they were written.
    if (wrapped.value.length <= longest) yield { kind: 'url', value: wrapped.value, start, end };
    yield { kind: wrapped.host.kind, value: wrapped.host.value, start, end };
    return;
  }
  if (found.value.length <= longest) yield { kind: 'url', value: found.value, start, end };
  yield { kind: found.host.kind, value: found.host.value, start: start + found.hostAt, end: start + found.hostAt + found.hostLength };
}

function parseLink(written: string) {
  const { 0: scheme = '' } = /^[a-z*]+ ?:[/\\]{2}/i.exec(written) ?? [];
  const rest = written.slice(scheme.length);
  const authority = /^[^/\\?#]*/.exec(rest)![0];
  // What stands before the last at sign is a name for logging in: "http://paypal.com@evil.com" leads to evil.com.
  const hostAt = authority.lastIndexOf('@') + 1;
  const hostText = /^(?:\[[^\]]*\]|[^:]*)/.exec(authority.slice(hostAt))![0];
  const host = readHost(hostText, true);
  if (!host) return null;
  const protocol = plainScheme(scheme);
  try {
    // Only for the schemes of the web does the parser know host, port and path.
    const parsed = new URL(`${protocol === 'https' ? 'https' : 'http'}://${rest}`);
    // "evil.com." is evil.com, said to the name server in full.
    parsed.hostname = parsed.hostname.replace(/\.$/, '');
    const { href } = parsed;
    return { value: protocol + href.slice(href.indexOf(':')), host, hostAt: scheme.length + hostAt, hostLength: hostText.length };
  } catch {
    return null;
  }
}

function plainScheme(written: string): string {
  const name = written.toLowerCase().replace(/ ?:.*$/s, '');
  return name === '' ? 'http' : name.replace(/^h[tx*]{2}p/, 'http').replace(/^(s?)f[tx]p/, '$1ftp');
}
