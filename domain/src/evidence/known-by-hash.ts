import type { Evidence } from './evidence.ts';
import type { ReasonCode } from './reasons.ts';

/** What was never there as it is described has no fingerprint to look for. */
const notThere: readonly ReasonCode[] = ['missing', 'hash_differs', 'size_differs', 'too_large', 'too_many', 'empty'];

/**
 * Whether the SHA-256 of a file is an indicator, to be blocked and looked for elsewhere: of malware, of what was flagged, and of
 * programs that were refused. A screenshot's is none.
 */
export function isKnownByHash({ state, reasons }: Pick<Evidence, 'state' | 'reasons'>): boolean {
  return (state === 'infected' || state === 'flagged' || state === 'refused') && !reasons.some(({ code }) => notThere.includes(code));
}
