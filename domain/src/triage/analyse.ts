import { assess } from './assess.ts';
import { withoutQuotes } from './quotes.ts';
import type { TriageModel } from './model.ts';
import { responsePlan } from './plan/plan.ts';
import type { Known } from './plan/situation.ts';
import type { TriageInput, TriageResult } from './result.ts';
import { wordsOf } from './techniques/cues.ts';
import { suggestTechniques } from './techniques/suggest.ts';

/** Triage without a key or a network: what the report is, the techniques that it speaks of, and what to do about it. */
export function analyse(input: TriageInput, model: TriageModel, known: Known = { observables: [], similarNeeded: [] }): TriageResult {
  const assessment = assess(input, model);
  const { category, severity, facts } = assessment;
  const techniques = suggestTechniques(wordsOf({ ...input, description: withoutQuotes(input.description) }), category);
  return { ...assessment, techniques, plan: responsePlan({ ...known, category, severity: severity.level, facts, techniques }) };
}
