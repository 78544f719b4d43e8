import { SetThreatLevelInput, ThreatLevelView } from '@secura/domain/posture/operations';
import { auditedDecision } from '../platform/audit.ts';
import { operation } from '../platform/operation.ts';
import { postureOf, postureRef, writePosture } from './store.ts';

export const setThreatLevel = operation({
  name: 'posture.setThreatLevel',
  summary: 'Set the threat level of the organisation; everybody sees it with its reason, and the history keeps it',
  allow: 'threatLevel:set',
  input: SetThreatLevelInput,
  output: ThreatLevelView,
  cost: 'write',
  rest: { method: 'post', path: '/api/threat-level' },
  async run({ actor, input: { level, reason }, now, requestId }) {
    return auditedDecision({ actor, now, requestId }, async (tx) => {
      const posture = postureOf(await tx.get(postureRef()));
      // A call that comes again, its answer lost, leaves no second entry. The same level for another reason is news.
      if (posture.level === level && posture.reason === reason) return { answer: { level, reason, seq: posture.seq }, change: null };
      const by = { uid: actor.uid, name: actor.name };
      const write = () => writePosture(tx, posture, { to: level, reason, by, at: now });
      return { answer: { level, reason, seq: posture.seq + 1 }, change: { action: 'threatLevel.set', data: { from: posture.level, to: level, reason }, write } };
    });
  },
});
