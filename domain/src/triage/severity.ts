import { categories, severities, type Category, type Severity } from '../incidents/vocabulary.ts';
import { findPhrase } from './matcher.ts';
import type { SeverityHead } from './model.ts';
import type { Token } from './text.ts';
import type { SeverityFactor, TriageInput, TriageResult } from './result.ts';

interface Rule {
  key: string;
  meaning: string;
  /** Points that it adds at least and at most, whatever the rated reports say. */
  bounds: readonly [least: number, most: number];
  cues: readonly string[];
  /** Holds only in these categories; everywhere when absent. */
  only?: readonly Category[];
}

const rules: readonly Rule[] = [
  { key: 'safety', meaning: 'People may be in danger', bounds: [3, 6], cues: ['injur*', 'threatened me', 'weapon*', 'a knife', 'a gun', 'shooting', 'hostage*', 'bomb*', 'patient safety', 'life support', 'ambulance*', 'emergency calls', 'ventilator*'] },
  { key: 'ransom', meaning: 'Files are held to ransom', bounds: [2, 5], cues: ['ransom*', 'files~encrypted', 'encrypted files', 'all files~locked'] },
  { key: 'credentials', meaning: 'A password or code was given away', bounds: [1.5, 4], cues: ['entered my password', 'typed my password', 'entered my credentials', 'gave~password', 'gave~code', 'entered my details', 'put in my password', 'approved~prompt', 'approved~request'] },
  { key: 'opened', meaning: 'The link or file was opened', bounds: [0.5, 2], cues: ['clicked~link', 'clicked on it', 'i clicked', 'opened~attachment', 'opened the file', 'i opened it', 'enabled macros', 'installed it'] },
  { key: 'sensitive', meaning: 'Sensitive personal data is involved', bounds: [0.5, 2.5], cues: ['medical record*', 'patient*', 'health data', 'salary', 'salaries', 'payroll', 'passport*', 'social security', 'credit card*', 'bank details', 'customer data', 'personal data', 'customer list', 'hr file*'] },
  { key: 'scale', meaning: 'Many people or records', bounds: [0.5, 2.5], cues: ['all customers', 'all employees', 'whole department', 'entire department', 'thousands', 'hundreds of', 'everyone in', 'the whole company', 'many colleagues', 'several colleagues', 'all patients'] },
  { key: 'critical-system', meaning: 'A system that much depends on', bounds: [0.5, 2.5], cues: ['domain controller', 'production', 'server*', 'database', 'erp', 'payment system', 'backup*', 'vpn', 'active directory', 'admin account', 'administrator account', 'webshop', 'online shop'] },
  { key: 'money', meaning: 'Money was or may be lost', bounds: [0.5, 2.5], cues: ['transferred', 'wire transfer', 'paid the', 'gift card*', 'already paid', 'lost~euros', 'fraudulent payment', 'change~bank details'] },
  { key: 'active', meaning: 'It is happening now or spreading', bounds: [0.5, 2.5], cues: ['right now', 'still happening', 'spreading', 'ongoing', 'more and more', 'still logged in', 'currently being', 'keeps coming back', 'is encrypting'] },
  { key: 'executive', meaning: 'A senior person is the target', bounds: [0, 1.5], cues: ['our ceo', 'cfo', 'board member*', 'managing director', 'chief executive'] },
  { key: 'unencrypted', meaning: 'The lost device was not encrypted', bounds: [0.5, 2], cues: ['not encrypted', 'unencrypted', 'no password on it', 'without encryption'], only: ['physical_security', 'data_breach'] },
  { key: 'untouched', meaning: 'Nothing was opened or given away', bounds: [-2, 0], cues: ['did not click', "didn't click", 'not clicked', 'did not open', "didn't open", 'have not opened', 'did not reply', 'nothing was opened', 'blocked by', 'was blocked', 'deleted it', 'in quarantine'] },
  { key: 'returned', meaning: 'It came back or was undone', bounds: [-2, 0], cues: ['was returned', 'got it back', 'found it again', 'remote wiped', 'remotely wiped', 'recalled in time', 'was encrypted', 'full disk encryption'] },
];

/** How loud somebody is says nothing about how bad it is. */
const shouting = new Set('urgent urgently urgency asap immediately immediate now quick quickly hurry emergency help please pls omg important critical severe serious'.split(' '));

/** The words that may speak for or against a severity. */
export function withoutShouting(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ text }) => !shouting.has(text));
}

/** How far the wording alone may move it. */
const mostByWording = 5;

/** The rules that a report meets, with the words that say so. */
export function metRules(input: TriageInput, category: Category): { key: string; meaning: string; bounds: Rule['bounds']; span: NonNullable<SeverityFactor['span']> }[] {
  return rules.flatMap(({ key, meaning, bounds, cues, only }) => {
    const span = only && !only.includes(category) ? null : findPhrase(input, cues);
    return span ? [{ key, meaning, bounds, span }] : [];
  });
}

const within = (value: number, [least, most]: readonly [number, number]): number => Math.min(most, Math.max(least, value));
const rounded = (points: number): number => Math.round(points * 10) / 10;

/**
 * Adds up what speaks for and against: where the category begins, the rules that are met, and how the wording compares
 * with rated reports. What each of them adds was learned from rated reports, within bounds that a person set.
 * @param input without quoted lines, as `analyse` passes it
 * @param wording points of the wording with its strongest words; null for a text that says nothing
 */
export function assessSeverity(
  learned: SeverityHead,
  input: TriageInput,
  category: Category,
  wording: { points: number; span: SeverityFactor['span'] } | null,
): TriageResult['severity'] {
  const kind = categories.indexOf(category);
  const thresholds: Record<Severity, number> = { low: 0, medium: 3, high: learned.high[kind]!, critical: learned.critical[kind]! };
  const factors: SeverityFactor[] = [
    { key: 'category', meaning: 'Where this kind of incident begins', points: rounded(learned.categories[kind]!), span: null },
    ...metRules(input, category).map(({ key, meaning, bounds, span }) => ({ key, meaning, points: rounded(within(learned.rules[key] ?? 0, bounds)), span })),
  ];
  if (wording) {
    const { points, span } = wording;
    const words = span && { field: span.field, start: span.start, end: span.end, text: span.text };
    factors.push({ key: 'wording', meaning: 'How it is told, compared with rated reports', points: rounded(within(points, [-mostByWording, mostByWording])), span: words });
  }
  const points = rounded(Math.max(0, factors.reduce((sum, factor) => sum + factor.points, 0)));
  const level = wording ? (severities.findLast((candidate) => points >= thresholds[candidate]) ?? 'low') : 'low';
  const above = severities[severities.indexOf(level) + 1];
  return { level, points, next: above ? { level: above, pointsAway: rounded(Math.max(0, thresholds[above] - points)) } : null, factors };
}
