import { startClocks } from '@secura/domain/incidents/clocks';
import { formatNumber } from '@secura/domain/incidents/number';
import type { EventActor, EventBody, PersonRef } from '@secura/domain/incidents/events';
import type { Incident } from '@secura/domain/incidents/incident';
import type { Roster } from '@secura/domain/people/person';
import type { Known } from '@secura/domain/triage/plan/situation';
import { defaultAssignmentRule, nextInTurn, type AssignmentRule } from '@secura/domain/settings/assignment';
import type { DocumentReference, DocumentSnapshot } from 'firebase-admin/firestore';
import { clockSettingsOf, clockSettingsRef } from '../platform/clocks.ts';
import { db, fromStore } from '../platform/firebase.ts';
import { applyChange, incidentRef, memberUids, readIncident, rosterRef, systemActor, textHash, type Writes } from '../platform/incident-store.ts';
import { organisationRef } from '../platform/organisation.ts';
import { duplicateDelivery, incidentTriaged, triageFailed } from '../platform/logs.ts';
import { isLostRace, transact } from '../platform/transaction.ts';
import { runTriage, type TriageOutcome, type TriagePort } from './port.ts';
import { casePart, entered, summarise, triageEvent } from './summary.ts';
import { observablesInReport, surroundings } from './surroundings.ts';

/** What was found out about the report itself. */
interface Findings {
  outcome: TriageOutcome;
  observables: Known['observables'];
}

/** What a number, an assignee and the clocks go by, as it was read. */
interface Basis {
  incident: DocumentSnapshot;
  counter: DocumentSnapshot;
  turn: DocumentSnapshot;
  rule: DocumentSnapshot;
  roster: DocumentSnapshot;
  clockSettings: DocumentSnapshot;
}

/** For so many ms after a report lost the race for a number, those that come wait in line at once: it is a wave. */
const wave = 2000;
let lostAt = -wave;

/**
 * Takes in a fresh report: number, triage, clocks, assignment and the first events, in one commit. The model is asked
 * before it, so that the year's counter is never locked while something thinks. Running it again changes nothing.
 *
 * What the commit goes by is read at the beginning, with what the triage needs, and the commit holds only if it still
 * stands: for a report that comes alone this saves a round trip. Where it does not, a transaction reads anew and locks.
 * @param stored the report as a trigger delivered it, saving a read; read when absent
 */
export async function triageIncident(id: string, now: Date, stored?: DocumentSnapshot, port?: () => Promise<TriagePort>): Promise<void> {
  const started = performance.now();
  const incident = stored ?? (await incidentRef(id).get());
  const report = readIncident(incident);
  if (!report) return;
  const refs = [counterRef(report), turnRef(), assignmentRef(), rosterRef(), clockSettingsRef()] as const;
  const [organisation, ...others] = await db().getAll(organisationRef(), ...refs);
  const basis = basisOf(incident, others);
  const { context, ownDomains } = surroundings(report, organisation!, basis.roster);
  const outcome = await runTriage(report, port, context);
  if (!outcome.ok) triageFailed(id, outcome.error);
  const findings = { outcome, observables: await observablesInReport(report, ownDomains) };

  const taken =
    (await takenAtOnce(basis, findings, now)) ??
    (await transact(async (tx) => {
      const [current, ...anew] = await tx.getAll(incidentRef(id), ...refs);
      return takeIn(tx, basisOf(current!, anew), findings, now);
    }));
  if (!taken) return duplicateDelivery({ trigger: 'triage', key: id });
  incidentTriaged({ incidentId: id, number: taken.number ?? '', category: taken.category, level: taken.severity, ms: Math.round(performance.now() - started) });
}

const counterRef = ({ createdAt }: Incident): DocumentReference => db().doc(`counters/incidents-${createdAt.getUTCFullYear()}`);
const turnRef = (): DocumentReference => db().doc('counters/assignment');
const assignmentRef = (): DocumentReference => db().doc('settings/assignment');

function basisOf(incident: DocumentSnapshot, [counter, turn, rule, roster, clockSettings]: readonly DocumentSnapshot[]): Basis {
  return { incident, counter: counter!, turn: turn!, rule: rule!, roster: roster!, clockSettings: clockSettings! };
}

