import { categoryLabels, type Category, type Severity } from '../incidents/vocabulary.ts';
import type { PersonRef } from '../incidents/events.ts';

/** How long reports may lie apart to be suggested as one campaign. */
export const campaignHours = 72;
/** So many people must have reported before it is suggested. */
export const campaignReporters = 3;
/** Members of one campaign, at most. */
export const campaignMembers = 60;
export const campaignNotes = 100;

export const campaignStates = ['suggested', 'confirmed', 'dismissed', 'closed'] as const;
export type CampaignState = (typeof campaignStates)[number];

/** An incident in a campaign, as it was when it came in. */
export interface CampaignMember {
  id: string;
  number: string;
  department: string;
  severity: Severity | null;
  reportedAt: Date;
  reporterUid: string;
  /** `suggested` by the rule, `confirmed` by a person, `removed` by a person and not suggested again. */
  state: 'suggested' | 'confirmed' | 'removed';
}

/** One thing that was done to a campaign. */
export interface CampaignNote {
  at: Date;
  by: PersonRef;
  did: 'suggested' | 'joined' | 'confirmed' | 'dismissed' | 'closed' | 'added' | 'removed' | 'renamed';
  number: string | null;
}

/** `campaigns/{id}`: reports that may be one attack. Suggested by a rule, decided by people. */
export interface Campaign {
  name: string;
  state: CampaignState;
  category: Category | null;
  observables: string[];
  members: CampaignMember[];
  /** Of members that were not removed, for finding the campaign by one of them. */
  memberIds: string[];
  firstSeenAt: Date;
  lastSeenAt: Date;
  createdAt: Date;
  updatedAt: Date;
  /** Counts its changes: who decides on an older one is told. */
  version: number;
  notes: CampaignNote[];
}

/** What the rule looks at. */
export interface Candidate {
  id: string;
  number: string;
  department: string;
  severity: Severity | null;
  category: Category | null;
  createdAt: Date;
  reporterUid: string;
  observables: readonly string[];
}

/**
 * Those near ones that belong to the same wave as a report: of its category or sharing an indicator with it, and close
 * in time.
 * @param near reports that are alike by their profile, whatever their category
 */
export function sameWave(report: Candidate, near: readonly Candidate[]): Candidate[] {
  const observed = new Set(report.observables);
  return near.filter(
    (other) =>
      other.id !== report.id &&
      Math.abs(other.createdAt.getTime() - report.createdAt.getTime()) <= campaignHours * 3_600_000 &&
      ((report.category !== null && report.category !== 'other' && other.category === report.category) || other.observables.some((value) => observed.has(value))),
  );
}

/** Whether a wave is worth suggesting: enough different people told of it. */
export function isCampaign(wave: readonly Candidate[]): boolean {
  return new Set(wave.map(({ reporterUid }) => reporterUid)).size >= campaignReporters;
}

/**
 * Whether a report that is near some members belongs to all of them: near to half, or to five of many. Otherwise each
 * newcomer near the last one would grow a campaign into everything of its kind.
 */
export function belongsTo(memberIds: readonly string[], wave: readonly Candidate[]): boolean {
  return wave.filter(({ id }) => memberIds.includes(id)).length >= Math.min(5, Math.ceil(memberIds.length / 2));
}

export const memberOf = ({ id, number, department, severity, createdAt, reporterUid }: Candidate, state: CampaignMember['state']): CampaignMember => ({
  id, number, department, severity, reportedAt: createdAt, reporterUid, state,
});

/** What a campaign is called until a person names it. */
export const nameOf = (category: Category | null, number: string): string => `${category ? categoryLabels[category] : 'Reports'} from ${number}`;

/**
 * A campaign without an incident that others may no longer know of: as if it had never been in it. Null when nothing is left.
 */
export function withoutIncident(campaign: Campaign, { id, number }: { id: string; number: string | null }): Campaign | null {
  const members = campaign.members.filter((member) => member.id !== id);
  const first = members.find(({ state }) => state !== 'removed');
  if (!first) return null;
  const named = number !== null && campaign.name.includes(number);
  return {
    ...campaign,
    ...standing(members),
    name: named ? nameOf(campaign.category, first.number) : campaign.name,
    notes: campaign.notes.filter((note) => number === null || note.number !== number),
  };
}

/** What follows from the members: who is found by, and when it was seen. */
export function standing(members: readonly CampaignMember[]): Pick<Campaign, 'members' | 'memberIds' | 'firstSeenAt' | 'lastSeenAt'> {
  const inside = members.filter(({ state }) => state !== 'removed');
  const times = inside.map(({ reportedAt }) => reportedAt.getTime());
  return {
    members: [...members],
    memberIds: inside.map(({ id }) => id),
    firstSeenAt: new Date(times.length > 0 ? Math.min(...times) : 0),
    lastSeenAt: new Date(times.length > 0 ? Math.max(...times) : 0),
  };
}

/** Which acts a state allows. */
export const campaignActs: Record<CampaignState, readonly ('confirm' | 'dismiss' | 'close' | 'change')[]> = {
  suggested: ['confirm', 'dismiss', 'change'],
  confirmed: ['close', 'change'],
  dismissed: ['confirm'],
  closed: ['confirm'],
};
