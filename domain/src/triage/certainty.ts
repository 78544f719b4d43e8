export type Certainty = 'likely' | 'possible' | 'unclear';

/**
 * From which confidence on a report is called "likely" (triage is right in at least 90 % of those) and "possible" (60 %).
 * Measured by `npm run -s eval:certainty -- --data bench/eval/data/employee-heldout.jsonl` on 2026-11-22: 98.8 % of 165
 * and 82.9 % of 41; on 1,292 public summaries 94.3 % and 67.0 %.
 */
export const cutPoints = { likely: 0.8, possible: 0.5 } as const;

/** What a confidence means, in the word that screens show: the figure alone would claim more than it knows. */
export function certaintyOf(confidence: number): Certainty {
  if (confidence >= cutPoints.likely) return 'likely';
  return confidence >= cutPoints.possible ? 'possible' : 'unclear';
}
