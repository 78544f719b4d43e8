import { readReport } from './assess.ts';
import type { TriageContext } from './context.ts';
import type { TriageModel } from './model.ts';
import { responsePlan } from './plan/plan.ts';
import { nothingKnown, type Known } from './plan/situation.ts';
import type { TriageInput, TriageResult } from './result.ts';
import { suggestTechniques } from './techniques/suggest.ts';

/** Triage without a key or a network: what the report is, the techniques that it speaks of, and what to do about it. */
export function analyse(input: TriageInput, model: TriageModel, known: Known = nothingKnown, context?: TriageContext): TriageResult {
  const { assessment, words } = readReport(input, model, context);
  const { category, severity, facts } = assessment;
  const techniques = suggestTechniques(words, category);
  return { ...assessment, techniques, plan: responsePlan({ ...known, category, severity: severity.level, facts, techniques }) };
}
