import { categories, severities, type Category, type Severity } from '../incidents/vocabulary.ts';
import type { FactKey } from './facts.ts';
import type { SeverityHead } from './model.ts';
import type { Token } from './text.ts';
import type { Fact, SeverityFactor, TriageResult } from './result.ts';

interface Rule {
  key: string;
  meaning: string;
  /** Points that it adds at least and at most, whatever the rated reports say. */
  bounds: readonly [least: number, most: number];
  /** Any of these facts meets it. */
  by: readonly FactKey[];
  /** Holds only in these categories; everywhere when absent. */
  only?: readonly Category[];
}

const deceptions: readonly Category[] = ['phishing', 'social_engineering'];

const rules: readonly Rule[] = [
  { key: 'safety', meaning: 'People may be in danger', bounds: [3, 6], by: ['safety'] },
  { key: 'ransom', meaning: 'Files are held to ransom', bounds: [2, 5], by: ['ransom'] },
  { key: 'credentials', meaning: 'A password or code was given away', bounds: [1.5, 4], by: ['gave-password', 'gave-code'] },
  { key: 'opened', meaning: 'The link or file was opened', bounds: [0.5, 2], by: ['clicked', 'opened-file', 'remote'] },
  { key: 'sensitive', meaning: 'Sensitive personal data is involved', bounds: [0.5, 2.5], by: ['sensitive'] },
  { key: 'scale', meaning: 'Many people or records', bounds: [0.5, 2.5], by: ['scale'] },
  { key: 'critical-system', meaning: 'A system that much depends on', bounds: [0.5, 2.5], by: ['critical-system'] },
  { key: 'money', meaning: 'Money was or may be lost', bounds: [0.5, 2.5], by: ['paid'] },
  { key: 'active', meaning: 'It is happening now or spreading', bounds: [0.5, 2.5], by: ['active'] },
  { key: 'executive', meaning: 'A senior person is the target', bounds: [0, 1.5], by: ['executive'] },
  { key: 'unencrypted', meaning: 'The lost device was not encrypted', bounds: [0.5, 2], by: ['unencrypted'], only: ['physical_security', 'data_breach'] },
  { key: 'complied', meaning: 'Somebody did what the deceiver wanted', bounds: [0.5, 3], by: ['complied'], only: deceptions },
  { key: 'foothold', meaning: 'Somebody unknown rules an account or a system', bounds: [0.5, 3], by: ['foothold'] },
  { key: 'outage', meaning: 'People cannot work, or customers are not served', bounds: [0.5, 2], by: ['outage'] },
  { key: 'taken', meaning: 'Data were copied away or could be seen by anybody', bounds: [0.5, 2], by: ['taken'] },
  { key: 'vulnerable', meaning: 'It touches children, the sick or the threatened', bounds: [0, 2], by: ['vulnerable'] },
  { key: 'hundreds', meaning: 'Hundreds of people or records', bounds: [0.5, 2], by: ['people-hundreds'] },
  { key: 'thousands', meaning: 'Thousands of people or records', bounds: [1, 3], by: ['people-thousands'] },
  { key: 'machines', meaning: 'Several computers', bounds: [0, 2], by: ['machines'] },
  { key: 'sum', meaning: 'A sum of money', bounds: [0, 1], by: ['sum-middling'] },
  { key: 'large-sum', meaning: 'A large sum of money', bounds: [0.5, 3], by: ['sum-large'] },
  { key: 'untouched', meaning: 'Nothing was opened or given away', bounds: [-3, 0], by: ['untouched'] },
  { key: 'returned', meaning: 'It came back, was protected or was undone', bounds: [-3, -0.7], by: ['returned'] },
  { key: 'harmless', meaning: 'Nothing is missing, broken or disclosed', bounds: [-3, -1], by: ['harmless'] },
  { key: 'contained', meaning: 'It has been stopped or closed already', bounds: [-3, -0.7], by: ['contained'] },
  { key: 'near-miss', meaning: 'It was tried, or stopped in time', bounds: [-3, -0.7], by: ['near-miss'] },
  { key: 'seen-through', meaning: 'The deceiver was seen through', bounds: [-3, -1], by: ['seen-through'], only: deceptions },
  { key: 'degraded', meaning: 'It was slow or short, not gone', bounds: [-3, -0.7], by: ['degraded'], only: ['denial_of_service'] },
  { key: 'petty', meaning: 'It is about little', bounds: [-3, -1], by: ['petty'], only: ['physical_security', 'insider_threat', 'data_breach', 'unauthorized_access'] },
];

