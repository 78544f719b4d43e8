import { departments } from '@secura/domain/people/vocabulary';
import { queueSorts, type QueueSort } from '@secura/domain/incidents/queue';
import { categories, categoryLabels, statuses, statusLabels } from '@secura/domain/incidents/vocabulary';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Kbd } from '../../ui/kbd.tsx';
import { chipChange, chipLabels, chipOf, chips, cleared, narrow, narrowedBy, type QueueView, type ViewChange } from './queue-url.ts';
import classes from './queue-toolbar.module.css';

const sortLabels: Record<QueueSort, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  severity: 'Severity',
  activity: 'Last activity',
  due: 'Due first',
};

/** Long enough to type a word, short enough to feel at once. */
const typingPause = 250;

export const searchInputId = 'queue-search';

/** Chips, search, filters and order of the queue. */
export function QueueToolbar({ view, onChange }: { view: QueueView; onChange(next: ViewChange, options?: { replace: boolean }): void }) {
  const { filter } = view;
  const [open, setOpen] = useState(false);
  const count = narrowedBy({ ...filter, search: undefined });
  const set = (change: Parameters<typeof narrow>[1]) => onChange((current) => narrow(current, change));
  const offered = filter.department && !departments.some((name) => name === filter.department) ? [...departments, filter.department] : [...departments];

  return (
    <div className={classes.toolbar}>
      <div className={classes.chips} role="group" aria-label="Severity and assignment">
        {chips.map((chip) => (
          <button
            key={chip}
            type="button"
            className={classes.chip}
            data-tone={chip}
            aria-pressed={chipOf(filter) === chip}
            onClick={() => set(chipChange(chip))}
          >
            {chipLabels[chip]}
          </button>
        ))}
      </div>
      <div className={classes.line}>
        <SearchBox value={filter.search ?? ''} onSearch={(search) => onChange((current) => narrow(current, { search }), { replace: true })} />
        <NativeSelect
          aria-label="Order"
          value={filter.sort}
          onChange={(event) => set({ sort: event.currentTarget.value })}
          data={queueSorts.map((sort) => ({ value: sort, label: sortLabels[sort] }))}
        />
        <Button className={classes.toggle} variant="default" leftSection={<IconAdjustmentsHorizontal size={18} />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {count > 0 ? `Filters (${count})` : 'Filters'}
        </Button>
      </div>
      <div className={classes.filters} data-open={open || undefined}>
        <NativeSelect
          label="Status"
          size="xs"
          value={filter.status ?? ''}
          onChange={(event) => set({ status: event.currentTarget.value })}
          data={[{ value: 'active', label: 'Active' }, { value: '', label: 'Any' }, ...statuses.map((status) => ({ value: status, label: statusLabels[status] }))]}
        />
        <NativeSelect
          label="Category"
          size="xs"
          value={filter.category ?? ''}
          onChange={(event) => set({ category: event.currentTarget.value })}
          data={[{ value: '', label: 'Any' }, ...categories.map((category) => ({ value: category, label: categoryLabels[category] }))]}
        />
        <NativeSelect
          label="Department"
          size="xs"
          value={filter.department ?? ''}
          onChange={(event) => set({ department: event.currentTarget.value })}
          data={[{ value: '', label: 'Any' }, ...offered.map((name) => ({ value: name, label: name }))]}
        />
        <TextInput label="Reported from (UTC)" size="xs" type="date" value={filter.from ?? ''} max={filter.to} onChange={(event) => set({ from: event.currentTarget.value })} />
        <TextInput label="Reported until (UTC)" size="xs" type="date" value={filter.to ?? ''} min={filter.from} onChange={(event) => set({ to: event.currentTarget.value })} />
        {narrowedBy(filter) > 0 && (
          <Button size="xs" variant="subtle" leftSection={<IconX size={16} />} onClick={() => onChange(cleared)}>
            Clear filters
          </Button>
        )}
      </div>
    </div>
  );
}

function SearchBox({ value, onSearch }: { value: string; onSearch(search: string): void }) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  });
  // Cleared from elsewhere, or the browser went back.
  if (value !== known) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => {
    const next = typed.trim().replace(/\s+/g, ' ');
    if (next === value) return undefined;
    const timer = setTimeout(() => {
      setKnown(next);
      latest.current(next);
    }, typingPause);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <TextInput
      id={searchInputId}
      className={classes.search}
      type="search"
      aria-label="Search number, title and description"
      placeholder="Search number, title, description"
      maxLength={100}
      leftSection={<IconSearch size={18} aria-hidden="true" />}
      rightSection={typed === '' ? <span className={classes.key}><Kbd keys="/" /></span> : undefined}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Browsers empty a search field on Escape; here it leads back to the list.
        event.preventDefault();
        event.currentTarget.blur();
      }}
    />
  );
}
