import type { CampaignMember, CampaignNote, CampaignState } from '@secura/domain/similar/campaign';
import { severities, severityLabels } from '@secura/domain/incidents/vocabulary';

export const stateLabels: Record<CampaignState, string> = { suggested: 'Suggested', confirmed: 'Confirmed', dismissed: 'Dismissed', closed: 'Closed' };

const acts: Record<CampaignNote['did'], string> = {
  suggested: 'suggested this campaign',
  joined: 'suggested to add',
  confirmed: 'confirmed the campaign',
  dismissed: 'dismissed it: no campaign',
  closed: 'closed the campaign',
  added: 'added',
  removed: 'took out',
  renamed: 'renamed the campaign',
};

/** One entry of a campaign's history, after the name of who did it. */
export function tellNote({ did, number }: CampaignNote): string {
  return number ? `${acts[did]} ${number}` : acts[did];
}

export interface Share {
  label: string;
  count: number;
}

/** How many members each department has, most first. */
export function byDepartment(members: readonly CampaignMember[]): Share[] {
  return tally(members.map(({ department }) => department)).sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

/** How many members each severity has, worst first. */
export function bySeverity(members: readonly CampaignMember[]): Share[] {
  const order = [...severities].reverse().map((severity) => severityLabels[severity]);
  return tally(members.map(({ severity }) => (severity ? severityLabels[severity] : 'Not rated yet'))).sort((a, b) => rank(order, a.label) - rank(order, b.label));
}

const rank = (order: readonly string[], label: string): number => (order.includes(label) ? order.indexOf(label) : order.length);

function tally(labels: readonly string[]): Share[] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([label, count]) => ({ label, count }));
}
