import { SecuraError } from '@secura/domain/platform/errors';
import type { EventBody } from '@secura/domain/incidents/events';
import type { Incident } from '@secura/domain/incidents/incident';
import { can } from '@secura/domain/people/permissions';
import { campaignActs, campaignMembers, memberOf, standing, type Campaign, type CampaignMember, type CampaignNote } from '@secura/domain/similar/campaign';
import { CampaignView, ChangeCampaignInput, DecideCampaignInput } from '@secura/domain/similar/operations';
import { untilAppended } from '../platform/append.ts';
import { db, fromStore } from '../platform/firebase.ts';
import { eventActor, requireReadable } from '../platform/incident-operation.ts';
import { applyChange, incidentRef, readIncident } from '../platform/incident-store.ts';
import { operation, type LiveActor } from '../platform/operation.ts';
import { campaignRef, withNote } from './suggest-campaign.ts';

interface Act {
  did: CampaignNote['did'];
  number?: string;
  patch: Partial<Campaign>;
  /** Incidents whose history says that they came in or went out. */
  moved: { incident: Incident; member: boolean }[];
}

/**
 * Changes a campaign and the histories of the incidents that it concerns, in one commit. The campaign's own last change
 * is a condition of it: who comes second reads and decides anew.
 */
async function changeCampaign(id: string, expectedVersion: number | undefined, by: { actor: LiveActor; now: Date; requestId: string }, act: (campaign: Campaign) => Promise<Act | null>): Promise<CampaignView> {
  const { actor, now, requestId } = by;
  return untilAppended(async () => {
    const stored = await campaignRef(id).get();
    if (!stored.exists) throw new SecuraError('not-found', 'There is no such campaign.');
    const campaign = fromStore<Campaign>(stored.data());
    if (expectedVersion !== undefined && expectedVersion < campaign.version) {
      throw new SecuraError('conflict', 'The campaign was changed in the meantime. Look at it again and decide.', { version: campaign.version, changes: [] });
    }
    const decided = await act(campaign);
    if (!decided) return view(id, campaign);
    const next: Campaign = {
      ...campaign, ...decided.patch, updatedAt: now, version: campaign.version + 1,
      notes: withNote(campaign.notes, { at: now, by: { uid: actor.uid, name: actor.name }, did: decided.did, number: decided.number ?? null }),
    };
    const batch = db().batch();
    batch.update(campaignRef(id), { ...next }, { lastUpdateTime: stored.updateTime! });
    for (const { incident, member } of decided.moved) {
      const event: EventBody = { type: 'campaign.changed', data: { campaignId: id, name: next.name, member } };
      applyChange(batch, incident, { patch: {}, events: [event], what: member ? 'Put into a campaign' : 'Taken out of a campaign' }, { actor: eventActor(actor), now, requestId });
    }
    await batch.commit().catch((error: unknown) => {
      // FAILED_PRECONDITION: somebody changed the campaign in between. Told as an overlap, so that it is tried again.
      throw (error as { code?: unknown }).code === 9 ? Object.assign(new Error('The campaign has changed.', { cause: error }), { code: 10 }) : error;
    });
    return view(id, next);
  });
}

const view = (id: string, { name, state, memberIds, version }: Campaign): CampaignView => ({ id, name, state, members: memberIds.length, version });

async function incidentsOf(members: readonly CampaignMember[]): Promise<Incident[]> {
  if (members.length === 0) return [];
  const stored = await db().getAll(...members.map(({ id }) => incidentRef(id)));
  return stored.flatMap((snapshot) => readIncident(snapshot) ?? []);
}

export const decideCampaign = operation({
  name: 'campaigns.decide',
  summary: 'Confirm, dismiss or close a campaign',
  allow: 'campaign:decide',
  input: DecideCampaignInput,
  output: CampaignView,
  cost: 'write',
  rest: { method: 'post', path: '/api/campaigns/{id}/decision' },
  run: ({ actor, input: { id, expectedVersion, decision }, now, requestId }) =>
    changeCampaign(id, expectedVersion, { actor, now, requestId }, async (campaign) => {
      const state = { confirm: 'confirmed', dismiss: 'dismissed', close: 'closed' }[decision] as Campaign['state'];
      if (campaign.state === state && !(decision === 'confirm' && campaign.members.some((member) => member.state === 'suggested'))) return null;
      if (campaign.state !== state && !campaignActs[campaign.state].includes(decision)) throw new SecuraError('failed-precondition', `This campaign is ${campaign.state}: it cannot be ${state}.`);
      const fresh = decision === 'confirm' ? campaign.members.filter((member) => member.state === 'suggested') : [];
      // Histories tell of what people decided only: a dismissed suggestion never was one of theirs.
      const moved = (await incidentsOf(fresh)).map((incident) => ({ incident, member: true }));
      const members = campaign.members.map((member) => (decision === 'confirm' && member.state === 'suggested' ? { ...member, state: 'confirmed' as const } : member));
      return { did: state as CampaignNote['did'], patch: { state, ...standing(members) }, moved };
    }),
});

export const changeCampaignMembers = operation({
  name: 'campaigns.change',
  summary: 'Rename a campaign, or put an incident into it or out of it',
  allow: 'campaign:decide',
  input: ChangeCampaignInput,
  output: CampaignView,
  cost: 'write',
  rest: { method: 'patch', path: '/api/campaigns/{id}' },
  run: ({ actor, input: { id, expectedVersion, add, remove, name }, now, requestId }) =>
    changeCampaign(id, expectedVersion, { actor, now, requestId }, async (campaign) => {
      if (!campaignActs[campaign.state].includes('change')) throw new SecuraError('failed-precondition', `This campaign is ${campaign.state}. Confirm it again before you change it.`);
      if (name !== undefined) return name === campaign.name ? null : { did: 'renamed', patch: { name }, moved: [] };
      const member = campaign.members.find((one) => one.id === (add ?? remove));
      if (remove !== undefined) {
        if (!member || member.state === 'removed') return null;
        const incidents = member.state === 'confirmed' ? await incidentsOf([member]) : [];
        const members = campaign.members.map((one) => (one.id === remove ? { ...one, state: 'removed' as const } : one));
        return { did: 'removed', number: member.number, patch: standing(members), moved: incidents.map((incident) => ({ incident, member: false })) };
      }
      // What is only suggested is confirmed as a whole, and told in the histories then.
      const state = campaign.state === 'confirmed' ? 'confirmed' : 'suggested';
      if (member?.state === state) return null;
      const incident = requireReadable(actor, readIncident(await incidentRef(add!).get()));
      if (!can(actor, 'incident:link', incident)) throw new SecuraError('permission-denied', 'You are not allowed to do that with this incident.');
      if (!incident.head) throw new SecuraError('failed-precondition', 'This report is just being registered. Please try again in a moment.');
      if (incident.visibility !== 'team') throw new SecuraError('failed-precondition', 'A restricted incident is not put into a campaign.');
      if (!member && campaign.members.length >= campaignMembers) throw new SecuraError('failed-precondition', `A campaign has at most ${campaignMembers} incidents.`);
      const { reporter, ...facts } = incident;
      const joining = memberOf({ ...facts, number: incident.number ?? '', reporterUid: reporter.uid, observables: [] }, state);
      return { did: 'added', number: joining.number, patch: standing([...campaign.members.filter((one) => one.id !== add), joining]), moved: state === 'confirmed' ? [{ incident, member: true }] : [] };
    }),
});
