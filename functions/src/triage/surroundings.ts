import type { Incident } from '@secura/domain/incidents/incident';
import type { Roster } from '@secura/domain/people/person';
import type { SimilarOutcomes, TriageContext } from '@secura/domain/triage/context';
import type { Known } from '@secura/domain/triage/plan/situation';
import type { DocumentSnapshot } from 'firebase-admin/firestore';
import { endedAlike, type EndedIncident } from '../platform/alike.ts';
import { db, fromStore } from '../platform/firebase.ts';
import { rosterRef } from '../platform/incident-store.ts';
import { organisationOf, organisationRef } from '../platform/organisation.ts';

/** What is known of a report besides its words. */
export interface Surroundings {
  context: TriageContext;
  ownDomains: readonly string[];
}

/** The surroundings by what is stored. A role comes from the roster, which holds everybody who has one. */
export function surroundings({ reporter }: Incident, organisation: DocumentSnapshot, roster: DocumentSnapshot): Surroundings {
  const { assets, sensitiveDepartments, domains } = organisationOf(organisation);
  const role = roster.exists ? fromStore<Roster>(roster.data()).members[reporter.uid]?.role : undefined;
  return { context: { reporter: { department: reporter.department, role: role ?? 'employee' }, assets, sensitiveDepartments }, ownDomains: domains };
}

/** Reads the {@link surroundings} in one round trip. */
export async function readSurroundings(incident: Incident): Promise<Surroundings> {
  const [organisation, roster] = await db().getAll(organisationRef(), rosterRef());
  return surroundings(incident, organisation!, roster!);
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
