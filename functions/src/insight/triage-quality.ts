import { QualityAnswer, QualityInput } from '@secura/domain/insight/operations';
import { fewestDecisions, qualityOf } from '@secura/domain/insight/triage-quality';
import type { AiDecision } from '@secura/domain/triage/ledger';
import { db } from '../platform/firebase.ts';
import { operation } from '../platform/operation.ts';

const usualDays = 90;
/** Bounds what one look costs; with more decisions the newest are looked at. */
const mostRead = 500;

export const measureTriage = operation({
  name: 'insight.triageQuality',
  summary: 'How often people agreed with triage, how often they decided otherwise, and how far its confidence can be trusted',
  allow: 'rollups:read',
  input: QualityInput,
  output: QualityAnswer,
  cost: 'costly',
  rest: { method: 'get', path: '/api/ai/triage-quality' },
  async run({ input, now }) {
    const since = input.since ? new Date(`${input.since}T00:00:00.000Z`) : new Date(now.getTime() - usualDays * 86_400_000);
    const { docs } = await db().collection('aiDecisions').where('decision.at', '>=', since).orderBy('decision.at', 'desc').limit(mostRead + 1).get();
    const entries = docs.slice(0, mostRead).map((doc) => doc.data() as AiDecision);
    return { since: since.toISOString(), decided: entries.length, truncated: docs.length > mostRead, needed: fewestDecisions, models: qualityOf(entries) };
  },
});
