import type { Incident } from '@secura/domain/incidents/incident';
import type { Status } from '@secura/domain/incidents/vocabulary';

/** A status that somebody at this screen asked for; `version` is that of the server's answer, null until it came. */
export interface WantedStatus {
  status: Status;
  version: number | null;
}

/**
 * The status to show and to build the next step on. The answer of an operation and the live listener race: what was
 * wanted holds until the listener has caught up, and its version counts, so that a quick second step does not
 * conflict with one's own first.
 */
export function statusNow({ status, head }: Pick<Incident, 'status' | 'head'>, wanted: WantedStatus | null): { status: Status; version: number } {
  const heard = head?.seq ?? 0;
  if (!wanted) return { status, version: heard };
  if (wanted.version === null) return { status: wanted.status, version: heard };
  return heard < wanted.version ? { status: wanted.status, version: wanted.version } : { status, version: heard };
}
