import type { AiDecision } from '../triage/ledger.ts';

/** With fewer decisions than this a share would say more about chance than about triage. */
export const fewestDecisions = 10;

/** Reports of which triage was about equally sure, and how often it was right with them. */
export interface CalibrationBin {
  from: number;
  to: number;
  decided: number;
  /** Mean of what triage claimed, and share that people left standing. */
  confidence: number;
  right: number;
}

/** How one provider's model did, by what people decided afterwards. */
export interface TriageQuality {
  provider: string;
  model: string;
  decided: number;
  /** Shares of 0 to 1; null with fewer than ten decisions. */
  categoryAgreement: number | null;
  severityAgreement: number | null;
  /** Share in which category or severity was changed. */
  overrideRate: number | null;
  /** Expected calibration error over the bins; null with fewer than ten decisions. */
  calibrationError: number | null;
  bins: CalibrationBin[];
}

type Decided = Pick<AiDecision, 'provider' | 'model' | 'output' | 'decision'>;

const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** Holds what triage said against what people decided, for each provider and model, those with most decisions first. */
export function qualityOf(entries: readonly Decided[]): TriageQuality[] {
  const groups = new Map<string, Decided[]>();
  for (const entry of entries) {
    if (!entry.decision) continue;
    const key = JSON.stringify([entry.provider, entry.model]);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].map(measure).sort((a, b) => b.decided - a.decided || a.provider.localeCompare(b.provider));
}

function measure(entries: Decided[]): TriageQuality {
  const decided = entries.length;
  const enough = decided >= fewestDecisions;
  const share = (holds: (entry: Decided) => boolean): number | null => (enough ? rounded(entries.filter(holds).length / decided) : null);
  const bins = edges.slice(0, -1).flatMap((from, index): CalibrationBin[] => {
    const to = edges[index + 1]!;
    const within = entries.filter(({ output }) => output.confidence >= from && (output.confidence < to || to === 1));
    if (within.length === 0) return [];
    const mean = (valueOf: (entry: Decided) => number): number => rounded(within.reduce((sum, entry) => sum + valueOf(entry), 0) / within.length);
    return [{ from, to, decided: within.length, confidence: mean(({ output }) => output.confidence), right: mean(({ decision }) => (decision!.categoryRight ? 1 : 0)) }];
  });
  const error = bins.reduce((sum, bin) => sum + (Math.abs(bin.confidence - bin.right) * bin.decided) / decided, 0);
  return {
    provider: entries[0]!.provider,
    model: entries[0]!.model,
    decided,
    categoryAgreement: share(({ decision }) => decision!.categoryRight),
    severityAgreement: share(({ decision }) => decision!.severityRight),
    overrideRate: share(({ decision }) => decision!.verdict === 'overridden'),
    calibrationError: enough ? rounded(error) : null,
    bins,
  };
}
