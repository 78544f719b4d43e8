import { observableLimits, rankOf, type Observable } from './observable.ts';

/**
 * The observables that a response plan may name: what points outwards, in an order of its own, each once. Links are left
 * out, since each gives its host besides.
 */
export function knownObservables(observables: readonly Observable[]): { kind: string; value: string }[] {
  const once = new Map(observables.map((observable) => [`${observable.kind} ${observable.value}`, observable]));
  return [...once.values()]
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.value < b.value ? -1 : 1))
    .slice(0, observableLimits.perIncident)
    .filter(({ kind, scope }) => scope === 'external' && kind !== 'url')
    .map(({ kind, value }) => ({ kind, value }));
}
