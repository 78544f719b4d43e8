import { InspectedEvidence, InspectEvidenceInput } from '@secura/domain/evidence/operations';
import { SecuraError } from '@secura/domain/platform/errors';
import { isFinal } from '@secura/domain/evidence/states';
import { selfCheckingOperation } from '../platform/operation.ts';
import { pictureSecrets } from '../platform/secrets.ts';
import { readCurrent } from './current.ts';
import { inspectEvidence } from './inspect.ts';
import { recordEvidence } from './record.ts';
import { evidenceRef } from './store.ts';

/** Does not wait for the next turn of the schedule. */
export const inspectAgain = selfCheckingOperation({
  name: 'evidence.inspect',
  summary: 'Look into a file now whose inspection failed or has not come yet',
  input: InspectEvidenceInput,
  output: InspectedEvidence,
  cost: 'costly',
  secrets: pictureSecrets,
  rest: { method: 'post', path: '/api/incidents/{incidentId}/evidence/{evidenceId}/inspection' },
  async run({ caller, input, now }) {
    const { evidence } = await readCurrent(caller, input, 'evidence:check');
    // A result stands in the history; a second one would put it in doubt.
    if (isFinal(evidence.state)) return { id: evidence.id, state: evidence.state };
    // Its trigger may not have come yet: the history tells first that it was added. The incident is registered.
    await recordEvidence(input.incidentId, input.evidenceId, now, () => Promise.resolve());
    // A person does not wait for the pause after a failure; what somebody works on stays his.
    if (evidence.state === 'failed') await evidenceRef(input.incidentId, input.evidenceId).update({ retryAt: now });
    const state = await inspectEvidence(input.incidentId, input.evidenceId);
    if (state === null) throw new SecuraError('not-found', 'There is no such file in this incident.');
    return { id: evidence.id, state };
  },
});
