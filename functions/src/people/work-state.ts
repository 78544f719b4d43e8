import { SecuraError } from '@secura/domain/platform/errors';
import { SetWorkStateInput, WorkStateView } from '@secura/domain/people/operations';
import { can } from '@secura/domain/people/permissions';
import { userRef } from '../platform/actor.ts';
import { incidentRef, readIncident } from '../platform/incident-store.ts';
import { operation } from '../platform/operation.ts';

/** What a member of the team is doing now; "available" is what assignment by rule asks for. */
export const setWorkState = operation({
  name: 'people.setWorkState',
  summary: 'Say what you are doing now',
  allow: 'workState:set',
  input: SetWorkStateInput,
  output: WorkStateView,
  cost: 'write',
  rest: { method: 'post', path: '/api/people/me/work-state' },
  async run({ actor, input, now }) {
    const { kind, incidentId } = input;
    const incident = incidentId ? readIncident(await incidentRef(incidentId).get()) : null;
    if (incidentId && (!incident || !can(actor, 'incident:read', incident))) throw new SecuraError('not-found', 'There is no such incident, or you may not see it.');
    const shared = incident?.visibility === 'team' ? incident : null;
    // The roster is open to everybody: a restricted incident is not named in it.
    const state = { kind, incidentId: shared?.id ?? null, incidentNumber: shared?.number ?? null, since: now };
    await userRef(actor.uid).update({ workState: state });
    return { ...state, since: now.toISOString() };
  },
});
