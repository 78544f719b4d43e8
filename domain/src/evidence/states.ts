/** Where a file stands. `clean`, `flagged`, `infected` and `refused` are final. */
export const evidenceStates = ['quarantined', 'scanning', 'clean', 'flagged', 'infected', 'refused', 'failed'] as const;
export type EvidenceState = (typeof evidenceStates)[number];

const next: Record<EvidenceState, readonly EvidenceState[]> = {
  quarantined: ['scanning', 'refused'],
  // Scanning again: the function that scanned was killed, and its lease has run out.
  scanning: ['scanning', 'clean', 'flagged', 'infected', 'refused', 'failed'],
  failed: ['scanning'],
  clean: [],
  flagged: [],
  infected: [],
  refused: [],
};

/** Whether a file may go from one state to another. */
export function mayBecome(from: EvidenceState, to: EvidenceState): boolean {
  return next[from].includes(to);
}

/** Nothing more will be found out about a file. */
export function isFinal(state: EvidenceState): boolean {
  return next[state].length === 0;
}

/** As long as one inspection may take, in ms; a function killed in the middle leaves the file free after that. */
export const leaseMs = 120_000;

const firstPauseMs = 30_000;
const longestPauseMs = 6 * 3_600_000;

/** When a failed inspection is tried again: after 30 s, then twice as long each time, at most 6 hours. */
export function retryTime(attempts: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, attempts - 1)));
}

export const stateLabels: Record<EvidenceState, string> = {
  quarantined: 'Waiting to be checked',
  scanning: 'Being checked',
  clean: 'Nothing found',
  flagged: 'Handle with care',
  infected: 'Malware',
  refused: 'Not accepted',
  failed: 'Could not be checked',
};
