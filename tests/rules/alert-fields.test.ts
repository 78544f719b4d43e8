import { assertFails, assertSucceeds, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { collection, getDocs, doc, limit, query, serverTimestamp, setDoc, Timestamp, updateDoc, where } from 'firebase/firestore/lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keysOf } from '../../domain/src/notifications/audience.ts';
import { department, nameOf } from './cast.ts';
import { alert, as, furnish, openWorld, put } from './world.ts';

let environment: RulesTestEnvironment;
beforeAll(async () => {
  environment = await openWorld();
  await furnish(environment);
});
afterAll(() => environment.cleanup());

describe('an acknowledgement', () => {
  const acknowledge = (id: string, change: Record<string, unknown> = {}, uid = 'reporter') =>
    setDoc(doc(as(environment, 'the reporter'), `alerts/${id}/acknowledgements/${uid}`), { name: nameOf('reporter'), at: serverTimestamp(), ...change });

  for (const [what, change] of Object.entries<Record<string, unknown>>({
    'an earlier time': { at: Timestamp.fromMillis(0) },
    'the name of another': { name: nameOf('lead') },
    'an unknown field': { note: 'x' },
    'the name of nobody': { name: null },
  })) {
    it(`is not written with ${what}`, () => assertFails(acknowledge('alert-all', change)));
  }
  it('is not written for another, nor of an alert that there is not', async () => {
    await assertFails(acknowledge('alert-all', {}, 'colleague'));
    await assertFails(acknowledge('alert-none'));
  });
  it('is not written of an alert that is over, or that is not critical', async () => {
    await put(environment, 'alerts/alert-over', alert(['*/*'], { expiresAt: Timestamp.fromMillis(Date.now() - 1000) }));
    await put(environment, 'alerts/alert-high', alert(['*/*'], { severity: 'high' }));
    await assertFails(acknowledge('alert-over'));
    await assertFails(acknowledge('alert-high'));
  });
  it('is written once: it cannot be dated anew or taken back', async () => {
    await assertSucceeds(acknowledge('alert-all'));
    await assertFails(acknowledge('alert-all'));
    await assertFails(updateDoc(doc(as(environment, 'the reporter'), 'alerts/alert-all/acknowledgements/reporter'), { at: serverTimestamp() }));
  });
});

describe('a list of alerts', () => {
  const alertsOf = (keys: string[]) => getDocs(query(collection(as(environment, 'the reporter'), 'alerts'), where('reach', 'array-contains-any', keys), limit(5)));
  const own = keysOf({ role: 'employee', department });

  it('holds what is for one’s role and department, and nothing else', async () => {
    const found = await alertsOf(own);
    expect(found.docs.map(({ id }) => id).sort()).toEqual(expect.arrayContaining(['alert-all', 'alert-department', 'alert-staff']));
    expect(found.docs.map(({ id }) => id)).not.toContain('alert-team');
  });
  it('is refused as soon as it asks for what is for others as well, or for all', async () => {
    await assertFails(alertsOf([...own, 'security_team/*']));
    await assertFails(alertsOf([...own, '*/Sales']));
    await assertFails(getDocs(query(collection(as(environment, 'the reporter'), 'alerts'), limit(5))));
  });
});
