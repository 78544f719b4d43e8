import { AssignmentRule } from '@secura/domain/settings/assignment';
import { audited } from '../platform/audit.ts';
import { db } from '../platform/firebase.ts';
import { operation } from '../platform/operation.ts';

export const setAssignmentRule = operation({
  name: 'settings.setAssignmentRule',
  summary: 'Decide whether new incidents are assigned by turns',
  allow: 'settings:write',
  input: AssignmentRule,
  output: AssignmentRule,
  cost: 'write',
  rest: { method: 'post', path: '/api/settings/assignment' },
  async run({ actor, input, now, requestId }) {
    await audited({ action: 'settings.assignment', actor, data: input, now, requestId }, (tx) => tx.set(db().doc('settings/assignment'), input));
    return input;
  },
});
