import './untriggered.ts';
import { randomUUID } from 'node:crypto';
import type { Role } from '@secura/domain/people/vocabulary';
import { expect, test } from 'vitest';
import { inspectEvidence } from '../../functions/src/evidence/inspect.ts';
import { followLink } from '../../functions/src/evidence/link.ts';
import { openEvidence } from '../../functions/src/evidence/open.ts';
import { recordEvidence } from '../../functions/src/evidence/record.ts';
import { triageIncident } from '../../functions/src/triage/intake.ts';
import { drawPicture } from '../../seed/picture.ts';
import { imageKitKey, startImageKit } from '../standins/imagekit.ts';
import { addFile, madePerson, readEvents, readFile, writeReport, type TestPerson } from './support.ts';

async function profileOf(role: Role): Promise<TestPerson> {
  const uid = `t-${randomUUID()}`;
  const person = { uid, name: `${role} ${uid.slice(2, 8)}`, email: `${uid}@example.com`, role, lead: false, department: 'Finance', token: '' };
  await madePerson(uid).set({ ...person, phone: null, status: 'active', workState: null, preferences: {}, createdAt: new Date() });
  return person;
}

test('a picture that ImageKit gives out is its copy alone, opened through a signed link that the history tells of, and from our own bucket where ImageKit is away', async () => {
  const vendor = await startImageKit();
  const settings = { IMAGEKIT_PRIVATE_KEY: imageKitKey, IMAGEKIT_URL_ENDPOINT: vendor.urlEndpoint, IMAGEKIT_BASE_URL: vendor.baseUrl };
  Object.assign(process.env, settings);
  try {
    const [reporter, analyst] = await Promise.all([profileOf('employee'), profileOf('security_team')]);
    const incident = await writeReport(reporter);
    await triageIncident(incident, new Date());
    const picture = drawPicture(5);
    const id = await addFile(incident, reporter, 'Screenshot.png', picture);
    await recordEvidence(incident, id, new Date(), () => Promise.reject(new Error('There is nothing to register.')));
    expect(await inspectEvidence(incident, id)).toBe('clean');
    expect((await readFile(incident, id)).hosted).toMatchObject({ provider: 'imagekit', path: `/secura/${incident}/${id}.webp` });
    expect([...vendor.files.values()].map(({ bytes }) => bytes.equals(picture))).toEqual([false]);

    const open = (more: { what?: 'file'; pixels?: number; direct?: boolean } = {}) =>
      openEvidence.invoke({ caller: analyst, input: { incidentId: incident, evidenceId: id, what: 'view', purpose: 'look', ...more }, now: new Date() });
    const last = async () => (await readEvents(incident)).at(-1)!;
    const { url } = await open({ pixels: 128 });
    expect(url.startsWith(`${vendor.urlEndpoint}/secura/${incident}/${id}.webp?`)).toBe(true);
    const shown = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(shown.subarray(8, 12).toString()).toBe('WEBP');
    expect(await last()).toMatchObject({ type: 'evidence.opened', actor: { uid: analyst.uid }, data: { what: 'view', via: 'imagekit' } });
    expect((await open({ what: 'file' })).url).toMatch(/^\/api\/links\//);
    const direct = await open({ direct: true });
    expect((await followLink(direct.url.replace('/api/links/', ''))).body.subarray(8, 12).toString()).toBe('WEBP');
    expect((await last()).data).not.toHaveProperty('via');
  } finally {
    for (const name of Object.keys(settings)) delete process.env[name];
    await vendor.stop();
  }
});
