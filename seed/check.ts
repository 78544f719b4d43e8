import { verifyChain, type Head, type Link } from '@secura/domain/incidents/chain';
import { activeStatuses } from '@secura/domain/incidents/vocabulary';
import type { Incident } from '@secura/domain/incidents/incident';
import type { TotalsRollup } from '@secura/domain/insight/rollup';
import { db } from '../functions/src/platform/firebase.ts';

/** Proves what was seeded: every chain verifies, and every total is what counting gives. @throws Error otherwise */
export async function checkSeed(expected: number): Promise<void> {
  const [incidents, events, totals, people, users, audit, auditHead] = await Promise.all([
    db().collection('incidents').get(),
    db().collectionGroup('events').orderBy('seq').get(),
    db().doc('rollups/totals').get(),
    db().doc('rollups/people').get(),
    db().collection('users').get(),
    db().collection('audit').orderBy('seq').get(),
    db().doc('counters/audit').get(),
  ]);
  const problems: string[] = [];
  if (incidents.size !== expected) problems.push(`${incidents.size} incidents instead of ${expected}`);

  const chains = new Map<string, Link[]>();
  for (const doc of events.docs) {
    const id = doc.ref.parent.parent!.id;
    chains.set(id, [...(chains.get(id) ?? []), doc.data() as Link]);
  }
  for (const doc of incidents.docs) {
    const verdict = verifyChain(chains.get(doc.id) ?? [], (doc.get('head') as Head | undefined) ?? null);
    if (!verdict.verified || verdict.length === 0) problems.push(`the history of ${doc.get('number')} does not verify`);
  }
  const auditVerdict = verifyChain(audit.docs.map((doc) => doc.data() as Link), (auditHead.data() as Head | undefined) ?? null);
  if (!auditVerdict.verified) problems.push('the administrative history does not verify');

  const stored = incidents.docs.map((doc) => doc.data() as Incident);
  const { all = 0, status = {}, open = {} } = (totals.data() ?? {}) as TotalsRollup;
  const active = stored.filter((incident) => activeStatuses.includes(incident.status));
  if (all !== stored.length) problems.push(`totals say ${all} incidents, there are ${stored.length}`);
  compare('status', status, countBy(stored, (incident) => incident.status), problems);
  compare('open by severity', open, countBy(active, (incident) => incident.severity ?? 'untriaged'), problems);
  compare('people by role', (people.get('byRole') ?? {}) as Record<string, number>, countBy(users.docs, (doc) => doc.get('role') as string), problems);
  if (problems.length > 0) throw new Error(`The demo data is not right: ${problems.join('; ')}.`);
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}

function compare(what: string, said: Record<string, number>, counted: Record<string, number>, problems: string[]): void {
  for (const key of new Set([...Object.keys(said), ...Object.keys(counted)])) {
    if ((said[key] ?? 0) !== (counted[key] ?? 0)) problems.push(`${what}: ${key} is ${said[key] ?? 0}, counted ${counted[key] ?? 0}`);
  }
}
