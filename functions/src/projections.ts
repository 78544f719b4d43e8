import type { IncidentEvent } from '@secura/domain/incidents/events';
import { projectRollup } from './insight/project.ts';
import { projectNotices } from './notifications/project.ts';
import { withdrawNotices } from './notifications/withdraw.ts';
import { observeEvent } from './observe.ts';
import { hideWork } from './people/hide-work.ts';
import { projectionFailed } from './platform/logs.ts';
import { projectNeeded } from './similar/needed.ts';
import { askForComparison } from './similar/requests.ts';
import { tellOutcome } from './similar/tell-outcome.ts';

type Projection = (event: IncidentEvent, now: Date) => Promise<void>;

/** What is taken back when an incident is restricted: what others were shown of it. */
async function hideRestricted(event: IncidentEvent): Promise<void> {
  if (event.type === 'visibility.changed') await Promise.all([withdrawNotices(event.incidentId), hideWork(event.incidentId)]);
}

/** Everything that follows from an event, by name. Each may run again, late, and after later events, with no effect. */
const projections: Readonly<Record<string, Projection>> = {
  counters: projectRollup,
  notices: projectNotices,
  observables: observeEvent,
  restriction: hideRestricted,
  comparison: askForComparison,
  needed: projectNeeded,
  outcome: tellOutcome,
};

/**
 * Does all that follows from an event. What fails keeps nothing else from being done; it is logged by its name.
 * @throws the first failure, so that the event comes again: to those that are done already, with no effect
 */
export async function projectEvent(event: IncidentEvent, now: Date): Promise<void> {
  const names = Object.keys(projections);
  const ends = await Promise.allSettled(names.map(async (name) => projections[name]!(event, now)));
  const failed = ends.flatMap((end, index) => (end.status === 'rejected' ? [{ name: names[index]!, reason: end.reason as unknown }] : []));
  for (const { name, reason } of failed) projectionFailed({ projection: name, incidentId: event.incidentId, seq: event.seq }, reason);
  if (failed.length > 0) throw failed[0]!.reason;
}
