import type { Incident } from '@secura/domain/incidents/incident';
import { useCallback, useMemo, useState } from 'react';

export interface Selection {
  ids: ReadonlySet<string>;
  rows: readonly Incident[];
  set(id: string, selected: boolean): void;
  toggle(id: string): void;
  clear(): void;
}

/** Which rows are ticked. Another list starts with none; rows that left the list are no longer meant. */
export function useSelection(listKey: string, rows: readonly Incident[]): Selection {
  const [state, setState] = useState<{ listKey: string; ids: ReadonlySet<string> }>({ listKey, ids: new Set() });
  const ids = useMemo(() => {
    const kept = state.listKey === listKey ? rows.filter(({ id }) => state.ids.has(id)).map(({ id }) => id) : [];
    return new Set(kept);
  }, [state, listKey, rows]);

  const change = useCallback(
    (id: string, decide: (selected: boolean) => boolean) =>
      setState((before) => {
        const next = new Set(before.listKey === listKey ? before.ids : []);
        if (decide(next.has(id))) next.add(id);
        else next.delete(id);
        return { listKey, ids: next };
      }),
    [listKey],
  );
  const set = useCallback((id: string, selected: boolean) => change(id, () => selected), [change]);
  const toggle = useCallback((id: string) => change(id, (selected) => !selected), [change]);
  const clear = useCallback(() => setState({ listKey, ids: new Set() }), [listKey]);
  return { ids, rows: rows.filter(({ id }) => ids.has(id)), set, toggle, clear };
}
