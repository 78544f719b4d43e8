import type { Severity } from '../incidents/vocabulary.ts';
import type { NoticeKind } from './notice.ts';

/**
 * `waiting` until `nextAttemptAt`, which is also how a delivery under way is leased, and how long one in doubt waits for the
 * provider's word; `sent` by a provider; `kept` where there is none, or no device to push to; `dead` when it cannot be
 * delivered, or when it stayed unclear whether it was (`begunAt`).
 */
export type OutboxState = 'waiting' | 'sent' | 'kept' | 'dead';

/** `outbox/{dedupeKey}_{uid}`, with `_push` behind it where it is for the devices: one notice on its way out of the house. */
export interface OutboxNotice {
  channel: 'mail' | 'push';
  to: { uid: string; email: string; name: string };
  kind: NoticeKind;
  text: string;
  link: string;
  severity: Severity | null;
  /** When it happened. */
  at: Date;
  /** Waits for others of the same person, and goes with them in one mail. */
  digest: boolean;
  state: OutboxState;
  attempts: number;
  nextAttemptAt: Date;
  lastError: string | null;
  provider: string | null;
  /**
   * When an attempt that must not be repeated blindly began; null before, and once it is known how it ended. While it stands, the
   * mail is in doubt: the provider may have it.
   */
  begunAt: Date | null;
  doneAt: Date | null;
  /** The same in all that went out as one mail; null before. */
  batch: string | null;
  /** Devices that are still to be told, after some were; null before. */
  left: string[] | null;
  createdAt: Date;
  expireAt: Date;
}

/** How often a delivery is tried before it is given up: over about two hours. */
export const mostAttempts = 8;

/** How long until the next attempt, in ms: a minute, doubled each time, at most an hour. */
export function backOff(attempts: number): number {
  return Math.min(60, 2 ** Math.max(0, attempts - 1)) * 60_000;
}

/**
 * How long a mail in doubt waits for the provider to tell of it, in ms, before a person is asked. SendGrid tells within moments,
 * and again for a day where it was not heard.
 */
export const doubtPatience = 30 * 60_000;

/** Why a mail lies aside that may have been sent, in words for an administrator. */
export const unclearWhetherSent = 'It is unclear whether this mail was sent: its provider may have taken it, but has not said so. To try again may send it twice.';

/** Whether a mail lies aside of which nobody knows if its reader has it. */
export const isInDoubt = ({ state, begunAt }: Pick<OutboxNotice, 'state' | 'begunAt'>): boolean => state === 'dead' && begunAt !== null;

/** `users/{uid}.mailTrouble`, written by the server alone: why an address gets no more mail. */
export interface MailTrouble {
  /** Another address of the same person is not concerned. */
  email: string;
  /** `cleared` by an administrator: what happened before then counts no more, however late it is told. */
  state: 'bounced' | 'complained' | 'cleared';
  /** What the receiving server said. */
  reason: string;
  at: Date;
}

/** What is wrong with somebody's address, if anything is. */
export function troubleOf({ email, mailTrouble }: { email: string; mailTrouble?: MailTrouble | null }): MailTrouble | null {
  return mailTrouble && mailTrouble.state !== 'cleared' && mailTrouble.email === email ? mailTrouble : null;
}

/** Why no mail goes to an address, in words for an administrator. */
export function tellTrouble({ state, reason }: MailTrouble): string {
  return state === 'complained' ? 'No more mail goes to this address: its reader reported mail of Secura as spam.' : `No more mail goes to this address: mail to it came back.${reason ? ` ${reason}` : ''}`;
}
