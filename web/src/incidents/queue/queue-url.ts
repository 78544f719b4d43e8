import { QueueFilter } from '@secura/domain/incidents/queue';
import { severities, type Severity } from '@secura/domain/incidents/vocabulary';

/** All that a queue shows by: kept in the address, so that a link or a reload shows the same. */
export interface QueueView {
  filter: QueueFilter;
  /** Ids of the incidents after which each page began; the last is the current page's. Empty on the first page. */
  after: string[];
}

const pageLimit = 40;
const idPattern = /^[A-Za-z0-9_-]{8,64}$/;
const shape = QueueFilter.shape;
const keys = Object.keys(shape) as (keyof QueueFilter)[];

/**
 * Reads the address. What is not understood is left out, never an error: links get old and get mistyped.
 * Without a status the queue shows what is active; `status=all` lifts that.
 */
export function readQueueUrl(params: URLSearchParams): QueueView {
  const found: Record<string, unknown> = {};
  for (const key of keys) {
    const value = params.get(key);
    if (value === null || value === '') continue;
    const parsed = shape[key].safeParse(value);
    if (parsed.success) found[key] = parsed.data;
  }
  if (found.status === undefined && params.get('status') !== 'all') found.status = 'active';
  // The chips are one group: two of them pressed at once would need two groups to explain.
  if (found.severity) delete found.assigned;
  const after = (params.get('after') ?? '').split('.').filter((id) => idPattern.test(id)).slice(0, pageLimit);
  return { filter: QueueFilter.parse(found), after };
}

/** Writes the address: defaults are left out, so that equal views have equal addresses. */
export function writeQueueUrl({ filter, after }: QueueView): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of keys) {
    const value = filter[key];
    if (key === 'status') {
      if (value !== 'active') params.set('status', value ?? 'all');
    } else if (value !== undefined && !(key === 'sort' && value === 'newest')) {
      params.set(key, value);
    }
  }
  if (after.length > 0) params.set('after', after.slice(-pageLimit).join('.'));
  return params;
}

/** A change of the view, applied to what the address says by then: two quick ones must not undo one another. */
export type ViewChange = (view: QueueView) => QueueView;

/** Changes some of a filter, leaving out what makes no sense; another list begins on its first page. */
export function narrow(view: QueueView, change: Partial<Record<keyof QueueFilter, string | undefined>>): QueueView {
  const filter = Object.fromEntries(Object.entries({ ...view.filter, ...change }).map(([key, value]) => [key, value || undefined]));
  return readQueueUrl(writeQueueUrl({ filter: filter as QueueFilter, after: [] }));
}

export const chips = ['all', 'critical', 'high', 'medium', 'low', 'me', 'nobody'] as const;
export type Chip = (typeof chips)[number];

export const chipLabels: Record<Chip, string> = {
  all: 'All',
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  me: 'Assigned to me',
  nobody: 'Unassigned',
};

/** Which chip is pressed. */
export function chipOf(filter: QueueFilter): Chip {
  return filter.severity ?? filter.assigned ?? 'all';
}

/** What pressing a chip changes. */
export function chipChange(chip: Chip): { severity: Severity | undefined; assigned: 'me' | 'nobody' | undefined } {
  return {
    severity: severities.find((severity) => severity === chip),
    assigned: chip === 'me' || chip === 'nobody' ? chip : undefined,
  };
}

/** How many things, beside the chips and the order, narrow this list. */
export function narrowedBy(filter: QueueFilter): number {
  const { status, category, department, from, to, search } = filter;
  return [status !== 'active', category, department, from, to, search].filter(Boolean).length;
}

/** The view with nothing narrowed, in the same order. */
export function cleared(view: QueueView): QueueView {
  return { filter: { status: 'active', sort: view.filter.sort }, after: [] };
}
