import { z } from 'zod';
import { line } from '../platform/text.ts';
import { searchTerms } from './search.ts';
import type { Incident } from './incident.ts';
import { categories, severities, statuses } from './vocabulary.ts';

export const queueSorts = ['newest', 'oldest', 'severity', 'activity', 'due'] as const;
export type QueueSort = (typeof queueSorts)[number];

/** What a queue is narrowed to; the same for the URL, the screen, the callable and the REST route. */
export const QueueFilter = z.strictObject({
  status: z.enum([...statuses, 'active'], 'There is no such status.').optional(),
  severity: z.enum(severities, 'There is no such severity.').optional(),
  category: z.enum(categories, 'There is no such category.').optional(),
  department: line('The department', 1, 60).optional(),
  /** `me`, `nobody`, or everybody when absent. */
  assigned: z.enum(['me', 'nobody'], 'Choose "me" or "nobody".').optional(),
  search: line('The search', 1, 100).optional(),
  /** Days in UTC, both included, `yyyy-mm-dd`. */
  from: z.iso.date('Give a day as yyyy-mm-dd.').optional(),
  to: z.iso.date('Give a day as yyyy-mm-dd.').optional(),
  sort: z.enum(queueSorts, 'There is no such order.').default('newest'),
});
export type QueueFilter = z.infer<typeof QueueFilter>;

/** A query as data: the web's listener and the server's operation run the very same. */
export interface QuerySpec {
  collection: string;
  where: [field: string, op: '==' | 'in' | '>=' | '<' | 'array-contains', value: unknown][];
  orderBy: [field: string, direction: 'asc' | 'desc'][];
}

const orders: Record<QueueSort, QuerySpec['orderBy']> = {
  newest: [['createdAt', 'desc']],
  oldest: [['createdAt', 'asc']],
  severity: [['severityRank', 'desc'], ['createdAt', 'desc']],
  activity: [['updatedAt', 'desc']],
  due: [['nextDueAt', 'asc']],
};

/** Fields that a queue query may fix by equality or membership; each needs an index with each order. */
export const queueFilterFields = ['visibility', 'memberUids', 'status', 'severity', 'category', 'department', 'primaryAssigneeUid', 'assigneeUids', 'tokens'] as const;
export const queueOrders = orders;

/**
 * Builds the query of a queue, newest first unless asked otherwise.
 * @param viewer `seesRestricted` (leads and admins) lifts the bound to incidents open to the whole team
 */
export function queueQuery(filter: QueueFilter, viewer: { uid: string; seesRestricted: boolean }): QuerySpec {
  const where: QuerySpec['where'] = [];
  const terms = filter.search ? searchTerms(filter.search) : null;
  const mine = filter.assigned === 'me';
  // Whoever is assigned may see a restricted incident, and asking for just those proves it to the rules.
  if (!viewer.seesRestricted && !mine) where.push(['visibility', '==', 'team']);
  if (filter.status === 'active') where.push(['status', 'in', ['open', 'investigating', 'contained']]);
  else if (filter.status) where.push(['status', '==', filter.status]);
  if (filter.severity) where.push(['severity', '==', filter.severity]);
  if (filter.category) where.push(['category', '==', filter.category]);
  if (filter.department) where.push(['department', '==', filter.department]);
  if (filter.assigned === 'nobody') where.push(['primaryAssigneeUid', '==', null]);
  // Firestore takes one array condition a query: among one's own, which are few, every word is matched on what comes back.
  if (mine) where.push(['assigneeUids', 'array-contains', viewer.uid]);
  else if (terms) where.push(['tokens', 'array-contains', terms.lookup]);
  if (filter.from) where.push(['createdAt', '>=', new Date(`${filter.from}T00:00:00.000Z`)]);
  if (filter.to) where.push(['createdAt', '<', new Date(Date.parse(`${filter.to}T00:00:00.000Z`) + 86_400_000)]);
  // Null sorts first: an incident whose clocks have all stopped is not due.
  if (filter.sort === 'due') where.push(['nextDueAt', '>=', new Date(0)]);
  return { collection: 'incidents', where, orderBy: orders[filter.sort] };
}

/** Whether an incident holds all words of a search; the query itself can look for one at most. */
export function matchesSearch(incident: Pick<Incident, 'tokens'>, search: string | undefined): boolean {
  const words = search ? (searchTerms(search)?.words ?? []) : [];
  return words.every((word) => incident.tokens.includes(word));
}
