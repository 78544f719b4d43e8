import { categories, categoryLabels, type Category } from '../incidents/vocabulary.ts';
import { calibrate, otherPrior, temperature } from './calibration.ts';
import { cues, everydayCues } from './cues.ts';
import { findCues, withoutQuotes, type Match } from './matcher.ts';
import { firstAdvice, responsePlan } from './plan.ts';
import type { TriageInput, TriageReason, TriageResult } from './result.ts';
import { assessSeverity } from './severity.ts';

export const localModel = { provider: 'local', model: 'cues-1' } as const;

/**
 * Triage without a key or a network: weighted words and phrases for the category, points for the severity.
 * Pure and linear in the text, so that the browser can run it while somebody types.
 */
export function analyse(given: TriageInput): TriageResult {
  const input = { ...given, description: withoutQuotes(given.description) };
  const matches = new Map<Category, Match[]>();
  for (const category of categories) {
    matches.set(category, findCues(input, category === 'other' ? everydayCues : cues[category]));
  }
  const scored = categories
    .map((category) => ({ category, score: score(matches.get(category) ?? []) + (category === 'other' ? otherPrior : 0) }))
    .sort((a, b) => b.score - a.score);
  const total = scored.reduce((sum, { score: s }) => sum + Math.exp(s / temperature), 0);
  const ranked = scored.map(({ category, score: s }) => ({ category, confidence: Math.exp(s / temperature) / total }));
  const best = { category: ranked[0]?.category ?? ('other' as const), confidence: calibrate(ranked[0]?.confidence ?? 0) };
  const reasons = reasonsFor(matches.get(best.category) ?? []);
  const severity = assessSeverity(input, best.category);
  return {
    ...localModel,
    category: best.category,
    confidence: best.confidence,
    // Only the first choice has a measured accuracy; the rest share what it leaves.
    alternatives: ranked.slice(1, 3).map(({ category, confidence }) => ({ category, confidence: Math.min(confidence, 1 - best.confidence) })),
    reasons,
    finding: finding(best.category, reasons),
    severity,
    advice: firstAdvice(best.category, severity.factors.map((factor) => factor.key)),
    plan: responsePlan(best.category, severity.level),
  };
}

// The strongest cue counts whole, each further one less: ten weak hints are not a proof.
function score(found: readonly Match[]): number {
  return found
    .map((match) => match.weight)
    .sort((a, b) => b - a)
    .reduce((sum, weight, index) => sum + weight * 0.75 ** index, 0);
}

function reasonsFor(found: readonly Match[]): TriageReason[] {
  return [...found]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 6)
    .map(({ field, start, end, text, weight }) => ({ field, start, end, text, weight }));
}

function finding(category: Category, reasons: readonly TriageReason[]): string {
  const words = reasons.slice(0, 2).map((reason) => `“${reason.text.replace(/\s+/g, ' ')}”`);
  if (category === 'other') return words.length > 0 ? `Everyday trouble by its words: ${words.join(', ')}.` : 'No sign of a known kind of incident; more details would help.';
  return `${categoryLabels[category]}, because of ${words.join(' and ')}.`;
}
