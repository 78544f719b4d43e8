import { messageLimit as stored } from '@secura/domain/conversation/operations';
import { expect, it } from 'vitest';
import { messageLimit } from './message.ts';

it('counts to the same number as the server', () => {
  expect(messageLimit).toBe(stored);
});
