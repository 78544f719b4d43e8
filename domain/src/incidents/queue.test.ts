import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { matchesSearch, QueueFilter, queueFilterFields, queueQuery, queueSorts, type QuerySpec } from './queue.ts';

interface IndexField {
  fieldPath: string;
  order?: 'ASCENDING' | 'DESCENDING';
  arrayConfig?: 'CONTAINS';
}
const file = JSON.parse(readFileSync(new URL('../../../firestore.indexes.json', import.meta.url), 'utf8')) as {
  indexes: { collectionGroup: string; queryScope: string; fields: IndexField[] }[];
  fieldOverrides: { collectionGroup: string; fieldPath: string; indexes: unknown[] }[];
};

const spell = (fields: IndexField[]): string => fields.map(({ fieldPath, order, arrayConfig }) => `${fieldPath} ${arrayConfig ?? order}`).join(', ');
const indexes = new Set(file.indexes.filter(({ collectionGroup }) => collectionGroup === 'incidents').map(({ fields }) => spell(fields)));
const exempt = file.fieldOverrides.filter((entry) => entry.collectionGroup === 'incidents' && entry.indexes.length === 0).map(({ fieldPath }) => fieldPath);

const isRange = (op: string): boolean => ['>=', '<', '>', '<='].includes(op);

/** What is missing to serve a query: Firestore merges indexes that begin with one fixed field each and end alike. */
function missingIndexes({ where, orderBy }: QuerySpec): string[] {
  const order = [...orderBy];
  // Ranges on fields outside of the order are ordered by too, in the direction of its last field.
  for (const [field, op] of where) {
    if (isRange(op) && !order.some(([ordered]) => ordered === field)) order.push([field, order.at(-1)![1]]);
  }
  const suffix = order.map(([fieldPath, direction]): IndexField => ({ fieldPath, order: direction === 'asc' ? 'ASCENDING' : 'DESCENDING' }));
  const fixed = where.filter(([, op]) => !isRange(op)).map(([fieldPath, op]): IndexField => (op === 'array-contains' ? { fieldPath, arrayConfig: 'CONTAINS' } : { fieldPath, order: 'ASCENDING' }));
  const used = [...fixed, ...suffix].map(({ fieldPath }) => fieldPath);
  const unindexed = used.filter((field) => exempt.some((path) => field === path || field.startsWith(`${path}.`)));
  // A single field without anything beside it is indexed by itself.
  const needed = fixed.length > 0 ? fixed.map((field) => [field, ...suffix]) : suffix.length > 1 ? [suffix] : [];
  return [...needed.map(spell).filter((spelling) => !indexes.has(spelling)), ...unindexed.map((field) => `${field} is exempt`)];
}

const choices = {
  status: [undefined, 'active', 'resolved'],
  severity: [undefined, 'high'],
  category: [undefined, 'phishing'],
  department: [undefined, 'Finance'],
  assigned: [undefined, 'me', 'nobody'],
  search: [undefined, 'invoice attachment'],
  from: [undefined, '2026-01-01'],
  to: [undefined, '2026-01-31'],
  sort: queueSorts,
} as const;

/** Every combination that a queue can be narrowed to. */
function everyFilter(): QueueFilter[] {
  let filters: Record<string, unknown>[] = [{}];
  for (const [field, values] of Object.entries(choices)) filters = filters.flatMap((filter) => values.map((value) => ({ ...filter, [field]: value })));
  return filters.map((filter) => QueueFilter.parse(filter));
}

const analyst = { uid: 'me', seesRestricted: false };
const lead = { uid: 'me', seesRestricted: true };

