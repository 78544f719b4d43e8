import { belongsTo, campaignMembers, campaignNotes, isCampaign, memberOf, nameOf, sameWave, standing, type Campaign, type CampaignNote, type Candidate } from '@secura/domain/similar/campaign';
import { db, fromStore } from '../platform/firebase.ts';
import { isAlreadyDone } from '../platform/once.ts';
import { transact } from '../platform/transaction.ts';

const rule = { uid: 'system', name: 'Secura' };

export const campaignRef = (id: string) => db().doc(`campaigns/${id}`);

export const withNote = (notes: readonly CampaignNote[], note: CampaignNote): CampaignNote[] => [...notes, note].slice(-campaignNotes);

/**
 * Suggests a campaign when enough people report alike, or adds the report as a suggestion to the one that is there.
 * Nothing is decided by it. Running it again changes nothing.
 * @param near reports that are likely the same by their profile
 */
export async function suggestCampaign(report: Candidate, near: readonly Candidate[], now: Date): Promise<void> {
  const wave = sameWave(report, near);
  if (wave.length === 0) return;
  const existing = await db().collection('campaigns').where('memberIds', 'array-contains-any', wave.map(({ id }) => id).slice(0, 30)).limit(5).get();
  const present = existing.docs.filter((doc) => doc.get('state') !== 'closed');
  const found = present.find((doc) => belongsTo(doc.get('memberIds') as string[], wave));
  if (found) return joinCampaign(found.id, report, now);
  // Near a part of one: no second campaign of the same reports.
  if (present.length > 0) return;
  const all = [report, ...wave].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  if (!isCampaign(all)) return;
  const campaign: Campaign = {
    name: nameOf(report.category, all[0]!.number),
    state: 'suggested',
    category: report.category,
    observables: report.observables.filter((value) => wave.some((other) => other.observables.includes(value))).slice(0, 20),
    ...standing(all.slice(0, campaignMembers).map((one) => memberOf(one, 'suggested'))),
    createdAt: now, updatedAt: now, version: 1,
    notes: [{ at: now, by: rule, did: 'suggested', number: null }],
  };
  // Named after its oldest report: two deliveries at once suggest the same one, and it is made once.
  await campaignRef(`c-${all[0]!.id}`).create({ ...campaign }).catch((error: unknown) => {
    if (!isAlreadyDone(error)) throw error;
    return joinCampaign(`c-${all[0]!.id}`, report, now);
  });
}

async function joinCampaign(id: string, report: Candidate, now: Date): Promise<void> {
  await transact(async (tx) => {
    const stored = await tx.get(campaignRef(id));
    if (!stored.exists) return;
    const campaign = fromStore<Campaign>(stored.data());
    // What people dismissed or closed stays so; whom they took out is not suggested again.
    const open = campaign.state === 'suggested' || campaign.state === 'confirmed';
    if (!open || campaign.members.length >= campaignMembers || campaign.members.some((member) => member.id === report.id)) return;
    tx.update(campaignRef(id), {
      ...standing([...campaign.members, memberOf(report, 'suggested')]),
      updatedAt: now,
      version: campaign.version + 1,
      notes: withNote(campaign.notes, { at: now, by: rule, did: 'joined', number: report.number }),
    });
  });
}
