import type { Evidence } from '@secura/domain/evidence/evidence';
import { recordChild, type EnsureRegistered } from '../platform/record-child.ts';

/** Records an added file in the incident's history. */
export async function recordEvidence(incidentId: string, evidenceId: string, now: Date, ensureRegistered: EnsureRegistered): Promise<void> {
  await recordChild<Evidence>({
    collection: 'evidence',
    incidentId,
    id: evidenceId,
    now,
    ensureRegistered,
    describe: ({ name, size, addedBy }, { counts }) => ({
      patch: { counts: { ...counts, evidence: counts.evidence + 1 } },
      event: { type: 'evidence.added', data: { evidenceId, name, size } },
      what: `Added the file ${name}`,
      // No role: adding a file answers no report, so it must not stop the acknowledge clock.
      actor: { kind: 'person', ...addedBy, role: 'contributor' },
    }),
  });
}
