import { createHmac, timingSafeEqual } from 'node:crypto';
import { noticeKinds, type NoticeKind } from '@secura/domain/notifications/notice';

/** What one click stops: mails of a kind, or all of them. */
export interface Unsubscribes {
  uid: string;
  kind: NoticeKind | 'all';
}

const kinds: readonly Unsubscribes['kind'][] = [...noticeKinds, 'all'];

/** The key that signs; empty, mails have no such link. An emulator, which nobody gets mail from, needs no secret. */
export const unsubscribeKey = (env: NodeJS.ProcessEnv = process.env): string => env['UNSUBSCRIBE_KEY'] || (env['FUNCTIONS_EMULATOR'] === 'true' ? 'emulator' : '');

const macOf = (payload: string, key: string): Buffer => createHmac('sha256', key).update(`unsubscribe ${payload}`).digest();

/**
 * A token that stands for one person and one kind of mail, and can do nothing but stop it. In it are the account's id and the
 * kind, no name and no address; it does not expire, because a mail may be read much later.
 */
export function signUnsubscribe({ uid, kind }: Unsubscribes, key: string): string {
  const payload = Buffer.from(`${kind} ${uid}`).toString('base64url');
  return `${payload}.${macOf(payload, key).toString('base64url')}`;
}

/** What a token stops; null unless this key signed it. */
export function readUnsubscribe(token: string, key: string): Unsubscribes | null {
  const [payload = '', mac = '', ...rest] = token.split('.');
  const given = Buffer.from(mac, 'base64url');
  const right = macOf(payload, key);
  if (key === '' || rest.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const [name, uid] = Buffer.from(payload, 'base64url').toString().split(/ (.*)/s);
  const kind = kinds.find((known) => known === name);
  return kind && uid ? { kind, uid } : null;
}

/** Where one click stops a kind of mail for somebody; null without a key. */
export function unsubscribeLink(what: Unsubscribes, origin: string, key: string = unsubscribeKey()): string | null {
  return key === '' ? null : `${origin}/api/unsubscribe/${signUnsubscribe(what, key)}`;
}
