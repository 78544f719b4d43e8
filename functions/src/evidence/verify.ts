import { evidenceLimits } from '@secura/domain/evidence/evidence';
import { EvidenceVerdict, VerifyEvidenceInput } from '@secura/domain/evidence/operations';
import { untilAppended } from '../platform/append.ts';
import { db } from '../platform/firebase.ts';
import { eventActor } from '../platform/incident-operation.ts';
import { applyChange } from '../platform/incident-store.ts';
import { evidenceAltered } from '../platform/logs.ts';
import { selfCheckingOperation } from '../platform/operation.ts';
import { readObject, sha256 } from '../platform/storage.ts';
import { readCurrent } from './current.ts';

export const verifyEvidence = selfCheckingOperation({
  name: 'evidence.verify',
  summary: 'Compute the SHA-256 of a stored file anew and compare it with the one in its record',
  input: VerifyEvidenceInput,
  output: EvidenceVerdict,
  cost: 'costly',
  rest: { method: 'post', path: '/api/incidents/{incidentId}/evidence/{evidenceId}/verification' },
  async run({ caller, input, now, requestId }) {
    const { path } = (await readCurrent(caller, input, 'evidence:check')).evidence;
    const bytes = await readObject(path, evidenceLimits.bytes);
    const actual = Buffer.isBuffer(bytes) ? sha256(bytes) : null;
    return untilAppended(async () => {
      const { actor, incident, evidence } = await readCurrent(caller, input, 'evidence:check');
      const expected = evidence.inspection?.sha256 ?? evidence.sha256;
      const matches = actual === expected;
      if (!matches) evidenceAltered(input);
      const batch = db().batch();
      applyChange(
        batch,
        incident,
        {
          patch: {},
          events: [{ type: 'evidence.verified', data: { evidenceId: evidence.id, name: evidence.name, sha256: expected, matches } }],
          what: `Verified the file ${evidence.name}`,
        },
        { actor: eventActor(actor), now, requestId },
      );
      await batch.commit();
      return { matches, expected, actual, at: now.toISOString() };
    });
  },
});
