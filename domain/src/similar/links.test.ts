import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { belongsTo, isCampaign, memberOf, sameWave, standing, withoutIncident, type Campaign, type Candidate } from './campaign.ts';
import { objectionToMerge, objectionToPair, objectionToRestrict, withLink, withoutLink, type CaseLink, type Connections } from './links.ts';

const side = (id: string, more: Partial<Connections> & { status?: 'open' | 'resolved'; visibility?: 'team' | 'restricted' } = {}) => ({ id, number: `INC-${id}`, status: 'open' as const, visibility: 'team' as const, ...more });
const by = { uid: 'ana', name: 'Ana' };
const at = new Date(0);

describe('merging', () => {
  it('refuses what would make a chain or a circle, an ended report, a restricted one and itself', () => {
    const merged = { mergedInto: { id: 'c', number: 'INC-c', formerStatus: 'open' as const, formerRootCause: null, by, at } };
    expect(objectionToMerge(side('a'), side('b'))).toBeNull();
    expect(objectionToMerge(side('a'), side('a'))).toContain('itself');
    expect(objectionToMerge(side('a', merged), side('b'))).toContain('already');
    expect(objectionToMerge(side('a'), side('b', merged))).toContain('Merge into that one');
    expect(objectionToMerge(side('a', { duplicates: [{ id: 'x', number: 'INC-x' }] }), side('b'))).toContain('other way round');
    expect(objectionToMerge(side('a', { status: 'resolved' }), side('b'))).toContain('Reopen it');
    expect(objectionToMerge(side('a'), side('b', { visibility: 'restricted' }))).toContain('restricted');
  });

  it('in any order leaves no circle and no chain', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.boolean()), { maxLength: 60 }), (acts) => {
        const into = new Map<number, number>();
        const view = (one: number) =>
          side(String(one), {
            mergedInto: into.has(one) ? { id: String(into.get(one)), number: '', formerStatus: 'open', formerRootCause: null, by, at } : null,
            duplicates: [...into].filter(([, primary]) => primary === one).map(([duplicate]) => ({ id: String(duplicate), number: '' })),
          });
        for (const [one, other, undo] of acts) {
          if (undo) into.delete(one);
          else if (objectionToMerge(view(one), view(other)) === null) into.set(one, other);
        }
        for (const primary of into.values()) expect(into.has(primary)).toBe(false);
      }),
    );
  });
});

describe('linking', () => {
  const link = (id: string, how: CaseLink['how']): CaseLink => ({ id, number: `INC-${id}`, how, by, at });
  it('is done once, and undone', () => {
    const links = withLink([], link('b', 'linked'))!;
    expect(withLink(links, link('b', 'linked'))).toBeNull();
    expect(withoutLink(links, 'b')).toEqual([]);
    expect(objectionToPair(side('a', { links: Array.from({ length: 50 }, (_, index) => link(String(index), 'linked')) }), side('b'))).toContain('at most 50');
  });
  it('does not take back that a reporter wants to hear of the outcome, and takes it up', () => {
    expect(withLink([link('b', 'joined')], link('b', 'linked'))).toBeNull();
    expect(withLink([link('b', 'linked')], link('b', 'joined'))).toEqual([link('b', 'joined')]);
  });
});

describe('a wave', () => {
  const candidate = (id: string, more: Partial<Candidate> = {}): Candidate => ({
    id, number: `INC-${id}`, department: 'IT', severity: null, category: 'phishing', createdAt: new Date('2026-01-10T00:00:00Z'), reporterUid: id, observables: [], ...more,
  });
  it('is of one category or a shared indicator, within three days', () => {
    const report = candidate('a', { observables: ['evil.example'] });
    const near = [
      candidate('b'),
      candidate('c', { category: 'malware' }),
      candidate('d', { category: 'malware', observables: ['evil.example'] }),
      candidate('e', { createdAt: new Date('2026-01-14T00:00:00Z') }),
      candidate('a'),
    ];
    expect(sameWave(report, near).map(({ id }) => id)).toEqual(['b', 'd']);
    expect(sameWave(candidate('x', { category: 'other' }), [candidate('y', { category: 'other' })])).toEqual([]);
  });
  it('needs three different people', () => {
    expect(isCampaign([candidate('a'), candidate('b'), candidate('c', { reporterUid: 'a' })])).toBe(false);
    expect(isCampaign([candidate('a'), candidate('b'), candidate('c')])).toBe(true);
  });
  it('takes in who is near half of it, or five of many', () => {
    const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `m${index}`);
    const near = (count: number): Candidate[] => ids(count).map((id) => candidate(id));
    expect([1, 2].map((count) => belongsTo(ids(4), near(count)))).toEqual([false, true]);
    expect([4, 5].map((count) => belongsTo(ids(40), near(count)))).toEqual([false, true]);
    expect(belongsTo(ids(4), [candidate('x'), candidate('y'), candidate('z')])).toBe(false);
  });
  it('stands without what was taken out of it', () => {
    const members = [memberOf(candidate('a', { createdAt: new Date(1000) }), 'removed'), memberOf(candidate('b', { createdAt: new Date(5000) }), 'confirmed'), memberOf(candidate('c', { createdAt: new Date(3000) }), 'suggested')];
    expect(standing(members)).toMatchObject({ memberIds: ['b', 'c'], firstSeenAt: new Date(3000), lastSeenAt: new Date(5000) });
    expect(standing(members).members).toHaveLength(3);
  });
});

describe('restricting', () => {
  it('waits until nothing connects the incident with others', () => {
    expect(objectionToRestrict({})).toBeNull();
    expect(objectionToRestrict({ links: [], duplicates: [], mergedInto: null })).toBeNull();
    expect(objectionToRestrict({ links: Array.from({ length: 7 }, (_, index) => ({ id: String(index), number: `INC-${index}`, how: 'linked' as const, by, at })) })).toContain('INC-4 and 2 more');
    expect(objectionToRestrict({ duplicates: [{ id: 'x', number: 'INC-x' }] })).toContain('INC-x');
    expect(objectionToRestrict({ mergedInto: { id: 'c', number: 'INC-c', formerStatus: 'open', formerRootCause: null, by, at } })).toContain('Undo the merge');
  });

  it('leaves no trace in a campaign, and no campaign of nobody', () => {
    const member = (id: string, state: 'suggested' | 'removed' = 'suggested') => ({ id, number: `INC-${id}`, department: 'Sales', severity: null, reportedAt: at, reporterUid: 'r', state });
    const campaign = (...members: ReturnType<typeof member>[]): Campaign => ({ name: 'Phishing from INC-a', state: 'suggested', category: 'phishing', observables: [], ...standing(members), createdAt: at, updatedAt: at, version: 3, notes: [{ at, by, did: 'removed', number: 'INC-a' }, { at, by, did: 'renamed', number: null }] });
    for (const state of ['suggested', 'removed'] as const) {
      const left = withoutIncident(campaign(member('a', state), member('b')), { id: 'a', number: 'INC-a' })!;
      expect(JSON.stringify(left)).not.toContain('INC-a');
      expect(left).toMatchObject({ name: 'Phishing from INC-b', memberIds: ['b'] });
    }
    expect(withoutIncident(campaign(member('a'), member('b', 'removed')), { id: 'a', number: 'INC-a' })).toBeNull();
    expect(withoutIncident({ ...campaign(member('a'), member('b')), name: 'Parcel wave' }, { id: 'a', number: 'INC-a' })?.name).toBe('Parcel wave');
  });
});
