import { categories, categoryLabels, severities, type Category, type Severity } from '../incidents/vocabulary.ts';
import { firstAdvice } from './advice.ts';
import { certaintyOf } from './certainty.ts';
import { responsePlan } from './plan/plan.ts';
import { raisedTo, type Opinion, type TriageResult } from './result.ts';

/** How often a provider's category was what a person decided. */
export interface TrackRecord {
  right: number;
  decided: number;
}

/** Before anybody has decided anything, each provider counts as if 18 of 20 had been right. */
const prior = { right: 18, decided: 20 };
const leastWeight = 0.05;

/**
 * How much two opinions count against one another: the log-odds of being right, which is best for independent experts
 * (Nitzan & Paroush 1982), scaled so that they add up to one. Equal until decisions tell them apart.
 */
export function weightsOf(local: TrackRecord, other: TrackRecord): { local: number; other: number } {
  const [a, b] = [logOdds(local), logOdds(other)];
  return { local: a / (a + b), other: b / (a + b) };
}

function logOdds({ right, decided }: TrackRecord): number {
  const share = (right + prior.right) / (decided + prior.decided + 1);
  return Math.max(leastWeight, Math.log(share / (1 - share)));
}

/** The shares of all categories; what was not named shares the rest evenly. */
export function sharesOfOpinion({ category, confidence, alternatives }: Pick<Opinion, 'category' | 'confidence' | 'alternatives'>): number[] {
  const named = new Map<Category, number>([...alternatives.map((other) => [other.category, other.confidence] as const), [category, confidence]]);
  const sum = [...named.values()].reduce((total, share) => total + share, 0);
  const rest = named.size < categories.length ? Math.max(0, 1 - sum) / (categories.length - named.size) : 0;
  const shares = categories.map((each) => Math.max(leastShare, named.get(each) ?? rest));
  const total = shares.reduce((added, share) => added + share, 0);
  return shares.map((share) => share / total);
}

/** Nobody can rule a category out: one zero would outvote everybody. */
const leastShare = 0.001;
const mostConfidence = 0.99;
const leastWorthNaming = 0.01;

/** The logarithmic opinion pool (Genest & Zidek 1986): the product of the shares, each to the power of its weight. */
export function pool(opinions: readonly { shares: readonly number[]; weight: number }[]): number[] {
  const products = categories.map((_, index) => Math.exp(opinions.reduce((sum, { shares, weight }) => sum + weight * Math.log(shares[index]!), 0)));
  const total = products.reduce((sum, product) => sum + product, 0);
  return products.map((product) => product / total);
}

/** The winner of nine shares has more than a ninth: whoever claims less has not understood the text. */
export const understands = ({ confidence }: Pick<Opinion, 'confidence'>): boolean => confidence > 1 / categories.length;

/**
 * Joins the local triage and another opinion. The other may add suspicion, never take it away: a text that talks a
 * language model into "nothing happened" must not get further than the local rules let it.
 */
export function combine(local: TriageResult, other: Opinion, weights: { local: number; other: number }): TriageResult {
  const mine: Opinion = {
    provider: local.provider, model: local.model, category: local.category, confidence: local.confidence,
    alternatives: local.alternatives, severity: local.severity.level,
    quotes: local.reasons.filter(({ weight }) => weight > 0).map(({ weight: _weight, ...quote }) => quote),
  };
  const shares = pooled(mine, other, weights);
  const { category, confidence, alternatives } = ranked(shares);
  const level = joinedSeverity(mine, other);
  const same = category === local.category;
  const raised = level !== local.severity.level;
  return {
    ...local,
    provider: `${local.provider}+${other.provider}`,
    model: `${local.model} + ${other.model}`,
    category,
    confidence,
    alternatives,
    // The local words explain the local category; the other's words are in its opinion.
    reasons: same ? local.reasons : [],
    finding: same ? local.finding : finding(category, other),
    severity: raised ? raisedTo(level, local.severity, 'A second opinion rates it so, above what the points make', other.quotes[0]) : local.severity,
    missing: same ? local.missing : undefined,
    advice: same ? local.advice : firstAdvice(category, local.facts),
    plan: same && !raised ? local.plan : responsePlan({ observables: [], similarNeeded: [], category, severity: level, facts: local.facts, techniques: local.techniques }),
    // What the local triage said of pictures by themselves stays beside it.
    opinions: [mine, ...(local.opinions ?? []).filter(({ picture }) => picture !== undefined), other],
  };
}

/** The category with the largest share, and the next ones worth naming. */
export function ranked(shares: readonly number[]): Pick<Opinion, 'category' | 'confidence' | 'alternatives'> {
  const all = categories.map((category, index) => ({ category, confidence: rounded(shares[index]!) })).sort((a, b) => b.confidence - a.confidence);
  return { ...all[0]!, alternatives: all.slice(1, 3).filter((one) => one.confidence >= leastWorthNaming) };
}

function pooled(local: Opinion, other: Opinion, weights: { local: number; other: number }): number[] {
  if (!understands(local)) return sharesOfOpinion(other);
  const deniesIncident = other.category === 'other' && local.category !== 'other' && certaintyOf(local.confidence) !== 'unclear';
  if (!understands(other) || deniesIncident) return sharesOfOpinion(local);
  return pool([{ shares: sharesOfOpinion(local), weight: weights.local }, { shares: sharesOfOpinion(other), weight: weights.other }]);
}

/**
 * Never below the local level. Above it by one level at most where the local triage understood the text: on rated
 * reports it is off by more in fewer than one of twenty (`npm run eval:triage`, severityWithinOne).
 */
function joinedSeverity(local: Opinion, other: Opinion): Severity {
  const floor = severities.indexOf(local.severity);
  const ceiling = understands(local) ? Math.min(severities.length - 1, floor + 1) : severities.length - 1;
  return severities[Math.min(ceiling, Math.max(floor, severities.indexOf(other.severity)))]!;
}

const rounded = (share: number): number => Math.min(mostConfidence, Math.round(share * 1000) / 1000);

function finding(category: Category, { quotes }: Opinion): string {
  const words = quotes.slice(0, 2).map(({ text }) => `“${text.replace(/\s+/g, ' ')}”`);
  return words.length > 0 ? `${categoryLabels[category]}, because of ${words.join(' and ')}.` : `${categoryLabels[category]}, by its wording as a whole.`;
}
