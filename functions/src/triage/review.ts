import { SecuraError } from '@secura/domain/platform/errors';
import type { CaseTechnique } from '@secura/domain/incidents/incident';
import { RetriageInput, ReviewTechniqueInput, ReviewTriageInput } from '@secura/domain/incidents/operations';
import { loadAttack, type Attack } from '@secura/domain/triage/attack';
import { planOfCase } from '@secura/domain/triage/case';
import { recordDecision } from '@secura/domain/triage/ledger';
import { clocksFor } from '../platform/clocks.ts';
import { incidentOperation } from '../platform/incident-operation.ts';
import { incidentRef, readIncident } from '../platform/incident-store.ts';
import { triageFailed } from '../platform/logs.ts';
import { triageSecrets } from '../platform/secrets.ts';
import { storedPictures } from '../platform/pictures.ts';
import { runTriage, type TriageOutcome } from './port.ts';
import { casePart, entered, summarise, triageEvent } from './summary.ts';
import { readOutcomes, readSurroundings } from './surroundings.ts';

/** Asks again, for instance after a failure or a corrected description. What people decided stands. */
export const retriageIncident = incidentOperation({
  name: 'incidents.retriage',
  summary: 'Run the triage again',
  input: RetriageInput,
  allow: 'incident:triage',
  rest: { method: 'post', path: '/api/incidents/{id}/triage' },
  needs: { internal: true, clockSettings: true },
  secrets: triageSecrets,
  async prepare(id): Promise<TriageOutcome | null> {
    const report = readIncident(await incidentRef(id).get());
    if (!report) return null;
    const [{ context }, similarOutcomes, pictures] = await Promise.all([readSurroundings(report), readOutcomes(id), storedPictures(id)]);
    const outcome = await runTriage(report, undefined, { ...context, similarOutcomes }, pictures);
    if (!outcome.ok) triageFailed(id, outcome.error);
    return outcome;
  },
  aspects: () => ['triage'],
  change({ incident, internal, now, clockSettings }, prepared) {
    const outcome = prepared as TriageOutcome | null;
    if (!outcome) return null;
    const decided = incident.triage?.review?.decision === 'overridden' ? incident.triage.review : null;
    const fresh = outcome.ok && !decided ? { category: outcome.result.category, severity: outcome.result.severity.level } : null;
    const { ledger, writes } = entered(outcome, incident, now);
    return {
      patch: {
        ...fresh,
        ...(fresh && fresh.severity !== incident.severity && clocksFor(incident, fresh.severity, clockSettings)),
        triage: { ...summarise(outcome, now), review: decided },
      },
      casePatch: { ...casePart(outcome, internal, fresh ?? incident), ...(outcome.ok && { ledger }) },
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

/** Says whether a suggested technique is right, or adds another one; the plan follows. */
export const reviewTechnique = incidentOperation({
  name: 'incidents.reviewTechnique',
  summary: 'Confirm or reject a suggested ATT&CK technique, or add one',
  input: ReviewTechniqueInput,
  allow: 'incident:classify',
  rest: { method: 'post', path: '/api/incidents/{id}/techniques' },
  needs: { internal: true },
  prepare: () => loadAttack(),
  aspects: ({ techniqueId }) => [`technique:${techniqueId}`],
  change({ incident, internal, input, actor, now }, prepared) {
    if (!internal) throw new SecuraError('failed-precondition', 'This incident has not been triaged yet.');
    const { techniqueId: id, decision, reason } = input;
    const before = internal.techniques.find((technique) => technique.id === id);
    if (!before && decision !== 'confirmed') throw new SecuraError('invalid-argument', 'This technique is not part of the case.');
    if ((before?.review?.decision ?? 'undecided') === decision && (before?.review?.reason ?? '') === reason) return null;
    const review = decision === 'undecided' ? null : { decision, by: { uid: actor.uid, name: actor.name }, at: now, reason };
    const changed = before ? { ...before, review } : addedTechnique(id, review, prepared as Attack);
    // One that a person added and takes back was never suggested.
    const gone = changed.added && review === null;
    const techniques = [...internal.techniques.flatMap((technique) => (technique.id !== id ? [technique] : gone ? [] : [changed])), ...(before ? [] : [changed])];
    return {
      patch: {},
      casePatch: { techniques, plan: planOfCase({ ...internal, techniques }, incident.category, incident.severity) },
      events: [{ type: 'technique.reviewed', data: { id, name: changed.name, decision: before ? decision : 'added', reason } }],
      what: 'Judged a technique',
    };
  },
});

function addedTechnique(id: string, review: CaseTechnique['review'], { techniques }: Attack): CaseTechnique {
  const known = techniques[id];
  if (!known) throw new SecuraError('invalid-argument', 'ATT&CK has no such technique.', { fields: { techniqueId: 'ATT&CK has no such technique.' } });
  const [name, tactics] = known;
  return { id, name, tactic: tactics[0]!, why: 'Added by a person.', span: null, added: true, review };
}
