import type { OverlappingChange } from '@secura/domain/incidents/operations';
import { categoryLabels, severityLabels, statusLabels, visibilityLabels } from '@secura/domain/incidents/vocabulary';
import { fieldLabel } from './event-sentences.ts';

/** What I was about to set, by aspect (`severity`, `field:title`, …). */
export type Mine = Readonly<Record<string, string | null>>;
export type Choice = 'mine' | 'theirs';

/** One line of the merge dialog. */
export interface MergeRow {
  aspect: string;
  label: string;
  /** Those who changed it meanwhile, oldest first; empty where only I did. */
  by: { name: string; at: string }[];
  from: string;
  theirs: string;
  mine: string;
  /** Both of us set it, to different values: somebody has to choose. */
  contested: boolean;
}

/** Reads the details of a `conflict` error; whatever does not look like a change is left out. */
export function readChanges(details: Readonly<Record<string, unknown>> | undefined): OverlappingChange[] {
  const changes = details?.changes;
  if (!Array.isArray(changes)) return [];
  return changes.flatMap((change: unknown) => {
    if (!change || typeof change !== 'object') return [];
    const { aspect, field, by, at, from, to } = change as Record<string, unknown>;
    if (typeof aspect !== 'string') return [];
    const whole = aspect === 'field' && typeof field === 'string' ? `field:${field}` : aspect;
    return [{ aspect: whole, by: nameOf(by), at: typeof at === 'string' ? at : '', from: from ?? null, to: to ?? null }];
  });
}

function nameOf(by: unknown): string {
  if (typeof by === 'string') return by;
  const name = (by as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : 'Somebody';
}

/** Lines up what I wanted with what others did meanwhile: contested first. */
export function mergeRows(mine: Mine, changes: readonly OverlappingChange[]): MergeRow[] {
  const rows = Object.entries(mine).map(([aspect, value]): MergeRow => {
    const others = changes.filter((change) => change.aspect === aspect).sort((a, b) => (a.at < b.at ? -1 : 1));
    const first = others[0];
    const last = others.at(-1);
    return {
      aspect,
      label: aspectLabel(aspect),
      by: others.map(({ by, at }) => ({ name: by, at })),
      from: first ? show(aspect, first.from) : '',
      theirs: last ? show(aspect, last.to) : '',
      mine: show(aspect, value),
      contested: last !== undefined && last.to !== value,
    };
  });
  return rows.sort((a, b) => Number(b.contested) - Number(a.contested));
}

/** What is left to be sent when each contested line has been chosen. */
export function keepMine(mine: Mine, rows: readonly MergeRow[], choices: Readonly<Record<string, Choice>>): Mine {
  const dropped = new Set(rows.filter((row) => row.contested && choices[row.aspect] === 'theirs').map((row) => row.aspect));
  // What both set to the same value is done already.
  for (const row of rows) if (row.by.length > 0 && !row.contested) dropped.add(row.aspect);
  return Object.fromEntries(Object.entries(mine).filter(([aspect]) => !dropped.has(aspect)));
}

function aspectLabel(aspect: string): string {
  const name = aspect.startsWith('field:') ? fieldLabel(aspect.slice(6)) : aspect;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const labels: Record<string, Record<string, string>> = { severity: severityLabels, category: categoryLabels, status: statusLabels, visibility: visibilityLabels };

/** What has no value because nobody has judged it, unlike a field that somebody left empty. */
const unset: Record<string, string> = { severity: 'Not rated yet', category: 'No category yet' };

function show(aspect: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return unset[aspect] ?? '(empty)';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return labels[aspect]?.[text] ?? text;
}
