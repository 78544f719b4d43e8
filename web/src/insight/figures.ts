import { categories, categoryLabels } from '@secura/domain/incidents/vocabulary';
import type { DayRollup } from '@secura/domain/insight/rollup';
import { sumOf } from '@secura/domain/insight/rollup-sums';

/** One bar of a chart of shares. */
export interface Share {
  key: string;
  label: string;
  value: number;
}

/** Ids of the last days, oldest first, today last, in UTC as the rollups are. */
export function lastDays(now: Date, count: number): string[] {
  const today = Date.parse(`${now.toISOString().slice(0, 10)}T00:00:00.000Z`);
  return Array.from({ length: count }, (_, index) => new Date(today - (count - 1 - index) * 86_400_000).toISOString().slice(0, 10));
}

/** A day for each id; a day on which nothing happened has no document, and is empty here. */
export function daysOf(ids: readonly string[], stored: readonly (DayRollup & { id: string })[]): (DayRollup & { id: string })[] {
  const byId = new Map(stored.map((day) => [day.id, day]));
  return ids.map((id) => byId.get(id) ?? { id });
}

/** Adds up one group of counters over days, the biggest first; what was corrected to nothing is left out. */
export function sharesOf(days: readonly DayRollup[], group: 'category' | 'department', label: (key: string) => string = (key) => key): Share[] {
  return [...sumOf(days, group)]
    .filter(([, value]) => value > 0)
    .map(([key, value]) => ({ key, label: label(key), value }))
    .sort((a, b) => b.value - a.value || a.label.localeCompare(b.label));
}

/** A category's name for people. */
export function categoryLabel(key: string): string {
  const known = categories.find((category) => category === key);
  return known ? categoryLabels[known] : key;
}

/** What one analyst did in a period. */
export interface AnalystFigures {
  uid: string;
  name: string;
  assigned: number;
  resolved: number;
  /** Mean time from the report to the resolution of what this person resolved; null when that was nothing. */
  resolveMs: number | null;
}

/** Adds up the days by analyst, the busiest first. Members without figures are there too: zero is a figure. */
export function analystFigures(days: readonly DayRollup[], names: Readonly<Record<string, string>>): AnalystFigures[] {
  const sums = new Map<string, { assigned: number; resolved: number; resolveMs: number }>();
  for (const uid of Object.keys(names)) sums.set(uid, { assigned: 0, resolved: 0, resolveMs: 0 });
  for (const day of days) {
    for (const [uid, { assigned = 0, resolved = 0, resolveMs = 0 }] of Object.entries(day.analysts ?? {})) {
      const sum = sums.get(uid) ?? { assigned: 0, resolved: 0, resolveMs: 0 };
      sums.set(uid, { assigned: sum.assigned + assigned, resolved: sum.resolved + resolved, resolveMs: sum.resolveMs + resolveMs });
    }
  }
  return [...sums]
    .map(([uid, sum]) => ({
      uid,
      name: names[uid] ?? 'No longer in the team',
      assigned: sum.assigned,
      resolved: sum.resolved,
      resolveMs: sum.resolved > 0 ? sum.resolveMs / sum.resolved : null,
    }))
    .sort((a, b) => b.resolved - a.resolved || b.assigned - a.assigned || a.name.localeCompare(b.name));
}

/** `9 Mar` for `2026-03-09`. */
export function shortDay(id: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${id}T00:00:00.000Z`));
}
