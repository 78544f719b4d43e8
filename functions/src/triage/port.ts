import type { TriageInput, TriageResult } from '@secura/domain/triage/result';

/** What can triage a report. The embedded one needs neither key nor network; another may stand in its place. */
export interface TriagePort {
  analyse(input: TriageInput): Promise<TriageResult>;
}

/** Loaded at first use: only functions that triage pay for the model. */
export async function triagePort(): Promise<TriagePort> {
  const [{ analyse }, { triageModel }] = await Promise.all([import('@secura/domain/triage/analyse'), import('../platform/triage-model.ts')]);
  return { analyse: (input) => Promise.resolve(analyse(input, triageModel())) };
}

export type TriageOutcome = { ok: true; result: TriageResult } | { ok: false; message: string; error: unknown };

/** Asks the port; a failure is an outcome, since the incident stands without it. */
export async function runTriage(input: TriageInput, port: () => Promise<TriagePort> = triagePort): Promise<TriageOutcome> {
  try {
    return { ok: true, result: await (await port()).analyse(input) };
  } catch (error) {
    return { ok: false, message: 'The automatic triage did not answer. It can be run again.', error };
  }
}
