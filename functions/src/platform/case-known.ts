import { canonical } from '@secura/domain/incidents/chain';
import type { InternalCase } from '@secura/domain/incidents/incident';
import { planOfCase } from '@secura/domain/triage/case';
import { nothingKnown, type Known } from '@secura/domain/triage/plan/situation';
import { untilAppended } from './append.ts';
import { db, fromStore } from './firebase.ts';
import { caseRef, incidentRef, readIncident } from './incident-store.ts';

/**
 * Makes a part of what a case knows agree with where it comes from, and the plan follow it. No event: nobody decided
 * anything, and what people did decide (category, severity, techniques, tasks) stays. Writes only what differs, so it may
 * run twice, late and at once.
 * @param read reads that part as it is now
 */
export async function knowInCase(incidentId: string, read: () => Promise<Partial<Known>>): Promise<void> {
  await untilAppended(async () => {
    const [stored, internal] = await db().getAll(incidentRef(incidentId), caseRef(incidentId));
    const incident = readIncident(stored!);
    if (!incident?.head || !internal!.exists) return;
    // Read after the case: what is recorded later is made known by whoever records it, and of two who write at once the
    // second finds another case than he read, and reads again.
    const now = await read();
    const before = fromStore<InternalCase>(internal!.data());
    const known: Known = { ...nothingKnown, ...before.known, ...now };
    const plan = planOfCase({ ...before, known }, incident.category, incident.severity);
    if (canonical({ known, plan }) === canonical({ known: before.known, plan: before.plan })) return;
    await caseRef(incidentId).update({ known, plan }, { lastUpdateTime: internal!.updateTime! });
  });
}