/** @returns null when the report is taken in already, or something changed since it was read: then nothing was written */
async function takenAtOnce(basis: Basis, findings: Findings, now: Date): Promise<Incident | null> {
  if (performance.now() - lostAt < wave) return null;
  const batch = db().batch();
  const taken = takeIn(batch, basis, findings, now);
  if (!taken) return null;
  try {
    await batch.commit();
    return taken;
  } catch (error) {
    if (!isLostRace(error)) throw error;
    lostAt = performance.now();
    return null;
  }
}

/**
 * Writes what becomes of a report, on the condition that what it goes by still stands.
 * @returns the incident as it will be; null when it was taken in before
 */
function takeIn(writes: Writes, basis: Basis, { outcome, observables }: Findings, now: Date): Incident | null {
  const incident = readIncident(basis.incident);
  if (!incident || incident.head) return null;
  const sequence = ((basis.counter.get('last') as number | undefined) ?? 0) + 1;
  const assignee = chooseAssignee(incident, basis.rule, basis.roster, (basis.turn.get('lastUid') as string | undefined) ?? null);
  const reporter: EventActor = { kind: 'person', uid: incident.reporter.uid, name: incident.reporter.name, role: 'employee' };
  const events: EventBody[] = [reported(incident), triageEvent(outcome, false)];
  if (assignee) events.push({ type: 'assignment.changed', data: { added: [assignee], removed: [], by: 'rule' } });

  const category = outcome.ok ? outcome.result.category : null;
  const severity = outcome.ok ? outcome.result.severity.level : null;
  const assignees = assignee ? [assignee] : [];
  const { ledger, writes: ledgerWrites } = entered(outcome, incident, now);
  const next = applyChange(
    writes,
    incident,
    {
      patch: {
        number: formatNumber(incident.createdAt.getUTCFullYear(), sequence),
        category,
        severity,
        triage: summarise(outcome, now),
        clocks: startClocks(incident.createdAt, severity, clockSettingsOf(basis.clockSettings)),
        assignees,
        assigneeUids: assignees.map((person) => person.uid),
        primaryAssigneeUid: assignee?.uid ?? null,
        memberUids: memberUids(incident.reporter.uid, assignees),
      },
      casePatch: { ...casePart(outcome, null, { category, severity }, observables), rootCause: null, ledger },
      events,
      ledger: ledgerWrites,
      what: assignee ? `Assigned to ${assignee.name}` : 'Registered',
    },
    { actor: systemActor, now, requestId: null, eventActors: [reporter], times: [incident.createdAt], incidentAt: basis.incident.updateTime },
  );
  replace(writes, basis.counter, { last: sequence });
  if (assignee) replace(writes, basis.turn, { lastUid: assignee.uid });
  return next;
}

function replace(writes: Writes, before: DocumentSnapshot, data: object): void {
  if (before.exists) writes.update(before.ref, data, { lastUpdateTime: before.updateTime! });
  else writes.create(before.ref, data);
}

function reported(incident: Incident): EventBody {
  const { uid, name } = incident.reporter;
  return { type: 'incident.reported', data: { title: incident.title, descriptionSha256: textHash(incident.description), reporter: { uid, name }, source: 'report' } };
}

/** Round-robin over analysts who are available; never the reporter of it, never leads, who assign themselves. */
function chooseAssignee(incident: Incident, rule: DocumentSnapshot, roster: DocumentSnapshot, lastUid: string | null): PersonRef | null {
  const { mode } = rule.exists ? (rule.data() as AssignmentRule) : defaultAssignmentRule;
  if (mode === 'off' || !roster.exists) return null;
  const { members } = fromStore<Roster>(roster.data());
  const available = Object.entries(members)
    .filter(([uid, member]) => member.role === 'security_team' && !member.lead && member.workState?.kind === 'available' && uid !== incident.reporter.uid)
    .map(([uid]) => uid);
  const uid = nextInTurn(available, lastUid);
  return uid ? { uid, name: members[uid]!.name } : null;
}
