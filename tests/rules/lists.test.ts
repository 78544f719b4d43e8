import { assertFails, assertSucceeds, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { collection, getDocs, collectionGroup, getCount, limit, orderBy, query, where, type QueryConstraint } from 'firebase/firestore/lite';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { QueueFilter, queueQuery, queueSorts } from '../../domain/src/incidents/queue.ts';
import { actorOf, analysts, team, type Who } from './cast.ts';
import { as, furnish, incidentIds, openWorld } from './world.ts';

let environment: RulesTestEnvironment;
beforeAll(async () => {
  environment = await openWorld();
  await furnish(environment);
});
afterAll(() => environment.cleanup());

const list = (who: Who, ...bounds: QueryConstraint[]) => getDocs(query(collection(as(environment, who), 'incidents'), ...bounds));
const openToTeam = where('visibility', '==', 'team');
const everything = queueSorts.flatMap((sort): QueueFilter[] => [
  { sort },
  { sort, status: 'active' },
  { sort, status: 'resolved', severity: 'high', category: 'phishing', department: 'Finance' },
  { sort, assigned: 'me' },
  { sort, assigned: 'nobody' },
  { sort, search: 'phishing mail', assigned: 'me' },
  { sort, from: '2026-01-01', to: '2026-01-31' },
]);

describe('the queue', () => {
  for (const who of team) {
    for (const filter of everything) {
      it(`of ${who} may be asked for with ${JSON.stringify(filter)}`, async () => {
        const actor = actorOf(who);
        const spec = queueQuery(QueueFilter.parse(filter), { uid: actor.uid, seesRestricted: actor.role === 'admin' || actor.lead });
        const bounds = [...spec.where.map(([field, op, value]) => where(field, op, value)), ...spec.orderBy.map(([field, direction]) => orderBy(field, direction))];
        await assertSucceeds(list(who, ...bounds, limit(51)));
      });
    }
  }
  it('is not for employees', async () => {
    await assertFails(list('another employee', openToTeam, limit(50)));
    await assertFails(list('the reporter', openToTeam, limit(50)));
  });
});

describe('a list of incidents', () => {
  it('needs a limit', () => assertFails(list('an analyst', openToTeam)));
  it('of an admin needs a limit too', () => assertFails(list('an admin')));
  it('has at most 100 entries', async () => {
    await assertSucceeds(list('an analyst', openToTeam, limit(100)));
    await assertFails(list('an analyst', openToTeam, limit(101)));
  });
  it('of an analyst needs a bound that keeps restricted incidents out', async () => {
    await assertFails(list('an analyst', limit(10)));
    await assertFails(list('an analyst', where('visibility', 'in', ['team', 'restricted']), limit(10)));
    await assertFails(list('an analyst', where('visibility', '==', 'restricted'), limit(10)));
  });
  for (const who of analysts) {
    it(`of ${who} may be bound to what he is a member of or assigned to`, async () => {
      const { uid } = actorOf(who);
      await assertSucceeds(list(who, where('memberUids', 'array-contains', uid), limit(10)));
      await assertSucceeds(list(who, where('assigneeUids', 'array-contains', uid), limit(10)));
    });
  }
  it("of an analyst may not be bound to somebody else's membership", async () => {
    await assertFails(list('an analyst', where('memberUids', 'array-contains', 'assigned'), limit(10)));
    await assertFails(list('an analyst', where('assigneeUids', 'array-contains', 'assigned'), limit(10)));
  });
  it('of a lead and an admin needs no bound but the limit', async () => {
    await assertSucceeds(list('a lead', limit(100)));
    await assertSucceeds(list('an admin', limit(100)));
  });
  it('of a reporter is bound to his own reports', async () => {
    const own = where('reporter.uid', '==', 'reporter');
    await assertSucceeds(list('the reporter', own, orderBy('createdAt', 'desc'), limit(20)));
    await assertFails(list('the reporter', own));
    await assertFails(list('another employee', own, limit(20)));
    await assertFails(list('the reporter', limit(20)));
  });
  it('may be counted within the same bounds', async () => {
    const count = (who: Who, ...bounds: QueryConstraint[]) => getCount(query(collection(as(environment, who), 'incidents'), ...bounds));
    await assertSucceeds(count('an analyst', openToTeam, limit(100)));
    await assertFails(count('an analyst', limit(100)));
    await assertFails(count('another employee', openToTeam, limit(100)));
  });
});

describe('a list of the parts of an incident', () => {
  const parts = (who: Who, part: string, ...bounds: QueryConstraint[]) => getDocs(query(collection(as(environment, who), `incidents/${incidentIds.open}/${part}`), ...bounds));
  for (const part of ['events', 'messages']) {
    it(`gives a reporter only the ${part} for everyone`, async () => {
      await assertSucceeds(parts('the reporter', part, where('audience', '==', 'everyone')));
      await assertFails(parts('the reporter', part));
      await assertFails(parts('the reporter', part, where('audience', '==', 'team')));
    });
    it(`gives the team all ${part}`, () => assertSucceeds(parts('an analyst', part)));
  }
  it('cannot be asked for across all incidents', async () => {
    for (const group of ['events', 'messages', 'evidence', 'internal', 'tasks', 'reads']) {
      await assertFails(getDocs(query(collectionGroup(as(environment, 'an admin'), group), limit(1))));
      await assertFails(getDocs(query(collectionGroup(as(environment, 'an analyst'), group), limit(1))));
    }
  });
});
