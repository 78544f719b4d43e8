import { categoryLabels, type Severity } from '../../incidents/vocabulary.ts';
import { cutText } from '../../platform/clean.ts';
import type { PlanStep } from '../result.ts';
import { afterSteps } from './after.ts';
import { containSteps } from './contain.ts';
import { eradicateSteps } from './eradicate.ts';
import { valuesOf, type LibraryStep, type ObservableGroup, type Occasion, type Situation } from './situation.ts';

/** Every step there is, by the phases of NIST SP 800-61. */
export const planLibrary: readonly LibraryStep[] = [...containSteps, ...eradicateSteps, ...afterSteps];

const phases: readonly PlanStep['phase'][] = ['contain', 'eradicate', 'recover', 'learn'];
const mostSteps = 12;
/** A plan of many steps still has some of each phase. */
const leastOfPhase = 2;
const pace: Record<Severity, number> = { low: 1.5, medium: 1, high: 0.5, critical: 0.25 };

interface Because {
  occasion: Occasion;
  /** What of this report made it chosen. */
  said: string;
  /** What happened counts for more than what kind it is. */
  weight: number;
}

const longestQuote = 120;

function quoted(text: string): string {
  const plain = text.replace(/\s+/g, ' ');
  return `“${plain.length > longestQuote ? `${cutText(plain, longestQuote)}…` : plain}”`;
}

/** What in the situation meets an occasion; null when something that it asks for is missing. */
function meets(occasion: Occasion, situation: Situation): Because | null {
  let weight = 0;
  let said = categoryLabels[situation.category];
  if (occasion.category) {
    if (!occasion.category.includes(situation.category)) return null;
    weight += 1;
  }
  if (occasion.without?.some((key) => situation.facts.some((fact) => fact.key === key))) return null;
  if (occasion.fact) {
    const fact = situation.facts.find(({ key }) => (occasion.fact as readonly string[]).includes(key));
    if (!fact) return null;
    weight += 4;
    said = quoted(fact.span.text);
  }
  if (occasion.technique) {
    const technique = situation.techniques.find(({ id }) => occasion.technique!.some((wanted) => id === wanted || id.startsWith(`${wanted}.`)));
    if (!technique) return null;
    weight += 3;
    said = technique.span ? `${quoted(technique.span.text)} (${technique.id})` : `${technique.id} ${technique.name}`;
  }
  if (occasion.observable) {
    if (!occasion.observable.some((group) => valuesOf(situation, group).length > 0)) return null;
    weight += 5;
    said = 'Named in this incident';
  }
  return { occasion, said, weight };
}

const namedAtMost = 3;

function filled(text: string, situation: Situation): string {
  return text.replace(/\{(\w+)\}/g, (_, group: string) => {
    const values = valuesOf(situation, group as ObservableGroup);
    const rest = values.length - namedAtMost;
    return `${values.slice(0, namedAtMost).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  });
}

/** Says which similar incidents needed a step; all of them are resolved. */
function neededIn(numbers: readonly string[]): string {
  const rest = numbers.length - namedAtMost;
  return numbers.length === 0 ? '' : `Also needed in ${numbers.slice(0, namedAtMost).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

interface Chosen {
  step: LibraryStep;
  because: Because | null;
  /** Numbers of similar incidents that needed it. */
  similar: readonly string[];
}

const rank = ({ because, similar }: Chosen): number => (because?.weight ?? 0) + (similar.length > 0 ? 4 : 0);

/** At most twelve: the ones with the best reasons, and some of every phase. */
function fewest(chosen: readonly Chosen[]): Chosen[] {
  const best = [...chosen].sort((a, b) => rank(b) - rank(a));
  const sure = phases.flatMap((phase) => best.filter(({ step }) => step.phase === phase).slice(0, leastOfPhase));
  return [...sure, ...best.filter((one) => !sure.includes(one))].slice(0, mostSteps);
}

/** Hours in quarters: no target is more exact than that. */
const targetOf = ({ hours, fixed }: LibraryStep, severity: Severity): number => (fixed ? hours : Math.max(0.25, Math.round(hours * pace[severity] * 4) / 4));

/**
 * The response plan of an incident, by the phases of NIST SP 800-61 and the target times: 5 to 12 steps of the library,
 * each with what of this report made it chosen. Steps that similar incidents needed come first in their phase.
 */
export function responsePlan(situation: Situation): PlanStep[] {
  const chosen = planLibrary.flatMap((step): Chosen[] => {
    const occasions = step.occasions.map((occasion) => meets(occasion, situation)).filter((because) => because !== null);
    const because = occasions.reduce<Because | null>((best, one) => (!best || one.weight > best.weight ? one : best), null);
    // What names indicators says nothing without them.
    const needed = because !== null || !/\{\w+\}/.test(step.step);
    const similar = (needed && situation.similarNeeded.find((other) => other.step === step.id)?.numbers) || [];
    return because || similar.length > 0 ? [{ step, because, similar }] : [];
  });
  const lesser = new Set(chosen.flatMap(({ step }) => step.insteadOf ?? []));
  return fewest(chosen.filter(({ step }) => !lesser.has(step.id)))
    .map(({ step, because, similar }): PlanStep => {
      const reason = because ? `${because.said}: ${because.occasion.why}` : '';
      return {
        id: step.id,
        phase: step.phase,
        step: filled(step.step, situation),
        owner: step.owner,
        hours: targetOf(step, situation.severity),
        why: [reason, neededIn(similar)].filter(Boolean).join(' '),
        source: `${step.source.startsWith('M') ? 'ATT&CK' : 'NIST'} ${step.source}`,
        similar: similar.length > 0,
      };
    })
    .sort((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase) || Number(b.similar) - Number(a.similar) || a.hours - b.hours);
}
