import type { Severity } from '../incidents/vocabulary.ts';
import type { NoticeKind } from './notice.ts';

/**
 * `waiting` until `nextAttemptAt`, which is also how a delivery under way is leased; `sent` by a provider; `kept` where none
 * is configured; `dead` when it cannot be delivered.
 */
export type MailState = 'waiting' | 'sent' | 'kept' | 'dead';

/** `outbox/{dedupeKey}_{uid}`: one notice on its way as mail. */
export interface OutboxMail {
  to: { uid: string; email: string; name: string };
  kind: NoticeKind;
  text: string;
  link: string;
  severity: Severity | null;
  /** When it happened. */
  at: Date;
  /** Waits for others of the same person, and goes with them in one mail. */
  digest: boolean;
  state: MailState;
  attempts: number;
  nextAttemptAt: Date;
  lastError: string | null;
  provider: string | null;
  doneAt: Date | null;
  /** The same in all that went out as one mail; null before. */
  batch: string | null;
  createdAt: Date;
  expireAt: Date;
}

/** How often a delivery is tried before it is given up: over about two hours. */
export const mostAttempts = 8;

/** How long until the next attempt, in ms: a minute, doubled each time, at most an hour. */
export function backOff(attempts: number): number {
  return Math.min(60, 2 ** Math.max(0, attempts - 1)) * 60_000;
}
