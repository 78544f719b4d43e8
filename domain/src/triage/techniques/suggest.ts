import type { Category } from '../../incidents/vocabulary.ts';
import type { TechniqueSuggestion } from '../result.ts';
import { accountRules } from './accounts.ts';
import { findCues, indexCues, type Found, type Words } from './cues.ts';
import { entryRules } from './entry.ts';
import { harmRules } from './harm.ts';
import { insideRules } from './inside.ts';
import type { TechniqueRule } from './rule.ts';

/** Every technique that can be suggested, in the order of an attack. */
export const techniqueRules: readonly TechniqueRule[] = [...entryRules, ...insideRules, ...accountRules, ...harmRules];

interface Owner {
  rule: TechniqueRule;
  /** Absent: the words say it in any kind of incident. */
  only?: readonly Category[];
}

const index = indexCues<Owner>(
  techniqueRules.flatMap((rule) => [{ cues: rule.cues, owner: { rule } }, ...(rule.hints ? [{ cues: rule.hints.cues, owner: { rule, only: rule.hints.in } }] : [])]),
);

const most = 6;
/** Longer passages are no quotation any more. */
const longestQuote = 100;

/** Everyday trouble has its own viruses and leaks: one word alone is not believed there. */
const enoughInTrouble = 3;

/** How much a technique's words say: what is said twice says more; hints say half. */
function strength(matches: readonly Found<Owner>[]): number {
  const distinct = new Map(matches.map((match) => [match.text.toLowerCase(), match.owner.only ? 1 : 2]));
  return [...distinct.values()].reduce((sum, points) => sum + points, 0);
}

/** The words to show: those that say it by themselves, the fuller ones. */
function bestOf(matches: readonly Found<Owner>[]): Found<Owner> {
  const rank = ({ owner, text }: Found<Owner>): number => (owner.only ? 0 : 1000) + (text.length > longestQuote ? 0 : text.length);
  return matches.reduce((best, match) => (rank(match) > rank(best) ? match : best));
}

/**
 * Techniques of MITRE ATT&CK that the words of a report speak of, at most six, in the order of an attack. A first guess
 * for an analyst to confirm or reject: `npm run eval:techniques` measures how good it is.
 * @param category what triage takes the report for; `other` is everyday trouble, of which only plain words are believed
 */
export function suggestTechniques(fields: readonly Words[], category: Category): TechniqueSuggestion[] {
  const byRule = new Map<TechniqueRule, Found<Owner>[]>();
  for (const match of findCues(index, fields)) {
    const { rule, only } = match.owner;
    if (only && !only.includes(category)) continue;
    byRule.set(rule, [...(byRule.get(rule) ?? []), match]);
  }
  const strongest = [...byRule]
    .map(([rule, matches]) => ({ rule, matches, strength: strength(matches) }))
    .filter((one) => category !== 'other' || one.strength >= enoughInTrouble)
    // The sub-technique says all that its parent says.
    .filter(({ rule }) => ![...byRule.keys()].some((other) => other.id.startsWith(`${rule.id}.`)))
    .sort((a, b) => b.strength - a.strength)
    .slice(0, most);
  return strongest
    .sort((a, b) => techniqueRules.indexOf(a.rule) - techniqueRules.indexOf(b.rule))
    .map(({ rule: { id, name, tactic, why }, matches }) => {
      const { owner: _owner, ...span } = bestOf(matches);
      return { id, name, tactic, why, span };
    });
}
