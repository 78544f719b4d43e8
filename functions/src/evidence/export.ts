import { accessTo } from '@secura/domain/evidence/access';
import { evidenceLimits, quarantinePath, type Evidence } from '@secura/domain/evidence/evidence';
import { blockBytes, blocksOf, custodyLines, type ExportedFile, type Manifest } from '@secura/domain/evidence/export';
import { EvidenceExport, ExportEvidenceInput } from '@secura/domain/evidence/operations';
import { sha256Hex } from '@secura/domain/incidents/chain';
import type { IncidentEvent } from '@secura/domain/incidents/events';
import type { Incident } from '@secura/domain/incidents/incident';
import { can } from '@secura/domain/people/permissions';
import { SecuraError } from '@secura/domain/platform/errors';
import { liveActor, userRef, type Caller } from '../platform/actor.ts';
import { untilAppended } from '../platform/append.ts';
import { db } from '../platform/firebase.ts';
import { eventActor, requireReadable } from '../platform/incident-operation.ts';
import { applyChange, incidentRef, readIncident } from '../platform/incident-store.ts';
import { selfCheckingOperation, type LiveActor } from '../platform/operation.ts';
import { readObject, sha256 } from '../platform/storage.ts';
import { makeLink } from './link.ts';
import { readEvidence } from './store.ts';

const lifeMs = 10 * 60_000;

/**
 * The parts of an export rather than one file: together they may be larger than a function can answer with. Whoever asked
 * packs them; that all of it is genuine follows from the manifest, whose hash is in the chain.
 */
export const exportEvidence = selfCheckingOperation({
  name: 'evidence.export',
  summary: 'Get all files of an incident with a manifest of hashes and the custody chain, to be packed into one ZIP file. It is recorded',
  input: ExportEvidenceInput,
  output: EvidenceExport,
  cost: 'costly',
  rest: { method: 'post', path: '/api/incidents/{incidentId}/evidence/export' },
  async run({ caller, input: { incidentId, reason }, now, requestId }) {
    const first = await readCase(caller, incidentId);
    const stored = await incidentRef(incidentId).collection('evidence').orderBy('createdAt').limit(evidenceLimits.files * 2).get();
    const files: ExportedFile[] = [];
    for (const doc of stored.docs) files.push(await describe(readEvidence(doc)!, files.length + 1, first));
    const packed = files.filter(({ path }) => path !== null);
    if (packed.length === 0) throw new SecuraError('failed-precondition', 'There is no file in this incident that can be exported.');
    const { uid, name } = first.actor;
    const { id, number } = first.incident;
    const manifest = `${JSON.stringify({ format: 'secura-evidence-2', incident: { id, number }, exportedAt: now.toISOString(), exportedBy: { uid, name }, reason, blockBytes, files } satisfies Manifest, null, 1)}\n`;

    const links = await untilAppended(async () => {
      const { actor, incident } = await readCase(caller, incidentId);
      const batch = db().batch();
      const made = packed.map(({ path, evidenceId, name: file, sha256: hash, sealed }) => ({
        path: path!,
        url: makeLink(batch, { incidentId, evidenceId, uid, what: sealed ? 'sealed' : 'file', path: quarantinePath(incidentId, evidenceId), name: sealed ? `${file}.zip` : file, contentType: 'application/octet-stream', sha256: hash }, now, lifeMs).url,
      }));
      applyChange(
        batch,
        incident,
        { patch: {}, events: [{ type: 'evidence.exported', data: { evidenceIds: packed.map(({ evidenceId }) => evidenceId), manifestSha256: sha256Hex(manifest), reason } }], what: 'Exported the files' },
        { actor: eventActor(actor), now, requestId },
      );
      await batch.commit();
      return { made, seq: incident.head!.seq + 1 };
    });
    const events = await incidentRef(incidentId).collection('events').where('seq', '<=', links.seq).orderBy('seq').get();
    return { name: `${number ?? id}-evidence.zip`, manifest, custody: custodyLines(events.docs.map((doc) => doc.data() as IncidentEvent)), files: links.made };
  },
});

async function readCase(caller: Caller, incidentId: string): Promise<{ actor: LiveActor; incident: Incident }> {
  const [profile, stored] = await db().getAll(userRef(caller.uid), incidentRef(incidentId));
  const actor = liveActor(caller, profile!);
  const incident = requireReadable(actor, readIncident(stored!));
  if (!can(actor, 'evidence:check', incident)) throw new SecuraError('permission-denied', 'Only the security team can export files.');
  if (!incident.head) throw new SecuraError('failed-precondition', 'This report is just being registered. Please try again in a moment.');
  return { actor, incident };
}

/** What the manifest says of one file; whatever the caller may not have is named, and left out. */
async function describe(file: Evidence, position: number, { actor, incident }: { actor: LiveActor; incident: Incident }): Promise<ExportedFile> {
  const access = accessTo(actor, incident, file);
  const facts = {
    evidenceId: file.id, name: file.name, size: file.size, sha256: file.inspection?.sha256 ?? file.sha256, state: file.state, type: file.type,
    reasons: file.reasons.map(({ code }) => code), addedBy: file.addedBy.name, addedAt: file.createdAt.toISOString(),
  };
  const leftOut = (why: string): ExportedFile => ({ ...facts, path: null, sealed: false, leftOut: why, blocks: '' });
  if (access.file === null) return leftOut(access.because ?? 'It cannot be had.');
  const bytes = await readObject(file.path, evidenceLimits.bytes);
  if (!Buffer.isBuffer(bytes)) return leftOut('It is not in the store any more.');
  if (sha256(bytes) !== facts.sha256) return leftOut('The stored file is no longer the one that was checked.');
  const sealed = access.file === 'sealed';
  // A name of ours: every program can unpack it, and two files of one name do not meet.
  const plain = file.name.replace(/[^\p{L}\p{N} ._-]/gu, '_').replace(/^[. ]+|[. ]+$/g, '') || 'file';
  const path = `${sealed ? 'sealed' : 'files'}/${String(position).padStart(2, '0')} ${plain}${sealed ? '.zip' : ''}`;
  return { ...facts, path, sealed, leftOut: null, blocks: blocksOf(bytes, (block) => sha256(Buffer.from(block.buffer, block.byteOffset, block.byteLength))) };
}
