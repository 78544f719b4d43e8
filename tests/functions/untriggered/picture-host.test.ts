import './project.ts';
import type { IncidentEvent } from '@secura/domain/incidents/events';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inspectEvidence } from '../../../functions/src/evidence/inspect.ts';
import { followLink } from '../../../functions/src/evidence/link.ts';
import { openEvidence } from '../../../functions/src/evidence/open.ts';
import { sweepPictures, takeBackPictures } from '../../../functions/src/evidence/pictures/take-back.ts';
import { recordEvidence } from '../../../functions/src/evidence/record.ts';
import { setVisibility } from '../../../functions/src/incidents/visibility.ts';
import { projectEvent } from '../../../functions/src/projections.ts';
import { triageIncident } from '../../../functions/src/triage/intake.ts';
import { drawPicture } from '../../../seed/picture.ts';
import { imageKitKey, startImageKit } from '../../standins/imagekit.ts';
import { addFile, makeProfile, readEvents, readFile, writeReport, type TestPerson } from '../support.ts';

const day = 86_400_000;
let vendor: Awaited<ReturnType<typeof startImageKit>>;
let reporter: TestPerson;
let analyst: TestPerson;
let admin: TestPerson;
beforeAll(async () => {
  [vendor, reporter, analyst, admin] = await Promise.all([startImageKit(), makeProfile('employee'), makeProfile('security_team'), makeProfile('admin')]);
  Object.assign(process.env, { IMAGEKIT_PRIVATE_KEY: imageKitKey, IMAGEKIT_URL_ENDPOINT: vendor.urlEndpoint, IMAGEKIT_BASE_URL: vendor.baseUrl });
});
beforeEach(() => {
  vendor.files.clear();
  vendor.behave({});
});
afterAll(async () => {
  for (const name of ['IMAGEKIT_PRIVATE_KEY', 'IMAGEKIT_URL_ENDPOINT', 'IMAGEKIT_BASE_URL']) delete process.env[name];
  await vendor.stop();
});

async function report(): Promise<string> {
  const incident = await writeReport(reporter);
  await triageIncident(incident, new Date());
  return incident;
}
/** Adds a picture to an incident and looks into it. */
async function inspected(incident: string, picture = drawPicture(5)): Promise<string> {
  const id = await addFile(incident, reporter, 'Screenshot.png', picture);
  await recordEvidence(incident, id, new Date(), () => Promise.reject(new Error('There is nothing to register.')));
  expect(await inspectEvidence(incident, id)).toBe('clean');
  return id;
}
async function restrict(incident: string): Promise<IncidentEvent> {
  await setVisibility.invoke({ caller: admin, input: { id: incident, visibility: 'restricted', reason: 'It concerns a colleague.' }, now: new Date() });
  return (await readEvents(incident)).at(-1)!;
}
const places = () => [...vendor.files.keys()];

test('a picture that ImageKit gives out is its copy alone, opened through a signed link that the history tells of, and from our own bucket where ImageKit is away', async () => {
  const incident = await report();
  const picture = drawPicture(5);
  const id = await inspected(incident, picture);
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
});

test('a restricted incident takes its pictures back, as often as it takes, keeps its own copies, and hands over no more', async () => {
  const incident = await report();
  const id = await inspected(incident);
  const event = await restrict(incident);
  vendor.behave({ deleteStatus: 400 });
  await expect(projectEvent(event, new Date())).rejects.toThrow('It failed.');
  expect((await readFile(incident, id)).hosted).not.toBeNull();

  vendor.behave({});
  await projectEvent(event, new Date());
  await projectEvent(event, new Date());
  expect(places()).toEqual([]);
  expect((await readFile(incident, id)).hosted).toBeNull();
  const { url } = await openEvidence.invoke({ caller: admin, input: { incidentId: incident, evidenceId: id, what: 'view', purpose: 'look' }, now: new Date() });
  expect((await followLink(url.replace('/api/links/', ''))).body.subarray(8, 12).toString()).toBe('WEBP');

  expect((await readFile(incident, await inspected(incident))).hosted).toBeNull();
  expect(places()).toEqual([]);
});

test('an incident that is restricted while its picture is handed over has the picture back at once, and one that is not restricted keeps its own', async () => {
  const [restricted, other] = [await report(), await report()];
  await inspected(other);
  await takeBackPictures(other);
  vendor.behave({ beforeShown: () => restrict(restricted) });
  const id = await inspected(restricted);
  expect((await readFile(restricted, id)).hosted).toBeNull();
  expect(places()).toEqual([expect.stringContaining(other)]);
});

test('every night what no record stands for is taken back, after a day, and nothing where far too much would be', async () => {
  const [incident, hidden] = [await report(), await report()];
  await inspected(incident);
  await inspected(hidden);
  await restrict(hidden);
  const [right] = places();
  const left = { ...vendor.files.get(right!)!, fileId: 'left-behind' };
  vendor.files.set(`/secura/${incident}/of-an-inspection-that-died.webp`, left);
  expect(await sweepPictures(new Date())).toMatchObject({ looked: 0, dropped: 0 });
  const later = new Date(Date.now() + day + 60_000);
  expect(await sweepPictures(later)).toEqual({ looked: 3, dropped: 2, stopped: false });
  expect(places()).toEqual([right]);
  // What was found in order is not looked at again, however much there is of it.
  expect(await sweepPictures(later)).toMatchObject({ looked: 0, dropped: 0 });

  const createdAt = new Date(Date.now() + 120_000);
  const evenLater = new Date(later.getTime() + 180_000);
  for (let index = 0; index <= 200; index++) vendor.files.set(`/secura/${incident}/lost-${index}.webp`, { ...left, createdAt, fileId: `lost-${index}` });
  for (let night = 0; night < 2; night++) expect(await sweepPictures(evenLater)).toEqual({ looked: 201, dropped: 0, stopped: true });
  expect(vendor.files.size).toBe(202);
});

test('pictures of a restricted incident that could not be taken back when it was restricted are taken back by night, however old they are', async () => {
  const incident = await report();
  const id = await inspected(incident);
  const event = await restrict(incident);
  // Somebody took the key away; nothing fails then, and nobody would come back to it.
  await takeBackPictures(incident, () => Promise.resolve(null));
  expect((await readFile(incident, id)).hosted).not.toBeNull();
  await sweepPictures(new Date());
  expect((await readFile(incident, id)).hosted).toBeNull();
  expect(places()).toEqual([]);
  await projectEvent(event, new Date());
});
