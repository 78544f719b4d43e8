import type { CaseTechnique, InternalCase } from '../incidents/incident.ts';
import type { Category, Severity } from '../incidents/vocabulary.ts';
import { responsePlan } from './plan/plan.ts';
import type { PlanStep, TechniqueSuggestion } from './result.ts';

/**
 * The techniques of a case after triage ran again: what a person decided stays, with the words that are found now;
 * suggestions that nobody judged give way to the new ones.
 */
export function mergeTechniques(before: readonly CaseTechnique[], suggested: readonly TechniqueSuggestion[]): CaseTechnique[] {
  const found = new Map(suggested.map((technique) => [technique.id, technique]));
  const judged = before.filter(({ review }) => review !== null);
  const kept = judged.map((technique): CaseTechnique => ({ ...technique, span: found.get(technique.id)?.span ?? null }));
  return [...kept, ...suggested.filter(({ id }) => !judged.some((technique) => technique.id === id)).map((technique): CaseTechnique => ({ ...technique, added: false, review: null }))];
}

/** The plan of a case as it stands: what people decided goes before what triage assumed. */
export function planOfCase({ triage, techniques, known }: Pick<InternalCase, 'triage' | 'techniques' | 'known'>, category: Category | null, severity: Severity | null): PlanStep[] {
  if (!triage || !category || !severity) return [];
  return responsePlan({ ...known, category, severity, facts: triage.facts, techniques: techniques.filter(({ review }) => review?.decision !== 'rejected') });
}
