import { createPublicKey, verify } from 'node:crypto';
import { SecuraError } from '@secura/domain/platform/errors';

/** How far a signature's time may be from ours: an older one could be a recording. */
const toleranceMs = 10 * 60_000;

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

interface Signed {
  signature: string | undefined;
  timestamp: string | undefined;
  rawBody: Buffer;
}

/**
 * Checks that SendGrid signed a request (ECDSA over the time and the bytes as they came), and not long ago.
 * @param publicKey as SendGrid shows it: base64 of a DER SubjectPublicKeyInfo
 */
export function isFromSendGrid({ signature, timestamp, rawBody }: Signed, publicKey: string, now: Date): boolean {
  if (!signature || !timestamp || !/^\d{1,12}$/.test(timestamp) || Math.abs(Number(timestamp) * 1000 - now.getTime()) > toleranceMs) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify('sha256', Buffer.concat([Buffer.from(timestamp), rawBody]), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

/** What of SendGrid's events says that an address cannot or must not be written to; all others are ignored. */
export function mishapsIn(rawBody: Buffer): MailMishap[] {
  let events: unknown;
  try {
    events = JSON.parse(rawBody.toString());
  } catch {
    events = null;
  }
  if (!Array.isArray(events)) throw new SecuraError('invalid-argument', 'Send a JSON list of events.');
  return events.flatMap((event) => mishapOf(event) ?? []);
}

function mishapOf(event: unknown): MailMishap | null {
  if (typeof event !== 'object' || event === null) return null;
  const text = (name: string): string => {
    const value = (event as Record<string, unknown>)[name];
    return typeof value === 'string' ? value : '';
  };
  const state = stateOf(text('event'), text('type'), text('reason'));
  const [eventId, key, email, seconds] = [text('sg_event_id'), text('outbox'), text('email'), (event as { timestamp?: unknown }).timestamp];
  if (!state || !/^[^/]{1,200}$/.test(eventId) || !/^[A-Za-z0-9_-]{8,300}$/.test(key) || email === '' || typeof seconds !== 'number' || !Number.isFinite(seconds)) return null;
  return { eventId, key, email, state, reason: text('reason').replace(/\s+/g, ' ').trim().slice(0, 300), at: new Date(seconds * 1000) };
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
 * @throws SecuraError `not-found` where no key is set to check it by, `permission-denied` when it is not SendGrid's
 */
export async function hearSendGrid(request: Signed, now: Date, publicKey: string = process.env['SENDGRID_WEBHOOK_KEY'] ?? ''): Promise<{ recorded: number }> {
  if (publicKey === '') throw new SecuraError('not-found', 'There is nothing at this address.');
  if (!isFromSendGrid(request, publicKey, now)) throw new SecuraError('permission-denied', 'The signature is not that of SendGrid, or too old.');
  const mishaps = mishapsIn(request.rawBody);
  const { recordMishap } = await import('./mail-trouble.ts');
  for (const mishap of mishaps) await recordMishap(mishap, now);
  return { recorded: mishaps.length };
}
