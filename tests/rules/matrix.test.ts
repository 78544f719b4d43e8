import { assertFails, assertSucceeds, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { can, type Subject as IncidentFacts } from '../../domain/src/people/permissions.ts';
import { active, actorOf, cast, everybody, type Person } from './cast.ts';
import { isAllowed, sameAsAction, sentences } from './expectations.ts';
import { attempt, operations, targetsFor, type Subject } from './targets.ts';
import { as, furnish, openWorld } from './world.ts';

let environment: RulesTestEnvironment;

beforeAll(async () => {
  environment = await openWorld();
  await furnish(environment);
});
afterAll(() => environment.cleanup());

for (const who of everybody) {
  const { uid, token } = cast[who] as Person;
  const targets = targetsFor({ uid: uid ?? 'anonymous', role: token.role ?? 'employee' });
  describe(who, () => {
    for (const [what, target] of Object.entries(targets)) {
      for (const operation of operations) {
        const allowed = isAllowed(who, operation, what);
        it(`${who} ${allowed ? 'may' : 'may not'} ${operation} ${what}`, async () => {
          const attempted = attempt(as(environment, who), operation, target);
          await (allowed ? assertSucceeds(attempted) : assertFails(attempted));
        });
      }
    }
  });
}

describe('the sentences', () => {
  it('speak only of things that the matrix tries', () => {
    const known = Object.keys(targetsFor({ uid: 'x', role: 'employee' }));
    for (const { says, what } of sentences) for (const name of what) expect(known, says).toContain(name);
  });

  const facts = (subject: Subject, uid: string): IncidentFacts => ({
    reporter: { uid: subject === 'own' ? uid : 'reporter' },
    memberUids: subject === 'own' ? [uid] : ['reporter', 'assigned'],
    visibility: subject === 'open' ? 'team' : 'restricted',
    status: 'open',
  });

  for (const who of active) {
    it(`agree with the permissions table about ${who}`, () => {
      const actor = actorOf(who);
      for (const { what, operation, action, subject } of sameAsAction) {
        const decided = can(actor, action, subject && facts(subject, actor.uid));
        expect(isAllowed(who, operation, what), `${operation} ${what} is ${action}`).toBe(decided);
      }
    });
  }
});
