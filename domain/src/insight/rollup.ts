import type { IncidentEvent, IncidentFacts } from '../incidents/events.ts';
import { activeStatuses } from '../incidents/vocabulary.ts';

/** One addition to a counter: path inside the document, and by how much. */
export interface Increment {
  doc: string;
  field: string;
  by: number;
}

/** Id of the document that holds what is open now. */
export const totalsId = 'totals';

/** `rollups/{yyyy-mm-dd}` (UTC): sums only, so that any range of days can be added up. */
export interface DayRollup {
  reported?: number;
  resolved?: number;
  reopened?: number;
  acknowledged?: number;
  /** Sums in ms; divided by the counts beside them they are the means. */
  acknowledgeMs?: number;
  resolveMs?: number;
  severity?: Record<string, number>;
  category?: Record<string, number>;
  department?: Record<string, number>;
  analysts?: Record<string, { assigned?: number; resolved?: number; resolveMs?: number }>;
}

/** `rollups/totals`. */
export interface TotalsRollup {
  all?: number;
  status?: Record<string, number>;
  /** Incidents with work left, by severity; `untriaged` where it is not known. */
  open?: Record<string, number>;
}

/** The UTC day of an ISO instant. */
export function dayOf(instant: string): string {
  return instant.slice(0, 10);
}

// Department names come from people: as a map key they must not hold what field paths give a meaning to.
function key(text: string): string {
  return text.replace(/[^\p{L}\p{N} _-]/gu, '_').slice(0, 60) || '_';
}

const isOpen = (facts: IncidentFacts | null): boolean => facts !== null && activeStatuses.includes(facts.status);

/**
 * What one event adds to the counters. Every figure is a sum of differences between `after` and `before`, so
 * events may arrive in any order.
 */
export function incrementsOf(event: IncidentEvent): Increment[] {
  const { before, after, marks } = event;
  const day = dayOf(event.at);
  const reportedDay = dayOf(event.reportedAt);
  const increments: Increment[] = [];
  const add = (doc: string, field: string, by: number): void => {
    if (by !== 0) increments.push({ doc, field, by });
  };
  const shift = (doc: string, group: string, from: string | null, to: string | null): void => {
    if (from === to) return;
    if (from !== null) add(doc, `${group}.${from}`, -1);
    if (to !== null) add(doc, `${group}.${to}`, 1);
  };

  shift(totalsId, 'open', isOpen(before) ? (before!.severity ?? 'untriaged') : null, isOpen(after) ? (after.severity ?? 'untriaged') : null);
  shift(totalsId, 'status', before?.status ?? null, after.status);
  // A later correction belongs to the day of the report, or that day's shares would stay wrong.
  shift(reportedDay, 'severity', before?.severity ?? null, after.severity);
  shift(reportedDay, 'category', before?.category ?? null, after.category);
  shift(reportedDay, 'department', before ? key(before.department) : null, key(after.department));

  if (before === null) {
    add(totalsId, 'all', 1);
    add(day, 'reported', 1);
  }
  if (marks.acknowledgedAfter !== null) {
    add(day, 'acknowledged', 1);
    add(day, 'acknowledgeMs', marks.acknowledgedAfter);
  }
  if (marks.resolvedAfter !== null) {
    add(day, 'resolved', 1);
    add(day, 'resolveMs', marks.resolvedAfter);
    if (event.actor.kind === 'person') {
      add(day, `analysts.${event.actor.uid}.resolved`, 1);
      add(day, `analysts.${event.actor.uid}.resolveMs`, marks.resolvedAfter);
    }
  }
  if (event.type === 'incident.reopened') add(day, 'reopened', 1);
  if (event.type === 'assignment.changed') {
    for (const person of event.data.added) add(day, `analysts.${person.uid}.assigned`, 1);
  }
  return increments;
}
