import { expect, it } from 'vitest';
import { kindsFor } from './kinds.ts';

it('offers what somebody of a role can be told of, and nothing that no part of the app tells yet', () => {
  expect(kindsFor('employee')).toEqual(['mentioned', 'message', 'status', 'outcome', 'alert']);
  expect(kindsFor('admin')).toEqual(['mentioned', 'assigned', 'evidence.infected', 'clock.breached', 'clock.soon', 'severity.raised', 'message', 'status', 'outcome', 'incident.new', 'alert']);
});
