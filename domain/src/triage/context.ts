import type { Severity } from '../incidents/vocabulary.ts';
import { roleLabels, type Role } from '../people/vocabulary.ts';
import type { Asset } from '../settings/organisation.ts';
import { withoutQuotes } from './quotes.ts';
import type { SeverityFactor, TriageInput } from './result.ts';

/** What an organisation knows about a report besides its words. */
export interface TriageContext {
  /** As the directory has it. */
  reporter: { department: string; role: Role };
  assets: readonly Asset[];
  sensitiveDepartments: readonly string[];
  similarOutcomes?: SimilarOutcomes;
}

/** How incidents that are alike ended. */
export interface SimilarOutcomes {
  /** Of them, those that are resolved and were no duplicate. */
  resolved: number;
  falsePositive: number;
  /** Of those that were real. */
  severities: readonly Severity[];
}

// Set by judgement, not learned: there are no rated reports with their surroundings. Levels lie two to four points apart:
// none of these moves a report by more than one, and all together add 4.5 at most.
const points = { asset: { critical: 2, high: 1 }, role: 1, department: 0.5, harm: 1, harmless: -1 } as const;
/** Fewer ends than this say nothing. */
const fewestHarmless = 3;
const fewestHarmful = 2;

const longestRead = 12_000;

/**
 * What the surroundings of a report add to its severity: assets that it names, who reports, how incidents alike ended. All but
 * one only add; that one takes one point at most.
 */
export function contextFactors(input: TriageInput, { reporter, assets, sensitiveDepartments, similarOutcomes }: TriageContext): SeverityFactor[] {
  const factors: SeverityFactor[] = [];
  const named = assetIn(input, assets);
  if (named) {
    const { asset, span } = named;
    factors.push({ key: 'asset', meaning: `Names ${asset.name}, which the organisation lists as ${asset.criticality === 'critical' ? 'a critical' : 'an important'} asset`, points: points.asset[asset.criticality], span });
  }
  if (reporter.role !== 'employee') {
    factors.push({ key: 'reporter-role', meaning: `Comes from somebody with wide access (${roleLabels[reporter.role].toLowerCase()})`, points: points.role, span: null });
  }
  if (sensitiveDepartments.some((department) => sameName(department, reporter.department))) {
    factors.push({ key: 'reporter-department', meaning: `Comes from ${reporter.department}, which the organisation lists as sensitive`, points: points.department, span: null });
  }
  const ended = similarOutcomes && outcomeFactor(similarOutcomes);
  return ended ? [...factors, ended] : factors;
}

function outcomeFactor({ resolved, falsePositive, severities }: SimilarOutcomes): SeverityFactor | null {
  if (resolved >= fewestHarmless && falsePositive === resolved) {
    return { key: 'similar-outcomes', meaning: `All ${resolved} incidents alike that are resolved were false positives`, points: points.harmless, span: null };
  }
  const grave = severities.filter((severity) => severity === 'high' || severity === 'critical').length;
  if (grave < fewestHarmful || grave * 2 < resolved) return null;
  return { key: 'similar-outcomes', meaning: `${grave} of ${resolved} incidents alike that are resolved were real and high or critical`, points: points.harm, span: null };
}

const sameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** The most critical asset that a report names as whole words, at the first place; not in what it quotes. Linear in the text. */
function assetIn({ title, description, affected }: TriageInput, assets: readonly Asset[]): { asset: Asset; span: NonNullable<SeverityFactor['span']> } | null {
  const fields = { title: title.slice(0, longestRead), description: withoutQuotes(description.slice(0, longestRead)), affected: affected?.slice(0, longestRead) ?? '' };
  for (const criticality of ['critical', 'high'] as const) {
    const wanted = assets.filter((asset) => asset.criticality === criticality);
    if (wanted.length === 0) continue;
    const pattern = wholeWords(wanted.map(({ name }) => name));
    for (const field of ['title', 'description', 'affected'] as const) {
      const match = pattern.exec(fields[field]);
      if (!match) continue;
      const [text] = match;
      const asset = wanted.find(({ name }) => sameName(name, text.replace(/\s/gu, ' '))) ?? wanted.find(({ name }) => wholeWords([name]).test(text));
      if (asset) return { asset, span: { field, start: match.index, end: match.index + text.length, text } };
    }
  }
  return null;
}

/** Any of the names, in any case. Names are letters for letters, so that nothing is tried twice. */
function wholeWords(names: readonly string[]): RegExp {
  const alternatives = [...names].sort((a, b) => b.length - a.length).map((name) => name.replace(/[$()*+.?[\\\]^{|}/-]/gu, '\\$&').replace(/ /g, '\\s'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}
