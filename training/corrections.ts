import type { AiDecision } from '../domain/src/triage/ledger.ts';

/** A decided report as a line of training data, in the form that `readExamples` reads. */
export interface Correction {
  id: string;
  title: string;
  description: string;
  label: string;
  also_ok: string[];
  severity: string;
  severity_ok: string[];
  tags: string[];
}

/**
 * What people decided otherwise than triage, one line an incident: the latest decision counts.
 * @param reportOf the report as it stands; null when it is gone
 */
export function correctionsFrom(decided: readonly AiDecision[], reportOf: (incidentId: string) => { title: string; description: string } | null): Correction[] {
  const latest = new Map<string, AiDecision>();
  for (const entry of decided) {
    if (entry.incidentId === null || entry.decision?.verdict !== 'overridden') continue;
    const before = latest.get(entry.incidentId)?.decision;
    if (!before || before.at < entry.decision.at) latest.set(entry.incidentId, entry);
  }
  return [...latest].flatMap(([id, { decision }]) => {
    const report = reportOf(id);
    if (!report || !decision) return [];
    const { category, severity } = decision;
    return [{ id, title: report.title, description: report.description, label: category, also_ok: [], severity, severity_ok: [severity], tags: ['correction'] }];
  });
}
