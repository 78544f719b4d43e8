import { createHash } from 'node:crypto';
import { assertFails, assertSucceeds, initializeTestEnvironment, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { deleteDoc, doc, getDoc } from 'firebase/firestore/lite';
import { deleteObject, getBytes, getDownloadURL, getMetadata, list, listAll, ref, updateMetadata, uploadBytes, uploadString, type FirebaseStorage } from 'firebase/storage';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { evidenceLimits, isDeclarable, quarantinePath, viewPath } from '../../domain/src/evidence/evidence.ts';
import { createId } from '../../domain/src/platform/ids.ts';
import { suiteUnderTest } from '../../emulators/running.ts';
import { active, cast, everybody, insiders, nameOf, team, type Person, type Who } from './cast.ts';
import { pastRules, profileOf, put, storedIncident } from './world.ts';

// The Storage emulator reads the Firestore of the suite's own project, so this part lives there: with uids and ids
// of its own, with incidents that are taken in already (no trigger works on them), and swept up at the end.
const mark = createHash('sha256').update(String(process.pid) + String(Date.now())).digest('hex').slice(0, 10);
const uidOf = (who: Who): string => `rules-${mark}-${(cast[who] as Person).uid ?? 'anonymous'}`;
const host = '127.0.0.1';
const png = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]);

const incidents = { open: `rules-open-${mark}`, restricted: `rules-restricted-${mark}`, own: (who: Who) => `rules-own-${mark}-${(cast[who] as Person).uid ?? 'anonymous'}` };
const written: string[] = [];
let environment: RulesTestEnvironment;

beforeAll(async () => {
  const { ports, projectId } = suiteUnderTest();
  environment = await initializeTestEnvironment({ projectId, firestore: { host, port: ports.firestore }, storage: { host, port: ports.storage } });
  await environment.withSecurityRulesDisabled(async (context) => {
    const storage = context.storage() as unknown as FirebaseStorage;
    const write = async (path: string, data: Record<string, unknown>) => {
      written.push(path);
      await put(environment, path, data);
    };
    await write(`incidents/${incidents.open}`, storedIncident(uidOf('the reporter'), 'team', [uidOf('an assigned analyst')]));
    await write(`incidents/${incidents.restricted}`, storedIncident(uidOf('the reporter'), 'restricted', [uidOf('an assigned analyst')]));
    for (const who of everybody) {
      const { uid, profile } = cast[who] as Person;
      await write(`incidents/${incidents.own(who)}`, storedIncident(uidOf(who), 'restricted'));
      if (uid !== null && profile) await write(`users/${uidOf(who)}`, { ...profileOf(uidOf(who), profile), name: nameOf(uid) });
    }
    for (const id of [incidents.open, incidents.restricted, ...everybody.map(incidents.own)]) {
      await uploadBytes(ref(storage, quarantinePath(id, 'evidence-0001')), png, { contentType: 'image/png' });
    }
  });
});

afterAll(async () => {
  await environment.withSecurityRulesDisabled(async (context) => {
    const storage = context.storage() as unknown as FirebaseStorage;
    for (const path of written) {
      await deleteDoc(doc(pastRules(environment), path));
      const [kind, id] = path.split('/');
      if (kind !== 'incidents') continue;
      const { items } = await listAll(ref(storage, `incidents/${id}/quarantine`));
      await Promise.all(items.map((item) => deleteObject(item)));
    }
  });
  await settle();
  await environment.cleanup();
});

/** Waits for the triggers that follow profiles, where functions run: tests that come after count people too. */
async function settle(): Promise<void> {
  if (!suiteUnderTest().services.includes('functions')) return;
  let seen = '';
  await vi.waitFor(
    async () => {
      const db = pastRules(environment);
      const now = JSON.stringify([(await getDoc(doc(db, 'team/roster'))).data(), (await getDoc(doc(db, 'rollups/people'))).data()]);
      const settled = now === seen && !now.includes(`rules-${mark}`);
      seen = now;
      expect(settled).toBe(true);
    },
    { timeout: 40_000, interval: 1500 },
  );
}

