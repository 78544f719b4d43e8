import { bankAccounts, bitcoinAddresses, digests, vulnerabilities } from './codes.ts';
import { readAddress, readHost, scopeOf, type Host } from './hosts.ts';
import { linkEnd, readLink, schemes } from './links.ts';
import type { FoundObservable } from './observable.ts';
import type { Candidate, Place, Reader, Take } from './reader.ts';
import { refang } from './refang.ts';

/**
 * The observables of a text, defanged or not, in the order in which they stand there; every place counts, so that one
 * may come several times. Time is linear in the text, whatever it holds.
 *
 * A link gives two: itself, and the host it leads to. Mail gateways block links and name servers block hosts; the next
 * mail of a campaign has another path on the same host, and is found by the host alone. An e-mail address gives only itself:
 * its domain is mostly a provider's, shared by millions (a hunt for the domain finds the address all the same).
 * @param options.ownDomains the organisation's, lower case in punycode
 */
export function observablesOf(original: string, { ownDomains }: { ownDomains: readonly string[] }): FoundObservable[] {
  const plain = refang(original);
  const taken = new Uint8Array(plain.text.length);
  const take: Take = (start, end) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  };
  const place: Place = { text: plain.text, take, isTaken: (at) => taken[at] === 1, original: (start, end) => original.slice(...plain.span(start, end)) };
  const found: FoundObservable[] = [];
  for (const read of readers) {
    for (const { kind, value, start, end } of read(place)) {
      const [from, to] = plain.span(start, end);
      found.push({ kind, value, scope: scopeOf(kind, value, ownDomains), raw: original.slice(from, to), start: from, end: to });
    }
  }
  // A link before the host inside it.
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

const links: Reader = function* ({ text, take }) {
  const pattern = new RegExp(schemes);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const end = linkEnd(text, match.index, pattern.lastIndex);
    // Never the same text twice: a link within a link is part of it.
    pattern.lastIndex = Math.max(end, pattern.lastIndex);
    const parts = [...readLink(text, match.index, end)];
    if (parts.length > 0 && take(match.index, end)) yield* parts;
  }
};

const localPart = /[\p{L}\p{N}._%+'-]/u;
const domainPart = /[\p{L}\p{M}\p{N}_.-]{1,254}/uy;

const emails: Reader = function* ({ text, take }) {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start <= 64 && localPart.test(text[start - 1]!)) start--;
    if (at - start > 64) continue;
    while (/['.-]/.test(text[start]!)) start++;
    // "b***7@evil.com" is an address that somebody made unreadable.
    if (start >= at || text[at - 1] === '.' || text[start - 1] === '*') continue;
    domainPart.lastIndex = at + 1;
    const name = domainPart.exec(text)?.[0].replace(/[._-]+$/, '') ?? '';
    if (name === '') continue;
    // What stands in these headers only looks like an address.
    if (/(?:message-id|in-reply-to|references):\s*<?$/i.test(text.slice(Math.max(0, start - 24), start))) {
      take(start, at + 1 + name.length);
      continue;
    }
    const host = readHost(name);
    const end = at + 1 + name.length;
    if (host?.kind !== 'domain' || !take(start, end)) continue;
    yield { kind: 'email', value: `${text.slice(start, at).toLowerCase()}@${host.value}`, start, end };
  }
};

/** The host at a place as a link, when something like a path follows it: mail programs link it just so, with `http://`. */
function* hostAndPath({ text, take, isTaken }: Place, host: Host, start: number, hostEnd: number): Iterable<Candidate> {
  if (isTaken(start)) return;
  const end = /^(?::\d{1,5})?[/?][^\s,;.)\]]/.test(text.slice(hostEnd, hostEnd + 8)) ? linkEnd(text, start, hostEnd) : hostEnd;
  if (!take(start, end)) return;
  if (end > hostEnd) yield* readLink(text, start, end);
  else yield { kind: host.kind, value: host.value, start, end };
}

