import { SecuraError } from '@secura/domain/platform/errors';
import { canReopen, judgeTransition } from '@secura/domain/incidents/lifecycle';
import { ReopenInput, TransitionInput } from '@secura/domain/incidents/operations';
import { plainStatus, statusLabels } from '@secura/domain/incidents/vocabulary';
import type { EventBody } from '@secura/domain/incidents/events';
import { can } from '@secura/domain/people/permissions';
import { incidentOperation } from '../platform/incident-operation.ts';

export const transitionIncident = incidentOperation({
  name: 'incidents.transition',
  summary: 'Move an incident along its lifecycle',
  input: TransitionInput,
  allow: 'incident:transition',
  rest: { method: 'post', path: '/api/incidents/{id}/transition' },
  aspects: () => ['status'],
  change({ incident, input, actor, now }) {
    if (input.override && !can(actor, 'incident:override', incident)) {
      throw new SecuraError('permission-denied', 'Only an administrator can go past a requirement.');
    }
    const { to, resolutionCode, summary, rootCause } = input;
    const verdict = judgeTransition({ from: incident.status, severity: incident.severity, to, resolutionCode, summary, rootCause, override: input.override });
    if (!verdict.ok) throw new SecuraError('failed-precondition', verdict.reason, { fields: { [verdict.field]: verdict.reason } });
    const events: EventBody[] = [];
    const resolves = to === 'resolved';
    // Documented first: the last event of a change is the one that counts as the arrival.
    if (resolves || verdict.overridden) events.push({ type: 'resolution.documented', data: { rootCause: rootCause ?? null, overridden: verdict.overridden } });
    events.push({ type: 'status.changed', data: { from: incident.status, to, resolutionCode: resolves ? resolutionCode! : null, summary: resolves ? summary! : null } });
    return {
      patch: {
        status: to,
        ...(resolves && { resolution: { code: resolutionCode!, summary: summary!, at: now, by: { uid: actor.uid, name: actor.name } } }),
      },
      ...(resolves && { casePatch: { rootCause: rootCause ?? null } }),
      events,
      what: to === 'resolved' || to === 'closed' ? statusLabels[to] : plainStatus[to],
    };
  },
});

export const reopenIncident = incidentOperation({
  name: 'incidents.reopen',
  summary: 'Take up a resolved or closed incident again, with a reason',
  input: ReopenInput,
  allow: 'incident:reopen',
  rest: { method: 'post', path: '/api/incidents/{id}/reopen' },
  aspects: () => ['status'],
  change({ incident, input }) {
    if (!canReopen(incident.status)) throw new SecuraError('failed-precondition', `This incident is ${incident.status}: there is nothing to reopen.`);
    return {
      patch: { status: 'investigating', resolution: null },
      events: [{ type: 'incident.reopened', data: { from: incident.status, reason: input.reason } }],
      what: 'Reopened',
    };
  },
});
