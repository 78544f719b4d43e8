import { cleanText, cutText } from '../../platform/clean.ts';
import type { FactKey } from '../facts.ts';
import type { Category, Severity } from '../../incidents/vocabulary.ts';
import type { Fact, PlanStep, TechniqueSuggestion } from '../result.ts';

/** What is known besides the words of the report; each may be empty. */
export interface Known {
  /** Indicators found in it: kinds such as `domain`, `url`, `email`, `ipv4`, `sha256`. */
  observables: readonly { kind: string; value: string }[];
  /** Steps that were done in similar incidents which are resolved, and the numbers of those. */
  similarNeeded: readonly { step: string; numbers: readonly string[] }[];
}

export const nothingKnown: Known = { observables: [], similarNeeded: [] };

/** What a response plan is chosen by. */
export interface Situation extends Known {
  category: Category;
  severity: Severity;
  /** What happened, with the words that say so. */
  facts: readonly Fact[];
  /** Suggested and not rejected, confirmed, or added by a person. */
  techniques: readonly (Pick<TechniqueSuggestion, 'id' | 'name'> & { span: { text: string } | null })[];
}

/** Why a step is taken: everything that is given must hold, of each list one. */
export interface Occasion {
  category?: readonly Category[];
  fact?: readonly FactKey[];
  /** None of these. */
  without?: readonly FactKey[];
  /** A technique's id stands for its sub-techniques, too. */
  technique?: readonly string[];
  observable?: readonly ObservableGroup[];
  /** Goes on after what made it chosen: "“entered my password”: a stolen password works …". */
  why: string;
}

/** A step as the library holds it. */
export interface LibraryStep extends Pick<PlanStep, 'id' | 'phase' | 'step' | 'owner'> {
  /** Target at medium severity. */
  hours: number;
  /** The target does not follow the severity: a law or a bank sets it. */
  fixed?: boolean;
  /** An ATT&CK mitigation (`M1021`) or a NIST SP 800-53 control (`IR-4`). */
  source: string;
  occasions: readonly Occasion[];
  /** Steps that say less of the same. */
  insteadOf?: readonly string[];
}

/** Kinds of indicators that are blocked or looked for in the same way. */
const observableGroups = {
  domains: /^(domain|host|fqdn|url|uri|link)/,
  senders: /^(e?mail|sender)/,
  addresses: /^ip/,
  files: /^(md5|sha|hash|file)/,
  accounts: /^(iban|bank|account)/,
  phones: /^(phone|tel)/,
} as const;
export type ObservableGroup = keyof typeof observableGroups;

/** The values of a group, defanged: nothing in a plan may be clicked by accident. */
export function valuesOf({ observables }: Pick<Situation, 'observables'>, group: ObservableGroup): string[] {
  const values = observables.filter(({ kind }) => observableGroups[group].test(kind.toLowerCase())).map(({ value }) => (group === 'domains' ? hostOf(value) : value));
  return [...new Set(values.map(defang))].filter(Boolean);
}

const hostOf = (value: string): string => value.replace(/^[a-z+]{2,10}:\/\//i, '').split(/[/?#]/, 1)[0]!;

const longestValue = 80;

/** `evil.example` as `evil[.]example`. */
function defang(value: string): string {
  return cutText(cleanText(value), longestValue).replace(/\[\.\]|\./g, '[.]').replace(/\[@\]|@/g, '[@]').replace(/^http/i, 'hxxp');
}
