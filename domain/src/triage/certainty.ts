export type Certainty = 'likely' | 'possible' | 'unclear';

/**
 * From which confidence on triage is right in at least 90 % of reports ("likely") and 60 % ("possible"). Measured by
 * `npm run -s eval:certainty -- --data bench/eval/data/employee-heldout.jsonl`, which prints the table and the cut points.
 */
export const cutPoints = { likely: 0.8, possible: 0.5 } as const;

/** What a confidence means, in the word that screens show: the figure alone would claim more than it knows. */
export function certaintyOf(confidence: number): Certainty {
  if (confidence >= cutPoints.likely) return 'likely';
  return confidence >= cutPoints.possible ? 'possible' : 'unclear';
}
