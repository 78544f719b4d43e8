import { SecuraError } from '@secura/domain/platform/errors';
import { CheckStepInput, RetriageInput, ReviewTriageInput } from '@secura/domain/incidents/operations';
import { startClocks } from '@secura/domain/incidents/clocks';
import { recordDecision } from '@secura/domain/triage/ledger';
import { incidentOperation } from '../platform/incident-operation.ts';
import { incidentRef, readIncident } from '../platform/incident-store.ts';
import { triageFailed } from '../platform/logs.ts';
import { triageSecrets } from '../platform/secrets.ts';
import { runTriage, type TriageOutcome } from './port.ts';
import { casePart, entered, summarise, triageEvent } from './summary.ts';

/** Asks again, for instance after a failure or a corrected description. What people decided stands. */
export const retriageIncident = incidentOperation({
  name: 'incidents.retriage',
  summary: 'Run the triage again',
  input: RetriageInput,
  allow: 'incident:triage',
  rest: { method: 'post', path: '/api/incidents/{id}/triage' },
  needs: { internal: true },
  secrets: triageSecrets,
  async prepare(id): Promise<TriageOutcome | null> {
    const report = readIncident(await incidentRef(id).get());
    if (!report) return null;
    const outcome = await runTriage(report);
    if (!outcome.ok) triageFailed(id, outcome.error);
    return outcome;
  },
  aspects: () => ['triage'],
  change({ incident, internal, now }, prepared) {
    const outcome = prepared as TriageOutcome | null;
    if (!outcome) return null;
    const decided = incident.triage?.review?.decision === 'overridden' ? incident.triage.review : null;
    const fresh = outcome.ok && !decided ? { category: outcome.result.category, severity: outcome.result.severity.level } : null;
    const { ledger, writes } = entered(outcome, incident, now);
    return {
      patch: {
        ...fresh,
        ...(fresh && { clocks: startClocks(incident.createdAt, fresh.severity, incident.clocks) }),
        triage: { ...summarise(outcome, now), review: decided },
      },
      casePatch: { ...casePart(outcome, internal), ...(outcome.ok && { ledger }) },
      events: [triageEvent(outcome, true)],
      ledger: writes,
      what: 'Ran the triage again',
    };
  },
});

export const reviewTriage = incidentOperation({
  name: 'incidents.reviewTriage',
  summary: 'Accept what triage says',
  input: ReviewTriageInput,
  allow: 'incident:classify',
  rest: { method: 'post', path: '/api/incidents/{id}/triage/review' },
  needs: { internal: true },
  aspects: () => ['triage'],
  change({ incident, internal, actor, now }) {
    if (incident.triage?.state !== 'done') throw new SecuraError('failed-precondition', 'There is no triage result to accept.');
    if (incident.triage.review) return null;
    const by = { uid: actor.uid, name: actor.name };
    return {
      patch: { triage: { ...incident.triage, review: { decision: 'accepted', by, at: now } } },
      events: [{ type: 'triage.reviewed', data: { decision: 'accepted', reason: '' } }],
      ledger: recordDecision(internal?.ledger, { category: incident.category, severity: incident.severity, by, at: now, reasons: {} }),
      what: 'Accepted the triage',
    };
  },
});

export const checkStep = incidentOperation({
  name: 'incidents.checkStep',
  summary: 'Tick or untick a step of the response plan',
  input: CheckStepInput,
  allow: 'incident:transition',
  rest: { method: 'post', path: '/api/incidents/{id}/plan' },
  needs: { internal: true },
  aspects: () => [],
  change({ incident: _incident, internal, input, actor }) {
    const step = internal?.plan.find((planned) => planned.id === input.stepId);
    if (!internal || !step) throw new SecuraError('invalid-argument', 'There is no such step in the plan.');
    if (step.done === input.done) return null;
    const plan = internal.plan.map((planned) =>
      planned.id === input.stepId ? { ...planned, done: input.done, doneBy: input.done ? { uid: actor.uid, name: actor.name } : null } : planned,
    );
    return {
      patch: {},
      casePatch: { plan },
      events: [{ type: 'mitigation.checked', data: { stepId: step.id, step: step.step, done: input.done } }],
      what: input.done ? 'Ticked a step of the plan' : 'Unticked a step of the plan',
    };
  },
});
