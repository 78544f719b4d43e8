import type { IncidentEvent } from '@secura/domain/incidents/events';
import type { Incident } from '@secura/domain/incidents/incident';
import { withoutIncident, type Campaign } from '@secura/domain/similar/campaign';
import type { SimilarIncidents } from '@secura/domain/similar/similar';
import { db, fromStore } from '../platform/firebase.ts';
import { transact } from '../platform/transaction.ts';
import { campaignRef } from './suggest-campaign.ts';
import { listOf, similarRef } from './list.ts';
import { incidentRef } from '../platform/incident-store.ts';
import { recordNeeded } from './needed.ts';

/**
 * Takes a restricted incident out of what others are shown: lists of near reports, plans that followed from it, campaigns.
 * Its own list goes last, so that a run that broke off does all of it again. Running it again changes nothing.
 */
export async function withdraw(incident: Pick<Incident, 'id' | 'number'>, now: Date): Promise<void> {
  const { id } = incident;
  const lists = await db().collectionGroup('internal').where('ids', 'array-contains', id).select().get();
  for (const { ref } of lists.docs) {
    await transact(async (tx) => {
      const stored = await tx.get(ref);
      if (!stored.exists) return;
      const list = fromStore<SimilarIncidents>(stored.data());
      tx.set(ref, listOf(list, list.nearest.filter((neighbour) => neighbour.id !== id)));
    });
    await recordNeeded(ref.parent.parent!.id);
  }
  const [within, decided] = await Promise.all([
    db().collection('campaigns').where('memberIds', 'array-contains', id).select().get(),
    // Whom people took out is no member any more, and still named.
    incidentRef(id).collection('events').where('type', '==', 'campaign.changed').orderBy('seq').get(),
  ]);
  const named = decided.docs.map((doc) => (doc.data() as Extract<IncidentEvent, { type: 'campaign.changed' }>).data.campaignId);
  for (const campaignId of new Set([...within.docs.map((doc) => doc.id), ...named])) {
    const ref = campaignRef(campaignId);
    await transact(async (tx) => {
      const stored = await tx.get(ref);
      if (!stored.exists) return;
      const campaign = fromStore<Campaign>(stored.data());
      const left = withoutIncident(campaign, incident);
      if (left) tx.set(ref, { ...left, updatedAt: now, version: campaign.version + 1 });
      else tx.delete(ref);
    });
  }
  await similarRef(id).delete();
}