const stores = new Map<Who, FirebaseStorage>();
function as(who: Who): FirebaseStorage {
  let store = stores.get(who);
  if (!store) {
    const { uid, token } = cast[who] as Person;
    const context = uid === null ? environment.unauthenticatedContext() : environment.authenticatedContext(uidOf(who), token);
    stores.set(who, (store = context.storage() as unknown as FirebaseStorage));
  }
  return store;
}

const upload = (who: Who, path: string, bytes: Uint8Array = png, contentType = 'image/png') => uploadBytes(ref(as(who), path), bytes, { contentType });

const tries: Record<string, (who: Who, incident: string) => Promise<unknown>> = {
  'fetch a file of': (who, incident) => getBytes(ref(as(who), quarantinePath(incident, 'evidence-0001'))),
  'see the facts of a file of': (who, incident) => getMetadata(ref(as(who), quarantinePath(incident, 'evidence-0001'))),
  'add a file to': (who, incident) => upload(who, quarantinePath(incident, createId())),
  'replace a file of': (who, incident) => upload(who, quarantinePath(incident, 'evidence-0001')),
  'change the facts of a file of': (who, incident) => updateMetadata(ref(as(who), quarantinePath(incident, 'evidence-0001')), { contentType: 'text/html' }),
  'delete a file of': (who, incident) => deleteObject(ref(as(who), quarantinePath(incident, 'evidence-0001'))),
  'list the files of': (who, incident) => list(ref(as(who), `incidents/${incident}/quarantine`)),
};
const forThoseWhoSeeIt = ['add a file to'];

/** Who sees which incident: the one statement that the cases below are made from. */
const seers: Record<string, { incident: (who: Who) => string; who: readonly Who[] }> = {
  'an incident open to the team': { incident: () => incidents.open, who: [...team, 'the reporter'] },
  'a restricted incident': { incident: () => incidents.restricted, who: [...insiders, 'the reporter'] },
  'an incident of his own': { incident: incidents.own, who: active },
};

for (const who of everybody) {
  describe(`the files: ${who}`, () => {
    for (const [what, { incident, who: allowedOnes }] of Object.entries(seers)) {
      for (const [action, attempt] of Object.entries(tries)) {
        const allowed = forThoseWhoSeeIt.includes(action) && allowedOnes.includes(who);
        it(`${who} may ${allowed ? '' : 'not '}${action} ${what}`, async () => {
          const attempted = attempt(who, incident(who));
          await (allowed ? assertSucceeds(attempted) : assertFails(attempted));
        });
      }
    }
  });
}

