export type Certainty = 'likely' | 'possible' | 'unclear';

/**
 * From which confidence on a report is called "likely" (triage is right in at least 90 % of those) and "possible" (60 %).
 * Measured by `npm run -s eval:certainty -- --data bench/eval/data/employee-heldout.jsonl --data
 * bench/eval/data/employee-heldout-2.jsonl`, and -3 and -4, on 2026-11-23: 96.9 % of 543 and 80.4 % of 92; on 1,292 public summaries
 * 94.0 % and 67.8 %.
 */
export const cutPoints = { likely: 0.8, possible: 0.5 } as const;

/** What a confidence means, in the word that screens show: the figure alone would claim more than it knows. */
export function certaintyOf(confidence: number): Certainty {
  if (confidence >= cutPoints.likely) return 'likely';
  return confidence >= cutPoints.possible ? 'possible' : 'unclear';
}
