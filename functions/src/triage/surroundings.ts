import type { Incident } from '@secura/domain/incidents/incident';
import type { Roster } from '@secura/domain/people/person';
import type { SimilarOutcomes, TriageContext } from '@secura/domain/triage/context';
import type { Known } from '@secura/domain/triage/plan/situation';
import { endedAlike, type EndedIncident } from '../platform/alike.ts';
import { db, fromStore } from '../platform/firebase.ts';
import { rosterRef } from '../platform/incident-store.ts';
import { organisationOf, organisationRef } from '../platform/organisation.ts';

/**
 * Reads what is known of a report besides its words, in one round trip. A role comes from the roster, which holds
 * everybody who has one.
 */
export async function readSurroundings({ reporter }: Incident): Promise<{ context: TriageContext; ownDomains: readonly string[] }> {
  const [organisation, roster] = await db().getAll(organisationRef(), rosterRef());
  const { assets, sensitiveDepartments, domains } = organisationOf(organisation!);
  const role = roster!.exists ? fromStore<Roster>(roster!.data()).members[reporter.uid]?.role : undefined;
  return { context: { reporter: { department: reporter.department, role: role ?? 'employee' }, assets, sensitiveDepartments }, ownDomains: domains };
}

/** How incidents alike ended, for a report that was compared already. */
export async function readOutcomes(incidentId: string): Promise<SimilarOutcomes> {
  const ended = await endedAlike(incidentId);
  const wasFalse = ({ resolution }: EndedIncident): boolean => resolution.code === 'false_positive';
  const wasReal = ({ resolution }: EndedIncident): boolean => resolution.code === 'mitigated' || resolution.code === 'policy_handled';
  return { resolved: ended.length, falsePositive: ended.filter(wasFalse).length, severities: ended.filter(wasReal).flatMap(({ severity }) => severity ?? []) };
}

/** The indicators in a report itself, as they are stored once they are recorded. */
export async function observablesInReport({ title, description }: Incident, ownDomains: readonly string[]): Promise<Known['observables']> {
  const [{ observablesOf }, { knownObservables }] = await Promise.all([import('@secura/domain/observables/extract'), import('@secura/domain/observables/known')]);
  return knownObservables(observablesOf(`${title}\n${description}`, { ownDomains }));
}