describe('an upload', () => {
  const add = (bytes: Uint8Array, contentType?: string, id = createId()) => upload('the reporter', quarantinePath(incidents.open, id), bytes, contentType);

  it('has at least one byte', async () => {
    await assertSucceeds(add(new Uint8Array(1)));
    await assertFails(add(new Uint8Array(0)));
  });
  it('has at most 10 MB', async () => {
    await assertSucceeds(add(new Uint8Array(evidenceLimits.bytes)));
    await assertFails(add(new Uint8Array(evidenceLimits.bytes + 1)));
  });
  it('has a declared type of at most 100 characters', async () => {
    await assertSucceeds(add(png, `application/${'x'.repeat(88)}`));
    await assertFails(add(png, `application/${'x'.repeat(89)}`));
  });
  it('declares a type, and nothing else in its place', async () => {
    const some = ['text/plain;charset=utf-8', 'application/vnd.ms-outlook', 'image/svg+xml', 'application/ld+json ; profile="x"', `a/${'b'.repeat(98)}`];
    const others = ['png', '/', 'text/', '<script>/x', 'text/html\r\nX-Evil: 1', 'text/plain; é', ' text/plain', `a/${'b'.repeat(99)}`];
    for (const type of some) await assertSucceeds(add(png, type));
    for (const type of others) await assertFails(add(png, type));
    // The browser leaves out what would be refused.
    expect([...some, ...others].filter(isDeclarable)).toEqual(some);
  });
  it('may be of any type: the file is kept apart, not trusted', () => assertSucceeds(add(png, 'application/x-msdownload')));
  it('has an id that is no path', async () => {
    for (const id of ['short', 'a'.repeat(65), '..%2f..%2fsecret', 'evil.html', 'two words here', 'evidence/nested']) await assertFails(add(png, 'image/png', id));
  });
  it('goes to an incident that exists', () => assertFails(upload('an analyst', quarantinePath('no-such-incident', createId()))));
  it('of an admin goes to an incident that exists, too', () => assertFails(upload('an admin', quarantinePath('no-such-incident', createId()))));
  it('goes nowhere but into quarantine', async () => {
    for (const path of [`incidents/${incidents.open}/evidence/${createId()}`, `incidents/${incidents.open}/${createId()}`, createId(), `users/x/${createId()}`, `reports/${createId()}`]) {
      await assertFails(upload('an admin', path));
      await assertFails(upload('the reporter', path));
      await assertFails(getBytes(ref(as('an admin'), path)));
    }
  });
  it('as a text is held to the same', async () => {
    await assertSucceeds(uploadString(ref(as('the reporter'), quarantinePath(incidents.open, createId())), 'a log line'));
    await assertFails(uploadString(ref(as('another employee'), quarantinePath(incidents.open, createId())), 'a log line'));
  });
});

describe('an incident that has no room', () => {
  const counted = async (counts: object): Promise<string> => {
    const id = `rules-full-${mark}-${createId()}`;
    written.push(`incidents/${id}`);
    await put(environment, `incidents/${id}`, { ...storedIncident(uidOf('the reporter'), 'team'), counts });
    return id;
  };
  it('takes its 25th file, and not the 26th', async () => {
    await assertSucceeds(upload('the reporter', quarantinePath(await counted({ evidence: evidenceLimits.files - 1 }), createId())));
    await assertFails(upload('the reporter', quarantinePath(await counted({ evidence: evidenceLimits.files }), createId())));
  });
  it('takes what fits into its 100 MB, and not a byte more', async () => {
    await assertSucceeds(upload('the reporter', quarantinePath(await counted({ evidence: 3, evidenceBytes: evidenceLimits.totalBytes - png.length }), createId())));
    await assertFails(upload('the reporter', quarantinePath(await counted({ evidence: 3, evidenceBytes: evidenceLimits.totalBytes - png.length + 1 }), createId())));
  });
});

describe('a download address', () => {
  it('is given to nobody, not even to an admin', async () => {
    for (const who of ['the reporter', 'an admin', 'a lead', 'an anonymous visitor'] as const) {
      await assertFails(getDownloadURL(ref(as(who), quarantinePath(incidents.open, 'evidence-0001'))));
    }
  });
  it('of a copy for looking at is given to nobody either', async () => {
    for (const who of ['the reporter', 'an admin'] as const) await assertFails(getBytes(ref(as(who), viewPath(incidents.open, 'evidence-0001'))));
  });
});

describe('a change of standing', () => {
  it('closes the files at once, with the token that was valid a moment ago', async () => {
    const set = (status: 'active' | 'suspended', role: 'security_team' | 'employee') =>
      put(environment, `users/${uidOf('an analyst')}`, profileOf(uidOf('an analyst'), { role, lead: false, status }));
    const adds = () => upload('an analyst', quarantinePath(incidents.open, createId()));
    await assertSucceeds(adds());
    await set('suspended', 'security_team');
    await assertFails(adds());
    await set('active', 'employee');
    await assertFails(adds());
    await set('active', 'security_team');
    await assertSucceeds(adds());
  });
});
