import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drawPicture } from '../../../../seed/picture.ts';
import { imageKitKey, startImageKit } from '../../../../tests/standins/imagekit.ts';
import { redraw } from '../inspect/picture.ts';
import { hostPicture } from './host.ts';
import { pictureHost, type PictureHost, type PictureSettings } from './port.ts';

const where = { incidentId: 'incident-1', evidenceId: 'evidence-1' };
let vendor: Awaited<ReturnType<typeof startImageKit>>;
let settings: PictureSettings;
let webp: Buffer;
beforeAll(async () => {
  vendor = await startImageKit();
  settings = { imageKitKey, urlEndpoint: vendor.urlEndpoint, project: 'ours', baseUrl: vendor.baseUrl };
  webp = (await redraw(drawPicture(3)))!.view;
});
afterAll(() => vendor.stop());
beforeEach(() => {
  vendor.files.clear();
  vendor.behave({});
});

const widthOf = async (bytes: Buffer) => (await (await import('sharp')).default(bytes).metadata()).width;
const all = async <T>(pages: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const page of pages) found.push(page);
  return found;
};
const host = async (change: Partial<PictureSettings> = {}) => (await pictureHost({ ...settings, ...change }))!;

describe('the host of pictures', () => {
  it.each([{ imageKitKey: '' }, { urlEndpoint: '' }, { urlEndpoint: 'your-id' }])('is nobody while it is not set up: %j', async (change) => {
    expect(await pictureHost({ ...settings, ...change })).toBeNull();
  });

  it('keeps a picture as a private file, at one place however often it is done', async () => {
    const port = await host();
    const first = await port.keep(where, webp);
    expect(first).toEqual({ provider: 'imagekit', fileId: expect.any(String), path: '/secura/incident-1/evidence-1.webp' });
    await port.keep(where, webp);
    expect(vendor.files.size).toBe(1);
    const [kept] = vendor.files.values();
    expect(kept!.fields).toMatchObject({ isPrivateFile: 'true', useUniqueFileName: 'false', overwriteFile: 'true' });
    expect(kept!.bytes.equals(webp)).toBe(true);
  });

  it('shows it to a signed link alone, as small as is asked', async () => {
    const port = await host();
    const kept = await port.keep(where, webp);
    const link = port.link(kept, { pixels: 64, seconds: 60 });
    const answer = await fetch(link);
    expect(answer.status).toBe(200);
    expect(await widthOf(Buffer.from(await answer.arrayBuffer()))).toBe(64);
    expect((await fetch(link.replace('w-64', 'w-2048'))).status).toBe(401);
    expect((await fetch(`${vendor.urlEndpoint}${kept.path}`)).status).toBe(401);
  });

  it('shows it for as long as was said, and no longer', async () => {
    const port = await host();
    const link = port.link(await port.keep(where, webp), { pixels: 64, seconds: 1 });
    await expect.poll(async () => (await fetch(link)).status, { timeout: 4000, interval: 200 }).toBe(401);
  });

  it('takes a picture back, as often as it is told to, and says when it could not', async () => {
    const port = await host();
    const { fileId } = await port.keep(where, webp);
    vendor.behave({ deleteStatus: 400 });
    await expect(port.drop(fileId)).rejects.toThrow();
    expect(vendor.files.size).toBe(1);
    vendor.behave({});
    await port.drop(fileId);
    expect(vendor.files.size).toBe(0);
    await port.drop(fileId);
    await expect((await host({ imageKitKey: 'wrong' })).drop(fileId)).rejects.toThrow();
  });

  it('lists what it keeps of this project, page by page, and nothing of another in the same account', async () => {
    const port = await host();
    const kept = await port.keep(where, webp);
    const [one] = vendor.files.values();
    for (let index = 0; index < 1500; index++) vendor.files.set(`/secura/incident-2/evidence-${index}.webp`, { ...one!, fileId: `id-${index}` });
    await (await host({ project: 'theirs' })).keep({ incidentId: 'incident-3', evidenceId: 'evidence-3' }, webp);
    vendor.files.set('/secura/strange place.webp', { ...one!, fileId: 'strange' });
    const pages = await all(port.kept());
    expect(pages.map(({ length }) => length)).toEqual([1000, 501]);
    expect(pages[0]![0]).toEqual({ fileId: kept.fileId, ...where, createdAt: one!.createdAt });
    expect(pages.flat().filter(({ incidentId }) => incidentId === 'incident-3')).toEqual([]);
  });

  it('has no address in its links but what belongs to it, whatever a path says', async () => {
    const link = (await host()).link({ provider: 'imagekit', fileId: 'x', path: '//evil.example/../a?b#c' }, { pixels: 64, seconds: 60 });
    expect(new URL(link).origin).toBe(new URL(vendor.urlEndpoint).origin);
  });
});

describe('a picture that is handed over', () => {
  const hand = (change: Partial<PictureSettings> = {}) => hostPicture(where, webp, () => pictureHost({ ...settings, ...change }));

  it('comes with a thumbnail that the host made', async () => {
    const found = await hand();
    expect(found?.hosted.path).toBe('/secura/incident-1/evidence-1.webp');
    const thumbnail = Buffer.from(found!.thumbnail.replace('data:image/webp;base64,', ''), 'base64');
    expect(await widthOf(thumbnail)).toBeLessThanOrEqual(128);
  });

  it('stays in the bucket alone when nobody is set up, the key is wrong, it is refused, or it cannot be shown', async () => {
    expect(await hand({ imageKitKey: '' })).toBeNull();
    expect(await hand({ imageKitKey: 'wrong' })).toBeNull();
    vendor.behave({ uploadStatus: 400 });
    expect(await hand()).toBeNull();
    vendor.behave({ deliveryStatus: 403 });
    expect(await hand()).toBeNull();
    expect(await hand({ baseUrl: 'http://127.0.0.1:9' })).toBeNull();
    const broken: PictureHost = { ...(await host()), link: () => '' };
    expect(await hostPicture(where, webp, () => Promise.resolve(broken))).toBeNull();
    // What was taken in and could not be shown is not left there.
    expect(vendor.files.size).toBe(0);
  });

  it('is left to the nightly sweep where it could be neither shown nor taken back', async () => {
    vendor.behave({ deliveryStatus: 403, deleteStatus: 400 });
    expect(await hand()).toBeNull();
    expect(vendor.files.size).toBe(1);
  });
});