/** How loud somebody is says nothing about how bad it is. */
const shouting = new Set('urgent urgently urgency asap immediately immediate now quick quickly hurry emergency help please pls omg important critical severe serious'.split(' '));

/** The words that may speak for or against a severity. */
export function withoutShouting(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ text }) => !shouting.has(text));
}

/** How far the wording alone may move it. */
const mostByWording = 5;

/** The rules that a report's facts meet, with the words that say so. */
export function metRules(facts: readonly Fact[], category: Category): (Pick<Rule, 'key' | 'meaning' | 'bounds'> & Pick<Fact, 'span'>)[] {
  return rules.flatMap(({ key, meaning, bounds, by, only }) => {
    const fact = only && !only.includes(category) ? undefined : facts.find((candidate) => (by as readonly string[]).includes(candidate.key));
    return fact ? [{ key, meaning, bounds, span: fact.span }] : [];
  });
}

/** What was lost may be protected by encryption; what somebody else encrypted is not. Not among the rules, so that what was learned of them holds. */
const mayBeProtected: readonly Category[] = ['physical_security', 'data_breach'];
const isProtection = ({ key, span }: { key: string; span: Fact['span'] }): boolean => key === 'returned' && /encrypt|bitlocker|filevault/i.test(span.text);

const within = (value: number, [least, most]: readonly [number, number]): number => Math.min(most, Math.max(least, value));
const rounded = (points: number): number => Math.round(points * 10) / 10;

/** How much a doubt about the category may add. */
const mostByDoubt = 1;

/**
 * What a doubt about the category adds: on average of all that it may be, weighted by how likely that is, such incidents begin
 * nearer to high. It never takes points away.
 * @param shares how likely each category is, in the order of `categories`
 */
export function doubtIn(learned: SeverityHead, shares: readonly number[], category: Category): SeverityFactor[] {
  const begins = (kind: number): number => learned.categories[kind]! - learned.high[kind]!;
  const expected = shares.reduce((sum, share, kind) => sum + share * begins(kind), 0);
  const points = rounded(within(expected - begins(categories.indexOf(category)), [0, mostByDoubt]));
  return points > 0 ? [{ key: 'doubt', meaning: 'It may also be something that begins higher', points, span: null }] : [];
}

/**
 * Adds up what speaks for and against: where the category begins, the rules that are met, the surroundings, and how the
 * wording compares with rated reports. What rules and wording add was learned from rated reports, within bounds that a person
 * set.
 * @param wording points of the wording with its strongest words; null for a text that says nothing
 * @param surroundings what is known besides the words
 */
export function assessSeverity(
  learned: SeverityHead,
  facts: readonly Fact[],
  category: Category,
  wording: { points: number; span: SeverityFactor['span'] } | null,
  surroundings: readonly SeverityFactor[] = [],
): TriageResult['severity'] {
  const kind = categories.indexOf(category);
  const thresholds: Record<Severity, number> = { low: 0, medium: 3, high: learned.high[kind]!, critical: learned.critical[kind]! };
  const factors: SeverityFactor[] = [
    { key: 'category', meaning: 'Where this kind of incident begins', points: rounded(learned.categories[kind]!), span: null },
    ...metRules(facts, category).filter((met) => mayBeProtected.includes(category) || !isProtection(met)).map(({ key, meaning, bounds, span }) => ({ key, meaning, points: rounded(within(learned.rules[key] ?? 0, bounds)), span })),
    ...surroundings,
  ];
  if (wording) {
    const { points, span } = wording;
    const words = span && { field: span.field, start: span.start, end: span.end, text: span.text };
    factors.push({ key: 'wording', meaning: 'How it is told, compared with rated reports', points: rounded(within(points, [-mostByWording, mostByWording])), span: words });
  }
  const points = rounded(Math.max(0, factors.reduce((sum, factor) => sum + factor.points, 0)));
  const level = wording ? (severities.findLast((candidate) => points >= thresholds[candidate]) ?? 'low') : 'low';
  const above = severities[severities.indexOf(level) + 1];
  // A text that says nothing is low whatever it adds up to: no points would lift it.
  return { level, points, next: above && wording ? { level: above, pointsAway: rounded(Math.max(0, thresholds[above] - points)) } : null, factors };
}
