import { readReport } from './assess.ts';
import type { TriageContext } from './context.ts';
import type { TriageModel } from './model.ts';
import { responsePlan } from './plan/plan.ts';
import { nothingKnown, type Known } from './plan/situation.ts';
import { withPictures } from './pictures.ts';
import type { PictureText, TriageInput, TriageResult } from './result.ts';
import { suggestTechniques } from './techniques/suggest.ts';

/**
 * Triage without a key or a network: what the report is, the techniques that it speaks of, and what to do about it.
 * @param pictures what was read in the pictures that came with it
 */
export function analyse(input: TriageInput, model: TriageModel, known: Known = nothingKnown, context?: TriageContext, pictures: readonly PictureText[] = []): TriageResult {
  const { assessment, words } = withPictures(readReport(input, model, context), pictures, { input, model, context });
  const { category, severity, facts } = assessment;
  const techniques = suggestTechniques(words, category);
  return { ...assessment, techniques, plan: responsePlan({ ...known, category, severity: severity.level, facts, techniques }) };
}