describe('the query of a queue', () => {
  const filters = everyFilter();

  it(`is served by the indexes in all ${filters.length * 3} combinations`, () => {
    for (const filter of filters) {
      for (const viewer of [analyst, lead]) expect(missingIndexes(queueQuery(filter, viewer)), JSON.stringify(filter)).toEqual([]);
      // The list of one's own reports is the same, bound to the reporter.
      const own = queueQuery(filter, lead);
      expect(missingIndexes({ ...own, where: [['reporter.uid', '==', 'me'], ...own.where] }), JSON.stringify(filter)).toEqual([]);
    }
  });
  it('is found out when an index is missing', () => {
    const [some] = indexes;
    indexes.delete(some!);
    expect(filters.some((filter) => [analyst, lead].some((viewer) => missingIndexes(queueQuery(filter, viewer)).length > 0))).toBe(true);
    indexes.add(some!);
    expect(missingIndexes({ collection: 'incidents', where: [['title', '==', 'x']], orderBy: [['createdAt', 'desc']] })).toContain('title is exempt');
  });
  it('keeps restricted incidents from those who may not see them, always', () => {
    for (const filter of filters) {
      const { where } = queueQuery(filter, analyst);
      // What is open to the team, or what one is assigned to oneself: nothing else.
      const own = where.some(([field, op, value]) => field === 'assigneeUids' && op === 'array-contains' && value === analyst.uid);
      if (!own) expect(where).toContainEqual(['visibility', '==', 'team']);
      expect(queueQuery(filter, lead).where.map(([field]) => field)).not.toContain('visibility');
    }
  });
  it('holds at most one array condition and one condition with several values, as Firestore asks', () => {
    for (const filter of filters) {
      const ops = queueQuery(filter, analyst).where.map(([, op]) => op);
      expect(ops.filter((op) => op === 'array-contains').length).toBeLessThanOrEqual(1);
      expect(ops.filter((op) => op === 'in').length).toBeLessThanOrEqual(1);
    }
  });
  it('fixes only fields that have their indexes', () => {
    for (const filter of filters) {
      for (const [field, op] of queueQuery(filter, analyst).where) if (!isRange(op)) expect(queueFilterFields).toContain(field);
    }
  });
  it('takes both days whole, in UTC', () => {
    const { where } = queueQuery(QueueFilter.parse({ from: '2026-02-28', to: '2026-02-28' }), lead);
    expect(where).toEqual([
      ['createdAt', '>=', new Date('2026-02-28T00:00:00Z')],
      ['createdAt', '<', new Date('2026-03-01T00:00:00Z')],
    ]);
  });
  it('leaves out of "due" what is not due', () => {
    expect(queueQuery(QueueFilter.parse({ sort: 'due' }), lead).where).toContainEqual(['nextDueAt', '>=', new Date(0)]);
  });
  it('looks for one word, and the rest is matched on what comes back', () => {
    const search = 'The INVOICE of Müller';
    expect(queueQuery(QueueFilter.parse({ search }), lead).where).toContainEqual(['tokens', 'array-contains', 'invoice']);
    expect(matchesSearch({ tokens: ['the', 'invoice', 'of', 'muller'] }, search)).toBe(true);
    expect(matchesSearch({ tokens: ['invoice', 'the', 'of'] }, search)).toBe(false);
    expect(matchesSearch({ tokens: ['the', 'of', 'muller'] }, search)).toBe(false);
    expect(matchesSearch({ tokens: [] }, undefined)).toBe(true);
  });
  it('of "mine" asks for all assignments, restricted ones too, and a search among them leaves none out', () => {
    expect(queueQuery(QueueFilter.parse({ assigned: 'me' }), analyst).where).toEqual([['assigneeUids', 'array-contains', 'me']]);
    expect(queueQuery(QueueFilter.parse({ assigned: 'me', search: 'strange invoice' }), analyst).where).toEqual([['assigneeUids', 'array-contains', 'me']]);
    expect(matchesSearch({ tokens: ['invoice', 'strange'] }, 'strange invoice')).toBe(true);
    expect(matchesSearch({ tokens: ['strange'] }, 'strange invoice')).toBe(false);
  });
  it('finds an incident by one digit of its number, while one letter is not a search yet', () => {
    expect(queueQuery(QueueFilter.parse({ search: '5' }), lead).where).toContainEqual(['tokens', 'array-contains', '5']);
    expect(queueQuery(QueueFilter.parse({ search: 'p' }), lead).where).toEqual([]);
  });
});
