import { startClocks } from '@secura/domain/incidents/clocks';
import { formatNumber } from '@secura/domain/incidents/number';
import type { EventActor, EventBody, PersonRef } from '@secura/domain/incidents/events';
import type { Incident } from '@secura/domain/incidents/incident';
import type { Roster } from '@secura/domain/people/person';
import { defaultAssignmentRule, nextInTurn, type AssignmentRule } from '@secura/domain/settings/assignment';
import type { DocumentSnapshot } from 'firebase-admin/firestore';
import { clockSettingsOf, clockSettingsRef } from '../platform/clocks.ts';
import { db, fromStore } from '../platform/firebase.ts';
import { applyChange, incidentRef, memberUids, readIncident, rosterRef, systemActor, textHash } from '../platform/incident-store.ts';
import { duplicateDelivery, incidentTriaged, triageFailed } from '../platform/logs.ts';
import { transact } from '../platform/transaction.ts';
import { runTriage, type TriagePort } from './port.ts';
import { casePart, entered, summarise, triageEvent } from './summary.ts';
import { observablesInReport, readSurroundings } from './surroundings.ts';

/**
 * Takes in a fresh report: number, triage, clocks, assignment and the first events, in one transaction. The model is
 * asked before it, so that the year's counter is never locked while something thinks. Running it again changes nothing.
 * @param stored the report as a trigger delivered it, saving a read; read when absent
 */
export async function triageIncident(id: string, now: Date, stored?: DocumentSnapshot, port?: () => Promise<TriagePort>): Promise<void> {
  const started = performance.now();
  const report = readIncident(stored ?? (await incidentRef(id).get()));
  if (!report) return;
  const { context, ownDomains } = await readSurroundings(report);
  const outcome = await runTriage(report, port, context);
  if (!outcome.ok) triageFailed(id, outcome.error);
  const observables = await observablesInReport(report, ownDomains);

  const taken = await transact(async (tx) => {
    const year = report.createdAt.getUTCFullYear();
    const counterRef = db().doc(`counters/incidents-${year}`);
    const turnRef = db().doc('counters/assignment');
    const [current, counter, turn, rule, roster, clockSettings] = await tx.getAll(incidentRef(id), counterRef, turnRef, db().doc('settings/assignment'), rosterRef(), clockSettingsRef());
    const incident = readIncident(current!);
    if (!incident || incident.head) return null;

    const sequence = ((counter!.get('last') as number | undefined) ?? 0) + 1;
    const assignee = chooseAssignee(incident, rule!, roster!, (turn!.get('lastUid') as string | undefined) ?? null);
    const reporter: EventActor = { kind: 'person', uid: incident.reporter.uid, name: incident.reporter.name, role: 'employee' };
    const events: EventBody[] = [reported(incident), triageEvent(outcome, false)];
    if (assignee) events.push({ type: 'assignment.changed', data: { added: [assignee], removed: [], by: 'rule' } });

    const category = outcome.ok ? outcome.result.category : null;
    const severity = outcome.ok ? outcome.result.severity.level : null;
    const assignees = assignee ? [assignee] : [];
    const { ledger, writes } = entered(outcome, incident, now);
    const next = applyChange(
      tx,
      incident,
      {
        patch: {
          number: formatNumber(year, sequence),
          category,
          severity,
          triage: summarise(outcome, now),
          clocks: startClocks(incident.createdAt, severity, clockSettingsOf(clockSettings!)),
          assignees,
          assigneeUids: assignees.map((person) => person.uid),
          primaryAssigneeUid: assignee?.uid ?? null,
          memberUids: memberUids(incident.reporter.uid, assignees),
        },
        casePatch: { ...casePart(outcome, null, { category, severity }, observables), rootCause: null, ledger },
        events,
        ledger: writes,
        what: assignee ? `Assigned to ${assignee.name}` : 'Registered',
      },
      { actor: systemActor, now, requestId: null, eventActors: [reporter], times: [incident.createdAt] },
    );
    tx.set(counterRef, { last: sequence });
    if (assignee) tx.set(turnRef, { lastUid: assignee.uid });
    return next;
  });
  if (!taken) return duplicateDelivery({ trigger: 'triage', key: id });
  incidentTriaged({ incidentId: id, number: taken.number ?? '', category: taken.category, level: taken.severity, ms: Math.round(performance.now() - started) });
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
