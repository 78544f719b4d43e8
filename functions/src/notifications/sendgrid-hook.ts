import { createPublicKey, verify } from 'node:crypto';
import { SecuraError } from '@secura/domain/platform/errors';

/** Many times what SendGrid posts at once. */
const mostBytes = 4 * 1024 * 1024;

/**
 * How old a signature may be: SendGrid repeats for a day what was not heard, and does not say that it signs anew. What is told twice
 * counts once, for a week (`once.ts`), so that a recording does nothing either.
 */
const oldestMs = 25 * 3_600_000;
/** How far its clock may be ahead of ours. */
const aheadMs = 10 * 60_000;

/** One thing that happened to an address, as we understand it. */
export interface MailMishap {
  /** SendGrid's own, the same however often it tells of it. */
  eventId: string;
  /** The outbox document whose mail it was. */
  key: string;
  email: string;
  state: 'bounced' | 'complained';
  reason: string;
  at: Date;
}

/** An attempt to send a mail that SendGrid has taken, whatever became of it. */
export interface MailTaken {
  key: string;
  begunAt: Date;
}

interface Signed {
  signature: string | undefined;
  timestamp: string | undefined;
  rawBody: Buffer;
}

/**
 * Checks that SendGrid signed a request (ECDSA over the time and the bytes as they came), and not before yesterday.
 * @param publicKey as SendGrid shows it: base64 of a DER SubjectPublicKeyInfo
 */
export function isFromSendGrid({ signature, timestamp, rawBody }: Signed, publicKey: string, now: Date): boolean {
  if (!signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return false;
  const age = now.getTime() - Number(timestamp) * 1000;
  if (age > oldestMs || age < -aheadMs) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify('sha256', Buffer.concat([Buffer.from(timestamp), rawBody]), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

/**
 * What SendGrid's events say of our mail: every one that it took, and what says that an address cannot or must not be written to.
 * @throws SecuraError `invalid-argument` when it is no list
 */
export function readEvents(rawBody: Buffer): { taken: MailTaken[]; mishaps: MailMishap[] } {
  let events: unknown;
  try {
    events = JSON.parse(rawBody.toString());
  } catch {
    events = null;
  }
  if (!Array.isArray(events)) throw new SecuraError('invalid-argument', 'Send a JSON list of events.');
  const ours = events.flatMap((event: unknown) => (typeof event === 'object' && event !== null && keyOf(event) ? [event as Told] : []));
  return { taken: ours.flatMap((event) => takenOf(event) ?? []), mishaps: ours.flatMap((event) => mishapOf(event) ?? []) };
}

type Told = Record<string, unknown>;

const textIn = (event: Told, name: string): string => (typeof event[name] === 'string' ? event[name] : '');

const keyOf = (event: object): string | null => /^[A-Za-z0-9_-]{8,300}$/.exec(textIn(event as Told, 'outbox'))?.[0] ?? null;

/** Of what it did not take SendGrid tells nothing. */
function takenOf(event: Told): MailTaken | null {
  const begun = /^[0-9]{12,14}$/.exec(textIn(event, 'begun'))?.[0];
  return begun === undefined ? null : { key: keyOf(event)!, begunAt: new Date(Number(begun)) };
}

function mishapOf(event: Told): MailMishap | null {
  const state = stateOf(textIn(event, 'event'), textIn(event, 'type'), textIn(event, 'reason'));
  const [eventId, email, seconds] = [textIn(event, 'sg_event_id'), textIn(event, 'email'), event['timestamp']];
  if (!state || !/^[^/]{1,200}$/.test(eventId) || email === '' || typeof seconds !== 'number' || !Number.isFinite(seconds)) return null;
  return { eventId, key: keyOf(event)!, email, state, reason: textIn(event, 'reason').replace(/\s+/g, ' ').trim().slice(0, 300), at: new Date(seconds * 1000) };
}

/** `blocked` passes: a full mailbox, or a server that is busy. What SendGrid drops it dropped for something it knew before. */
function stateOf(event: string, type: string, reason: string): MailMishap['state'] | null {
  if (event === 'bounce') return type === 'blocked' ? null : 'bounced';
  if (event === 'spamreport') return 'complained';
  if (event !== 'dropped') return null;
  if (/spam reporting/i.test(reason)) return 'complained';
  return /bounced|invalid/i.test(reason) ? 'bounced' : null;
}

/**
 * Takes a delivery of SendGrid's event webhook in. It may come again: each event counts once.
 * @returns how many mails were in doubt until now, and how many mishaps it told of
 * @throws SecuraError `not-found` where no key is set to check it by, `permission-denied` when it is not SendGrid's
 */
export async function hearSendGrid(request: Signed, now: Date, publicKey: string = process.env['SENDGRID_WEBHOOK_KEY'] ?? ''): Promise<{ settled: number; recorded: number }> {
  if (publicKey === '') throw new SecuraError('not-found', 'There is nothing at this address.');
  // Before anything is computed over it.
  if (request.rawBody.length > mostBytes) throw new SecuraError('invalid-argument', `Send at most ${mostBytes} bytes at once.`);
  if (!isFromSendGrid(request, publicKey, now)) throw new SecuraError('permission-denied', 'The signature is not that of SendGrid, or too old.');
  const { taken, mishaps } = readEvents(request.rawBody);
  const [{ recordTaken }, { recordMishap }] = await Promise.all([import('./mail-taken.ts'), import('./mail-trouble.ts')]);
  const settled = await recordTaken(taken, now);
  for (const mishap of mishaps) await recordMishap(mishap, now);
  return { settled, recorded: mishaps.length };
}
