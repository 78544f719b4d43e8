import type { Incident } from '@secura/domain/incidents/incident';

/** How many of one's incidents a first look reads per status: it keeps the page within its read budget. */
export const firstPage = 10;

/** A number that is either exact or, where the list was cut off, a bound from below. */
export interface Count {
  value: number;
  more: boolean;
}

/** "7", or "10+" where there are more than were read. */
export function countText({ value, more }: Count): string {
  return more ? `${value}+` : String(value);
}

/** Counts what a query with `limit: page + 1` delivered. */
export function countOf(delivered: number, page: number): Count {
  return { value: Math.min(delivered, page), more: delivered > page };
}

/** The first moment of this month in this device's time zone. */
export function monthStart(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), 1);
}

/**
 * How many were resolved this month, of the finished ones in the order of their last change.
 * @param page how many were wanted; one more was asked for
 */
export function resolvedSince(finished: readonly Pick<Incident, 'resolution' | 'updatedAt'>[], since: Date, page: number): Count {
  const read = finished.slice(0, page);
  const value = read.filter(({ resolution }) => resolution !== null && resolution.at >= since).length;
  const last = read.at(-1);
  // Further ones changed before the last one read: they can be of this month only if that one was.
  return { value, more: finished.length > page && last !== undefined && last.updatedAt >= since };
}

/** What the team did or said that the reporter has not looked at. */
export function unreadOf(incident: Pick<Incident, 'counts'>, seen: number | undefined): number {
  return Math.max(0, incident.counts.public - (seen ?? 0));
}

/** All that was read, each once, the last touched first. */
export function mergeLists<T extends Pick<Incident, 'id' | 'lastActivity'>>(...lists: readonly (readonly T[])[]): T[] {
  const byId = new Map<string, T>();
  for (const incident of lists.flat()) {
    const other = byId.get(incident.id);
    // During a change of status an incident may stand in two lists for a moment: the younger copy is right.
    if (!other || other.lastActivity.at < incident.lastActivity.at) byId.set(incident.id, incident);
  }
  return [...byId.values()].sort((a, b) => b.lastActivity.at.getTime() - a.lastActivity.at.getTime());
}
