import type { Incident } from '@secura/domain/incidents/incident';
import { useCallback, useState } from 'react';
import { useCommands } from '../../app/commands/registry.ts';
import { rowLinkId } from './queue-row.tsx';
import { searchInputId } from './queue-toolbar.tsx';

const section = 'Queue';

/**
 * The row that the keys act on. It is remembered by incident, so that a row which arrives above does not move it, and
 * the browser's focus goes along, so that a screen reader reads the row.
 */
export function useCursor(rows: readonly Incident[], toggle: (id: string) => void): { current: string | null; setCurrent(id: string): void } {
  const [place, setPlace] = useState<{ id: string; index: number } | null>(null);
  const setCurrent = useCallback((id: string) => setPlace({ id, index: rows.findIndex((row) => row.id === id) }), [rows]);
  const present = place !== null && rows.some(({ id }) => id === place.id);
  const current = present ? place.id : null;

  function move(step: 1 | -1): void {
    if (rows.length === 0) return;
    const from = present ? rows.findIndex(({ id }) => id === place.id) : place ? place.index - (step > 0 ? 1 : 0) : -1;
    const next = rows[Math.max(0, Math.min(rows.length - 1, from + step))];
    if (!next) return;
    setPlace({ id: next.id, index: rows.indexOf(next) });
    const link = document.getElementById(rowLinkId(next.id));
    link?.focus({ preventScroll: true });
    link?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }

  useCommands([
    { id: 'queue.next', label: 'Next incident', section, shortcut: 'j', perform: () => move(1) },
    { id: 'queue.previous', label: 'Previous incident', section, shortcut: 'k', perform: () => move(-1) },
    {
      id: 'queue.open',
      label: 'Open the incident',
      section,
      shortcut: 'enter',
      when: () => current !== null,
      perform({ navigate }) {
        const focused = document.activeElement;
        // Enter on a button or a link means that button or link, wherever the cursor stands.
        if (focused instanceof HTMLElement && focused.matches('a, button, summary')) focused.click();
        else if (current) navigate(`/incidents/${current}`);
      },
    },
    { id: 'queue.select', label: 'Select the incident', section, shortcut: 'x', when: () => current !== null, perform: () => current && toggle(current) },
    { id: 'queue.search', label: 'Search the queue', section, shortcut: '/', perform: () => document.getElementById(searchInputId)?.focus() },
  ]);

  return { current, setCurrent };
}
