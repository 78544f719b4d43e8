import type { PersonRef } from '../incidents/events.ts';
import type { Category, Severity } from '../incidents/vocabulary.ts';

/** What an AI said, without any word of the report. */
export interface AiOutput {
  provider: string;
  model: string;
  /** Null where there is no prompt: a trained model. */
  promptVersion: string | null;
  latencyMs: number;
  output: { category: Category; confidence: number; severity: Severity; alternatives: { category: Category; confidence: number }[] };
  tokens: { prompt: number; answer: number } | null;
}

/** What people said to it: the category and severity that they left standing. */
export interface HumanDecision {
  verdict: 'accepted' | 'overridden';
  by: PersonRef;
  at: Date;
  /** Why, for each part that was changed. */
  reasons: { category?: string; severity?: string };
  category: Category;
  severity: Severity;
  categoryRight: boolean;
  severityRight: boolean;
}

/** `aiDecisions/{id}`: one output and what became of it. */
export interface AiDecision extends AiOutput {
  kind: 'triage';
  /** Null for a text that somebody had read without reporting it. */
  incidentId: string | null;
  /** SHA-256 of what was read: the same text can be recognised, and not be read back. */
  inputSha256: string;
  at: Date;
  decision: HumanDecision | null;
}

/** Where an output of an incident's latest triage is kept, and what a decision about it is held against. */
export interface LedgerEntry {
  id: string;
  category: Category;
  severity: Severity;
}

/** A document to be written in the same commit as the incident's change. */
export type LedgerWrite = { path: string; create: AiDecision } | { path: string; merge: { decision: HumanDecision } };

/**
 * The entries for one triage of one incident.
 * @param run the number of the event that records this triage: its commit can succeed once only, so the ids are unique
 */
export function enterOutputs(of: { incidentId: string; run: number; inputSha256: string; at: Date }, outputs: readonly AiOutput[]): { ledger: LedgerEntry[]; writes: LedgerWrite[] } {
  const { incidentId, run, inputSha256, at } = of;
  const entries = outputs.map((output) => ({ output, id: `${incidentId}-${run}-${output.provider}` }));
  return {
    ledger: entries.map(({ id, output }) => ({ id, category: output.output.category, severity: output.output.severity })),
    writes: entries.map(({ id, output }) => ({ path: `aiDecisions/${id}`, create: { ...output, kind: 'triage', incidentId, inputSha256, at, decision: null } })),
  };
}

/** Records what a person decided with every output that it judges; nothing where category or severity is not known. */
export function recordDecision(
  ledger: readonly LedgerEntry[] | undefined,
  decided: { category: Category | null; severity: Severity | null; by: PersonRef; at: Date; reasons: HumanDecision['reasons'] },
): LedgerWrite[] {
  const { category, severity, by, at, reasons } = decided;
  if (category === null || severity === null) return [];
  return (ledger ?? []).map((entry) => {
    const [categoryRight, severityRight] = [entry.category === category, entry.severity === severity];
    const verdict = categoryRight && severityRight ? 'accepted' : 'overridden';
    return { path: `aiDecisions/${entry.id}`, merge: { decision: { verdict, by, at, reasons, category, severity, categoryRight, severityRight } } };
  });
}
