import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** `prevHash` of the first event. */
export const genesis = '0'.repeat(64);

export interface Head {
  seq: number;
  hash: string;
}

export interface Link {
  seq: number;
  prevHash: string;
  hash: string;
}

/** SHA-256 of a text in UTF-8, as 64 lower-case hex digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * One spelling for one value: JSON with sorted keys, without `undefined` members (RFC 8785's idea, for the
 * JSON that we store: strings, safe integers, finite numbers, booleans, null, arrays, plain objects).
 * @throws TypeError for anything else, since it would not survive storage unchanged
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('Only finite numbers can be hashed.');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`A ${typeof value} cannot be hashed.`);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** `sha256(prevHash + canonical(event without its hash))`. */
export function hashEvent(event: object & { prevHash: string }): string {
  const { hash: _own, ...rest } = event as { hash?: unknown; prevHash: string };
  return sha256Hex(event.prevHash + canonical(rest));
}

/** Gives an event its place: the next `seq`, the link to its predecessor, its hash. */
export function link<E extends object>(head: Head | null, event: E): E & Link {
  const linked = { ...event, seq: (head?.seq ?? 0) + 1, prevHash: head?.hash ?? genesis };
  return { ...linked, hash: hashEvent(linked) };
}

export type ChainVerdict =
  | { verified: true; length: number }
  | { verified: false; length: number; seq: number; reason: 'missing' | 'altered' | 'relinked' | 'head-differs' };

/**
 * Recomputes a whole chain.
 * @param events in ascending `seq`
 * @param head what the incident says its chain ends in
 * @returns the first place that does not hold, if any
 */
export function verifyChain(events: readonly (object & Link)[], head: Head | null): ChainVerdict {
  let prevHash = genesis;
  for (const [index, event] of events.entries()) {
    const expected = index + 1;
    const broken = (reason: 'missing' | 'altered' | 'relinked'): ChainVerdict => ({
      verified: false, length: events.length, seq: expected, reason,
    });
    if (event.seq !== expected) return broken('missing');
    if (event.prevHash !== prevHash) return broken('relinked');
    if (hashEvent(event) !== event.hash) return broken('altered');
    prevHash = event.hash;
  }
  const last = events.at(-1);
  if ((head?.seq ?? 0) !== (last?.seq ?? 0) || (head !== null && head.hash !== last?.hash)) {
    return { verified: false, length: events.length, seq: head?.seq ?? 0, reason: 'head-differs' };
  }
  return { verified: true, length: events.length };
}
