import { sha256Hex } from '../incidents/chain.ts';
import { hostOf } from './hosts.ts';
import type { Observable } from './observable.ts';

type Named = Pick<Observable, 'kind' | 'value'>;

/** Names an observable, the same in every incident and short enough for an index whatever its length: 40 hex digits. */
export function observableKey({ kind, value }: Named): string {
  return sha256Hex(`${kind}:${value}`).slice(0, 40);
}

/** A host has few names above it; more come from somebody who makes them up. */
const mostParents = 8;

/**
 * The keys that a hunt finds an observable by: its own first, then its host and every domain above that down to the
 * registered one. So whoever hunts for `evil.com` finds `login.evil.com`, its links and its addresses, too.
 */
export function observableTerms(observable: Named): string[] {
  const host = hostOf(observable);
  const above: Named[] = [];
  if (host?.kind === 'ip' && observable.kind === 'url') above.push(host);
  if (host?.kind === 'domain') {
    const registered = host.registrable.split('.').length;
    const labels = host.value.split('.');
    for (let from = Math.max(0, labels.length - registered - mostParents); from <= labels.length - registered; from++) {
      above.push({ kind: 'domain', value: labels.slice(from).join('.') });
    }
  }
  return [...new Set([observable, ...above].map(observableKey))];
}
