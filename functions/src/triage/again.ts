import type { Incident, InternalCase } from '@secura/domain/incidents/incident';
import { severityRank } from '@secura/domain/incidents/vocabulary';
import { raisedTo, type TriageResult } from '@secura/domain/triage/result';
import { clockSettingsOf, clockSettingsRef, clocksFor } from '../platform/clocks.ts';
import type { Change } from '../platform/incident-store.ts';
import { triageFailed } from '../platform/logs.ts';
import { storedPictures } from '../platform/pictures.ts';
import { inputHash, runTriage, type TriageOutcome } from './port.ts';
import { casePart, entered, summarise, triageEvent } from './summary.ts';
import { readOutcomes, readSurroundings } from './surroundings.ts';

/**
 * Makes the change that triages a report again with what was read in a picture. Asked again about the same texts it remembers
 * the answer, so that whoever meets another change of the incident does not pay for a second opinion twice.
 */
export function triageWithPicture(): (incident: Incident, internal: InternalCase | null, fresh: { id: string; text: string }) => Promise<Omit<Change, 'what'> | null> {
  let known: TriageOutcome | undefined;
  return async (incident, internal, fresh) => {
    if (!isUntouched(incident) || (fresh.text === '' && !process.env['GEMINI_API_KEY'])) return null;
    const pictures = await storedPictures(incident.id, fresh);
    if (!known?.ok || known.inputSha256 !== inputHash(incident, pictures)) {
      const [{ context }, similarOutcomes] = await Promise.all([readSurroundings(incident), readOutcomes(incident.id)]);
      known = await runTriage(incident, undefined, { ...context, similarOutcomes }, pictures);
    }
    if (!known.ok) {
      // What was said without the picture stands.
      triageFailed(incident.id, known.error);
      return null;
    }
    const outcome = { ...known, result: notBelow(known.result, incident.severity) };
    const now = new Date();
    const decided = { category: outcome.result.category, severity: outcome.result.severity.level };
    const clocks = decided.severity === incident.severity ? null : clocksFor(incident, decided.severity, clockSettingsOf(await clockSettingsRef().get()));
    const { ledger, writes } = entered(outcome, incident, now);
    return {
      patch: { ...decided, ...clocks, triage: summarise(outcome, now) },
      casePatch: { ...casePart(outcome, internal, decided), ledger },
      events: [triageEvent(outcome, true)],
      ledger: writes,
    };
  };
}

/** Nobody has begun to work on it, or said what he thinks of the triage: from then on only people have it run again. */
function isUntouched({ status, triage }: Incident): boolean {
  return status === 'open' && triage !== null && triage.review === null;
}

/** A severity that somebody has seen does not fall by itself. */
function notBelow(result: TriageResult, level: Incident['severity']): TriageResult {
  if (level === null || severityRank(result.severity.level) >= severityRank(level)) return result;
  return { ...result, severity: raisedTo(level, result.severity, 'It was rated so before, and does not fall by itself') };
}
