import type { ResolutionCode, Severity, Status } from './vocabulary.ts';

/** The only table of moves; reopening is a move of its own because it needs a reason. */
const moves: Record<Status, readonly Status[]> = {
  open: ['investigating', 'resolved'],
  investigating: ['contained', 'resolved'],
  contained: ['investigating', 'resolved'],
  resolved: ['closed'],
  closed: [],
};

const reopenable: readonly Status[] = ['resolved', 'closed'];

/** Codes that say "nothing had to be contained": only they may skip containment. */
const withoutContainment: readonly ResolutionCode[] = [
  'false_positive',
  'benign',
  'duplicate',
  'policy_handled',
  'insufficient_information',
];

/** What a person must supply to make a move. */
export interface TransitionRequest {
  from: Status;
  to: Status;
  severity: Severity | null;
  resolutionCode?: ResolutionCode | undefined;
  summary?: string | undefined;
  rootCause?: string | undefined;
  /** An admin may go past a missing requirement or an unusual order; the event records it. */
  override?: boolean | undefined;
}

export type TransitionVerdict =
  | { ok: true; overridden: boolean }
  | { ok: false; field: 'to' | 'resolutionCode' | 'summary' | 'rootCause'; reason: string };

/** Statuses that can come next from here, without reopening. */
export function nextStatuses(from: Status): readonly Status[] {
  return moves[from];
}

/** Whether `reopen` applies. */
export function canReopen(from: Status): boolean {
  return reopenable.includes(from);
}

/** Whether resolving at this severity asks for a root cause. */
export function needsRootCause(severity: Severity | null): boolean {
  return severity === 'high' || severity === 'critical';
}

/**
 * Decides whether a move is allowed and complete.
 * @returns the first missing thing with the form field that it belongs to
 */
export function judgeTransition(request: TransitionRequest): TransitionVerdict {
  const { from, to, severity, resolutionCode, summary, rootCause, override = false } = request;
  if (from === to) return { ok: false, field: 'to', reason: `The incident is already ${from}.` };
  if (canReopen(from) && to !== 'closed') {
    return { ok: false, field: 'to', reason: 'A resolved or closed incident is reopened, with a reason.' };
  }
  if (!moves[from].includes(to)) {
    if (!(override && to === 'closed')) {
      return { ok: false, field: 'to', reason: `An incident that is ${from} cannot become ${to}.` };
    }
  }
  if (to !== 'resolved') return { ok: true, overridden: override && !moves[from].includes(to) };
  if (!resolutionCode) return { ok: false, field: 'resolutionCode', reason: 'Say how the incident ended.' };
  if (!summary) return { ok: false, field: 'summary', reason: 'Say in a sentence or two what happened and what was done.' };
  const skipsContainment = from !== 'contained' && !withoutContainment.includes(resolutionCode);
  if (skipsContainment && !override) {
    return { ok: false, field: 'resolutionCode', reason: 'A mitigated incident must be contained before it is resolved.' };
  }
  const lacksRootCause = needsRootCause(severity) && !rootCause;
  if (lacksRootCause && !override) {
    return { ok: false, field: 'rootCause', reason: 'A high or critical incident needs its root cause before it is resolved.' };
  }
  return { ok: true, overridden: override && (skipsContainment || lacksRootCause) };
}
