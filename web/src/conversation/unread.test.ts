import { expect, it } from 'vitest';
import { readBy, unreadOf } from './unread.ts';

const message = (id: string, uid: string, at: number, rest: { audience?: 'everyone' | 'team'; deleted?: { at: Date; by: { uid: string; name: string } } } = {}) =>
  ({ id, author: { uid, name: uid, role: 'employee' }, createdAt: new Date(at), audience: 'everyone' as const, ...rest });

it('counts what others wrote since, and not what was taken back', () => {
  const messages = [message('a', 'ana', 1), message('b', 'me', 2), message('c', 'ana', 3), message('d', 'ana', 4, { deleted: { at: new Date(5), by: { uid: 'ana', name: 'Ana' } } })];
  expect(unreadOf(messages, 'me', new Date(1))).toEqual({ firstId: 'c', count: 1 });
  expect(unreadOf(messages, 'me', null)).toEqual({ firstId: 'a', count: 2 });
  expect(unreadOf(messages, 'me', new Date(4))).toEqual({ firstId: null, count: 0 });
});

it('never says that the reporter read a note to the team', () => {
  const readers = [{ id: 'reporter', readAt: new Date(9) }, { id: 'ana', readAt: new Date(9) }, { id: 'late', readAt: new Date(1) }];
  expect(readBy(message('a', 'me', 2), readers, 'reporter')).toEqual(['reporter', 'ana']);
  expect(readBy(message('a', 'me', 2, { audience: 'team' }), readers, 'reporter')).toEqual(['ana']);
});
