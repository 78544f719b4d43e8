import { categories, categoryLabels, type Category } from '../incidents/vocabulary.ts';
import { explainCategory, wording, type Reading } from './explain.ts';
import { featuresOf, type Features } from './features.ts';
import { withoutQuotes } from './matcher.ts';
import { scoresOf, vectorOf, type TriageModel } from './model.ts';
import { factsOf } from './facts.ts';
import { firstAdvice } from './advice.ts';
import type { TriageAssessment, TriageInput, TriageReason } from './result.ts';
import { assessSeverity, withoutShouting } from './severity.ts';
import { wordsOf } from './techniques/cues.ts';
import { tokenise, type Token } from './text.ts';

/** Fewer known words than this say nothing: an empty, foreign or senseless text is unclear, never the largest class. */
const fewestKnownWords = 2;
const smallestKnownPart = 0.4;
/** Shown for a text that says nothing. */
const noConfidence = 0.1;

/**
 * What a report is, without a key or a network: a trained linear model for the category, points for the severity. Pure
 * and linear in the text, so that the browser can run it while somebody types.
 */
export function assess(given: TriageInput, model: TriageModel): TriageAssessment {
  const input = { ...given, description: withoutQuotes(given.description) };
  const fields = [tokenise(input.title), tokenise(input.description)];
  const features = featuresOf(fields);
  const vector = saysSomething(model, features) ? vectorOf(model, features) : null;
  const shares = vector && sharesOf(scoresOf(model, vector), model.temperature);
  const ranked = categories.map((category, index) => ({ category, confidence: shares?.[index] ?? 0 })).sort((a, b) => b.confidence - a.confidence);
  const category: Category = shares ? ranked[0]!.category : 'other';
  const reasons = vector ? explainCategory({ model, input, fields, features, vector }, categories.indexOf(category)) : [];
  const severity = assessSeverity(model.severity, input, category, vector ? wording(readCalmly(model, input, fields)) : null);
  const facts = factsOf(wordsOf(input), severity.factors);
  return {
    provider: 'local',
    model: model.name,
    category,
    confidence: shares ? rounded(ranked[0]!.confidence) : noConfidence,
    alternatives: shares ? ranked.slice(1, 3).filter((other) => other.confidence >= leastWorthNaming).map((other) => ({ category: other.category, confidence: rounded(other.confidence) })) : [],
    reasons,
    finding: finding(category, reasons),
    severity,
    advice: firstAdvice(category, facts),
    facts,
  };
}

function readCalmly(model: TriageModel, input: TriageInput, fields: readonly (readonly Token[])[]): Reading {
  const calm = fields.map(withoutShouting);
  const features = featuresOf(calm);
  return { model, input, fields: calm, features, vector: vectorOf(model, features) };
}

function saysSomething(model: TriageModel, features: Features): boolean {
  const words = [...features.counts[0]!.keys()];
  const known = words.filter((hash) => model.rowOf(hash) !== -1).length;
  return known >= fewestKnownWords && known / words.length >= smallestKnownPart;
}

/** Scores as shares that add up to one; the temperature was fitted on reports kept apart (`npm run train:triage`). */
export function sharesOf(scores: readonly number[], temperature: number): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** No model is ever certain. */
const mostConfidence = 0.99;
const leastWorthNaming = 0.01;

const rounded = (share: number): number => Math.min(mostConfidence, Math.round(share * 1000) / 1000);

function finding(category: Category, reasons: readonly TriageReason[]): string {
  const words = reasons.filter(({ weight }) => weight > 0).slice(0, 2).map((reason) => `“${reason.text.replace(/\s+/g, ' ')}”`);
  if (category === 'other') return words.length > 0 ? `Everyday trouble by its words: ${words.join(', ')}.` : 'No sign of a known kind of incident; more details would help.';
  return words.length > 0 ? `${categoryLabels[category]}, because of ${words.join(' and ')}.` : `${categoryLabels[category]}, by its wording as a whole.`;
}