/** Words before a number with four parts that make it a version. */
const versionWord = /(?<!\p{L})(?:v|vers?|versions?|build|release|rel|rev|revision|firmware|fw|patch|driver|update|section|chapter)[\s.:#]*$/iu;

const addresses4: Reader = function* (place) {
  const { text, take } = place;
  for (const { 0: match, index } of text.matchAll(/(?<![\p{L}\p{N}.])\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}]|\.[\p{L}\p{N}]|-\p{L})/gu)) {
    const before = text.slice(Math.max(0, index - 24), index);
    const host = readAddress(match);
    // Of "Firefox/1.2.3.4" only the browser's version is to be had.
    if (!host || /\p{L}\/$/u.test(before) || versionWord.test(before)) continue;
    const end = index + match.length;
    const prefix = /^\/(\d{1,2})(?!\w|\.\w)/.exec(text.slice(end, end + 6));
    if (prefix && Number(prefix[1]) <= 32) {
      const whole = end + prefix[0].length;
      if (take(index, whole)) yield { kind: 'ip', value: prefix[1] === '32' ? host.value : `${host.value}/${Number(prefix[1])}`, start: index, end: whole };
    } else yield* hostAndPath(place, host, index, end);
  }
};

const addresses6: Reader = function* ({ text, take }) {
  for (const { 0: run, index } of text.matchAll(/[0-9a-f:.]+/gi)) {
    if (run.length > 46 || !/:.*:/.test(run)) continue;
    const match = run.replace(/\.+$|(?<!:):$/, '');
    const end = index + match.length;
    const isPartOfWord = /[\p{L}\p{N}_]/u.test(text[index - 1] ?? '') || /[\p{L}\p{N}_]/u.test(text[end] ?? '');
    // Eight pairs are the name of a network card or a disk.
    if (isPartOfWord || !/\d/.test(match) || /^(?:[0-9a-f]{2}:){7}[0-9a-f]{2}$/i.test(match)) continue;
    const host = readAddress(match);
    if (!host || match === '::' || !take(index, end)) continue;
    yield { kind: 'ip', value: host.value, start: index, end };
  }
};

/** Suffixes that far more file names end in than hosts: without a scheme, a path, `www` or defanging these are files. */
const fileSuffixes = /\.(?:zip|mov|one|py|sh|pl|rs|md|so|ps|cab)$/i;

const domains: Reader = function* (place) {
  const { text } = place;
  for (const { 0: run, index: runStart } of text.matchAll(/[\p{L}\p{M}\p{N}_.-]+/gu)) {
    if (!run.includes('.')) continue;
    for (const { 0: part, index } of run.matchAll(/[^.]+(?:\.[^.]+)*/g)) {
      // "user%40evil.com": what a link's parameter escaped.
      const name = part.replace(text[runStart + index - 1] === '%' ? /^[0-9a-f]{2}/i : /^-+/, '');
      const start = runStart + index + part.length - name.length;
      if (name.length > 253 || !name.includes('.') || isInsidePath(text, start)) continue;
      yield* readName(place, name.replace(/[-_]+$/, ''), start);
    }
  }
};

function* readName(place: Place, name: string, start: number): Iterable<Candidate> {
  const end = start + name.length;
  const suffix = name.slice(name.lastIndexOf('.') + 1);
  // "…clicked.It asked": a blank is missing, and `it` is a country.
  if (/^\p{Lu}\p{Ll}+$/u.test(suffix) && !/^\p{Lu}/u.test(name)) return;
  // "a.fox@...": the name in an address whose other part is missing.
  if (place.text[end] === '@') return;
  const isMeant = /^www\./i.test(name) || place.original(start, end).length > name.length;
  if (fileSuffixes.test(name) && !isMeant) return;
  const host = readHost(name);
  if (host?.kind === 'domain') yield* hostAndPath(place, host, start, end);
}

/** Behind one slash or backslash stands a part of a path; behind two, a host. */
function isInsidePath(text: string, start: number): boolean {
  const before = text[start - 1];
  return (before === '/' || before === '\\') && text[start - 2] !== before;
}

// In this order: what is read first keeps its characters.
const readers: readonly Reader[] = [links, emails, digests, vulnerabilities, bitcoinAddresses, bankAccounts, addresses6, addresses4, domains];

