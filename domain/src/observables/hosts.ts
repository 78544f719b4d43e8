import ipaddr from 'ipaddr.js';
import { parse } from 'tldts';
import type { Observable, ObservableKind, ObservableScope } from './observable.ts';

/** A host that somebody could reach: a name below a public suffix, or an address. */
export type Host = { kind: 'ip'; value: string } | { kind: 'domain'; value: string; /** What was registered, such as `evil.co.uk`. */ registrable: string };

/** Names of networks inside an organisation (RFC 6762, RFC 8375, ICANN's `internal` and the names it will never give away). */
const internalSuffixes = ['local', 'localdomain', 'internal', 'intranet', 'lan', 'corp', 'home.arpa'];
/** Names that documents and exercises use for hosts outside (RFC 2606). */
const exerciseSuffixes = ['example', 'test'];

const within = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);
const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/**
 * Reads a host as it stands in a link or in prose, in Unicode or punycode; in a link also the other spellings that browsers
 * take for an address, such as `0x7f.1` or `3232235777`.
 * @returns null for what is no host: an unknown suffix, a bare suffix, a single word
 */
export function readHost(written: string, inLink = false): Host | null {
  if (written.length > 300) return null;
  let host = written.toLowerCase().replace(/\.$/, '');
  if (inLink || /[^\x00-\x7f]/.test(host)) { // oxlint-disable-line no-control-regex -- ASCII begins with them
    try {
      host = new URL(`http://${host}`).hostname;
    } catch {
      return null;
    }
  }
  if (host.startsWith('[')) return readAddress(host.slice(1, -1));
  if (inLink && ipaddr.IPv4.isValidFourPartDecimal(host)) return { kind: 'ip', value: host };
  return readDomain(host);
}

function readDomain(host: string): Host | null {
  if (host.length > 253) return null;
  const labels = host.split('.');
  if (labels.length < 2 || !labels.every((part) => label.test(part))) return null;
  const options = { extractHostname: false, validateHostname: false };
  // A customer of a hoster such as github.io is somebody; the hoster's own name is, too.
  const read = [parse(host, { ...options, allowPrivateDomains: true }), parse(host, options)].find(({ domain }) => domain);
  if (read?.domain && (read.isIcann || read.isPrivate)) return { kind: 'domain', value: host, registrable: read.domain };
  const special = [...internalSuffixes, ...exerciseSuffixes].find((suffix) => host.endsWith(`.${suffix}`));
  if (!special) return null;
  return { kind: 'domain', value: host, registrable: labels.slice(-special.split('.').length - 1).join('.') };
}

/** Reads an IP address, version 4 or 6, in its one usual spelling (RFC 5952); null when it is none. */
export function readAddress(written: string): Host | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(written)) {
    // With leading zeros some programs read octal: it names two addresses, so none.
    return written.split('.').some((part) => part.length > 1 && part.startsWith('0')) ? null : { kind: 'ip', value: written };
  }
  if (!written.includes(':') || !ipaddr.IPv6.isValid(written)) return null;
  const address = ipaddr.IPv6.parse(written.replace(/%.*$/, ''));
  return { kind: 'ip', value: address.isIPv4MappedAddress() ? address.toIPv4Address().toString() : address.toRFC5952String() };
}

/** The host that an observable names; null for kinds without one. */
export function hostOf({ kind, value }: Pick<Observable, 'kind' | 'value'>): Host | null {
  if (kind === 'domain') return readHost(value);
  if (kind === 'email') return readHost(value.slice(value.lastIndexOf('@') + 1));
  if (kind === 'ip') return { kind: 'ip', value };
  if (kind !== 'url') return null;
  const [, authority = ''] = /^[a-z]+:\/\/([^/?#]*)/.exec(value) ?? [];
  return readHost(authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, ''), true);
}

/** Ranges that no route on the internet leads to (ipaddr.js's names). */
const unrouted = new Set(['unspecified', 'broadcast', 'multicast', 'linkLocal', 'loopback', 'carrierGradeNat', 'private', 'reserved', 'uniqueLocal', 'discard', 'benchmarking']);
/** For documents and exercises, where they stand for addresses outside (RFC 5737, RFC 3849). */
const exerciseRanges = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32'].map((range) => ipaddr.parseCIDR(range));

function isPrivateAddress(value: string): boolean {
  const address = ipaddr.parse(value.replace(/\/\d+$/, ''));
  if (exerciseRanges.some((range) => address.kind() === range[0].kind() && address.match(range))) return false;
  return unrouted.has(address.range());
}

/** Whose an observable is; `ownDomains` are the organisation's, with everything below them. */
export function scopeOf(kind: ObservableKind, value: string, ownDomains: readonly string[]): ObservableScope {
  const host = hostOf({ kind, value });
  if (!host) return 'external';
  if (host.kind === 'ip') return isPrivateAddress(host.value) ? 'private' : 'external';
  if (ownDomains.some((domain) => within(host.value, domain))) return 'own';
  return internalSuffixes.some((suffix) => within(host.value, suffix)) ? 'private' : 'external';
}
