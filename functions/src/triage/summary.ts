import type { EventBody } from '@secura/domain/incidents/events';
import type { Incident, InternalCase, TriageSummary } from '@secura/domain/incidents/incident';
import { mergeTechniques, planOfCase } from '@secura/domain/triage/case';
import { nothingKnown, type Known } from '@secura/domain/triage/plan/situation';
import { enterOutputs } from '@secura/domain/triage/ledger';
import type { TriageOutcome } from './port.ts';

/** What the incident itself keeps of a triage; the rest is for the team, in the case. */
export function summarise(outcome: TriageOutcome, now: Date): TriageSummary {
  if (!outcome.ok) {
    return {
      state: 'failed', category: null, severity: null, confidence: null, finding: outcome.message, reasons: [],
      advice: ['Leave things as they are until the team has looked.'], provider: null, model: null, at: now, review: null,
    };
  }
  const { category, confidence, finding, reasons, advice, provider, model, severity } = outcome.result;
  return { state: 'done', category, severity: severity.level, confidence, finding, reasons, advice, provider, model, at: now, review: null };
}

/**
 * The case's part of a triage. What people decided about techniques stays, and the plan follows what holds now.
 * @param decided category and severity as they are afterwards: a person's, or else triage's
 * @param observables in the report itself, for a case that begins
 */
export function casePart(outcome: TriageOutcome, before: InternalCase | null, decided: Pick<Incident, 'category' | 'severity'>, observables: Known['observables'] = []): Omit<InternalCase, 'rootCause'> {
  const known = before?.known ?? { ...nothingKnown, observables };
  if (!outcome.ok) return { triage: before?.triage ?? null, techniques: before?.techniques ?? [], known, plan: before?.plan ?? [] };
  const { techniques: suggested, plan: _assumed, ...triage } = outcome.result;
  const techniques = mergeTechniques(before?.techniques ?? [], suggested);
  return { triage, techniques, known, plan: planOfCase({ triage, techniques, known }, decided.category, decided.severity) };
}

/** The event that says so. */
export function triageEvent(outcome: TriageOutcome, rerun: boolean): EventBody {
  if (!outcome.ok) return { type: 'triage.failed', data: { message: outcome.message } };
  const { provider, model, category, confidence, severity, readPictures = [], pictures = [] } = outcome.result;
  const along = [...new Set([...readPictures, ...pictures.map(({ name }) => name)])];
  return { type: 'triage.completed', data: { provider, model, category, confidence, severity: severity.level, rerun, ...(along.length > 0 && { pictures: along }) } };
}

/** What the ledger keeps of a triage of an incident. A failure said nothing. */
export function entered(outcome: TriageOutcome, incident: Incident, now: Date): ReturnType<typeof enterOutputs> {
  const run = (incident.head?.seq ?? 0) + 1;
  if (!outcome.ok) return { ledger: [], writes: [] };
  return enterOutputs({ incidentId: incident.id, run, inputSha256: outcome.inputSha256, at: now }, outcome.outputs);
}
