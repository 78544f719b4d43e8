import { expect, test } from 'vitest';
import { backOff, isInDoubt, type OutboxNotice } from './mail.ts';

test('a mail is in doubt while it lies aside and nobody knows how its attempt ended', () => {
  const begunAt = new Date('2026-01-15T12:00:00Z');
  expect([{ state: 'dead', begunAt }, { state: 'dead', begunAt: null }, { state: 'waiting', begunAt }, { state: 'sent', begunAt: null }].map((mail) => isInDoubt(mail as OutboxNotice))).toEqual([true, false, false, false]);
});

test('attempts grow apart up to an hour', () => expect([1, 2, 3, 7, 8].map((attempt) => backOff(attempt) / 60_000)).toEqual([1, 2, 4, 60, 60]));
