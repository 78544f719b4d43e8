import { weightsOf, type TrackRecord } from '@secura/domain/triage/combine';
import { db } from '../platform/firebase.ts';
import { weightsUnknown } from '../platform/logs.ts';

const freshMs = 3_600_000;
const none: TrackRecord = { right: 0, decided: 0 };
let known: { of: string; at: number; weights: { local: number; other: number } } | undefined;

/** How often people left a model's category standing, over all that they decided: two counts, not the documents. */
async function trackRecord(provider: string, model: string): Promise<TrackRecord> {
  const outputs = db().collection('aiDecisions').where('provider', '==', provider).where('model', '==', model);
  const count = async (right: boolean): Promise<number> => (await outputs.where('decision.categoryRight', '==', right).count().get()).data().count;
  const [right, wrong] = await Promise.all([count(true), count(false)]);
  return { right, decided: right + wrong };
}

/** What the two count against one another, by the ledger; measured anew every hour. Equal where it cannot be read. */
export async function measuredWeights(local: string, other: { provider: string; model: string }, now: number = Date.now()): Promise<{ local: number; other: number }> {
  const of = `${local}/${other.provider}/${other.model}`;
  if (known?.of === of && now - known.at < freshMs) return known.weights;
  try {
    const [mine, theirs] = await Promise.all([trackRecord('local', local), trackRecord(other.provider, other.model)]);
    known = { of, at: now, weights: weightsOf(mine, theirs) };
    return known.weights;
  } catch (error) {
    weightsUnknown(error);
    return weightsOf(none, none);
  }
}
