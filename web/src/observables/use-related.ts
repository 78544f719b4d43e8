import { huntLimits } from '@secura/domain/observables/hunt-limits';
import type { RelatedAnswer } from '@secura/domain/observables/operations';
import { useQuery } from '@tanstack/react-query';
import { callOperation } from '../firebase/operations.ts';

type Related = RelatedAnswer['related'][number];

async function ask(incidentId: string, keys: readonly string[]): Promise<Record<string, Related>> {
  const chunks: string[][] = [];
  for (let from = 0; from < keys.length; from += huntLimits.related) chunks.push(keys.slice(from, from + huntLimits.related));
  const answers = await Promise.all(chunks.map((chunk) => callOperation<unknown, RelatedAnswer>('observables.related', { incidentId, keys: chunk })));
  return Object.fromEntries(answers.flatMap(({ related }) => related.map((one) => [one.key, one])));
}

/** In which other incidents these observables are, as far as the person may see them. Asked again when the list changes. */
export function useRelated(incidentId: string, keys: readonly string[]) {
  return useQuery({
    queryKey: ['related', incidentId, ...keys],
    queryFn: () => ask(incidentId, keys),
    enabled: keys.length > 0,
    staleTime: 60_000,
    // While a longer list is asked for, the answers for the shorter one still hold.
    placeholderData: (before: Record<string, Related> | undefined) => before,
  });
}
