import { describe, expect, test } from 'vitest';
import { noticeKinds } from '@secura/domain/notifications/notice';
import { readUnsubscribe, signUnsubscribe, unsubscribeKey, unsubscribeLink } from './unsubscribe-token.ts';

const key = 'a'.repeat(64);
const token = signUnsubscribe({ uid: 'u1', kind: 'message' }, key);

describe('the link that stops mails', () => {
  test('stands for one person and one kind, whatever these are called', () => {
    for (const kind of [...noticeKinds, 'all'] as const) {
      for (const uid of ['u1', 'demo-analyst1', 'with space', 'ü.ö']) expect(readUnsubscribe(signUnsubscribe({ uid, kind }, key), key)).toEqual({ uid, kind });
    }
    expect(unsubscribeLink({ uid: 'u1', kind: 'message' }, 'https://secura.example', key)).toBe(`https://secura.example/api/unsubscribe/${token}`);
    expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
  });

  test('cannot be made or changed by somebody without the key', () => {
    const [payload, mac] = token.split('.') as [string, string];
    const [other] = signUnsubscribe({ uid: 'u2', kind: 'message' }, key).split('.') as [string];
    for (const forged of ['', '.', payload, `${payload}.`, `${other}.${mac}`, `${payload}.${mac.slice(0, -2)}`, `${payload}.${mac}.x`, `${payload}.${'A'.repeat(43)}`]) expect(readUnsubscribe(forged, key)).toBeNull();
    expect(readUnsubscribe(token, 'b'.repeat(64))).toBeNull();
    const unknown = signUnsubscribe({ uid: 'u1', kind: 'everything' as 'all' }, key);
    expect(readUnsubscribe(unknown, key)).toBeNull();
  });

  test('is there only where a key is set; an emulator, whose mail goes nowhere, has one', () => {
    expect(unsubscribeKey({})).toBe('');
    expect(unsubscribeLink({ uid: 'u1', kind: 'all' }, '', '')).toBeNull();
    expect(readUnsubscribe(signUnsubscribe({ uid: 'u1', kind: 'all' }, ''), '')).toBeNull();
    expect(unsubscribeKey({ FUNCTIONS_EMULATOR: 'true' })).not.toBe('');
    expect(unsubscribeKey({ FUNCTIONS_EMULATOR: 'true', UNSUBSCRIBE_KEY: 'x' })).toBe('x');
  });
});
