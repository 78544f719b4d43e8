import { evidenceLimits, type Evidence } from '@secura/domain/evidence/evidence';
import { systemActor } from '../platform/incident-store.ts';
import { recordChild, type EnsureRegistered } from '../platform/record-child.ts';

/** Records an added file in the incident's history. */
export async function recordEvidence(incidentId: string, evidenceId: string, now: Date, ensureRegistered: EnsureRegistered): Promise<void> {
  await recordChild<Evidence>({
    collection: 'evidence',
    incidentId,
    id: evidenceId,
    now,
    ensureRegistered,
    describe: ({ name, size, sha256, parentId, addedBy }, { counts }) => {
      const bytes = (counts.evidenceBytes ?? 0) + size;
      // The rules ask the same, but files that arrive at the same moment all see the count before.
      const over = counts.evidence >= evidenceLimits.files || bytes > evidenceLimits.totalBytes;
      return {
        patch: { counts: { ...counts, evidence: counts.evidence + 1, evidenceBytes: bytes } },
        childPatch: over ? { state: 'refused', reasons: [{ code: 'too_many' }] } : {},
        event: { type: 'evidence.added', data: { evidenceId, name, size, sha256, ...(parentId && { parentId }) } },
        what: `Added the file ${name}`,
        // What lay in a mail nobody took out by hand. No role: adding a file answers no report, so it must not stop the acknowledge clock.
        actor: parentId ? systemActor : { kind: 'person', ...addedBy, role: 'contributor' },
      };
    },
  });
}
