import { createHash } from 'node:crypto';
import { quarantinePath, type Evidence, type ReportedEvidence } from '@secura/domain/evidence/evidence';
import { isAlreadyDone } from '../platform/once.ts';
import { sha256, writeObject } from '../platform/storage.ts';
import type { Attachment } from './inspect/mail.ts';
import { evidenceRef } from './store.ts';

/**
 * Makes each attachment of a mail evidence of its own, in quarantine like every other. Ids follow from the mail's, so that
 * doing it again after a failure makes nothing twice.
 * @returns the ids, in order; null for an empty attachment
 */
export async function unpackAttachments(incidentId: string, mail: Evidence, attachments: readonly Attachment[], now: Date): Promise<(string | null)[]> {
  const ids: (string | null)[] = [];
  for (const [index, { name, type, bytes }] of attachments.entries()) {
    if (bytes.length === 0) {
      ids.push(null);
      continue;
    }
    const id = createHash('sha256').update(`${mail.id}/${index}`).digest('hex').slice(0, 25);
    const path = quarantinePath(incidentId, id);
    await writeObject(path, bytes, 'application/octet-stream');
    const evidence: ReportedEvidence & Pick<Evidence, 'parentId'> = {
      name, size: bytes.length, declaredType: type, sha256: sha256(bytes), path, addedBy: mail.addedBy, createdAt: now, parentId: mail.id,
    };
    await evidenceRef(incidentId, id).create(evidence).catch((error: unknown) => {
      if (!isAlreadyDone(error)) throw error;
    });
    ids.push(id);
  }
  return ids;
}
