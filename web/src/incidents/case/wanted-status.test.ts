import { expect, it } from 'vitest';
import { statusNow } from './wanted-status.ts';

const heard = (seq: number, status: 'open' | 'investigating' | 'contained') => ({ status, head: { seq, hash: '' } });

it('shows what the listener says when nothing was asked for', () => {
  expect(statusNow(heard(5, 'open'), null)).toEqual({ status: 'open', version: 5 });
  expect(statusNow({ status: 'open', head: null }, null)).toEqual({ status: 'open', version: 0 });
});

it('shows the wanted status while the server is asked', () => {
  expect(statusNow(heard(5, 'open'), { status: 'investigating', version: null })).toEqual({ status: 'investigating', version: 5 });
});

it('builds the next step on the server’s answer while the listener lags behind', () => {
  expect(statusNow(heard(5, 'open'), { status: 'investigating', version: 7 })).toEqual({ status: 'investigating', version: 7 });
});

it('follows the listener again once it has caught up', () => {
  expect(statusNow(heard(7, 'investigating'), { status: 'investigating', version: 7 })).toEqual({ status: 'investigating', version: 7 });
  expect(statusNow(heard(9, 'contained'), { status: 'investigating', version: 7 })).toEqual({ status: 'contained', version: 9 });
});
