import type { HostedPicture } from '@secura/domain/evidence/evidence';
import { hostingFailed, pictureNotTakenBack } from '../../platform/logs.ts';
import { thumbnailPixels } from '../inspect/picture.ts';
import { pictureHost, type PictureHost } from './port.ts';

const patienceMs = 5000;
const mostBytes = 20_000;

/** A picture that is given out elsewhere, and its small version as a data URL. */
export interface Hosted {
  hosted: HostedPicture;
  thumbnail: string;
}

/**
 * Hands the copy of a clean picture to the host of pictures, and fetches its thumbnail back through a signed link: what cannot be
 * shown from there does not count as being there. Failing is no harm: the copy in the bucket is given out instead.
 * @returns null where there is no host, or it failed
 */
export async function hostPicture(where: { incidentId: string; evidenceId: string }, webp: Buffer, host: () => Promise<PictureHost | null> = pictureHost): Promise<Hosted | null> {
  try {
    const port = await host();
    if (port === null) return null;
    const hosted = await port.keep(where, webp);
    try {
      return { hosted, thumbnail: await fetchThumbnail(port.link(hosted, { pixels: thumbnailPixels, seconds: 60 })) };
    } catch (error) {
      await unhost(where, hosted, port);
      throw error;
    }
  } catch (error) {
    hostingFailed(where, error);
    return null;
  }
}

/** Takes back what will not be recorded. Failing is for the nightly sweep. */
export async function unhost(where: { incidentId: string; evidenceId: string }, { fileId }: HostedPicture, port: PictureHost | null): Promise<void> {
  await port?.drop(fileId).catch(() => pictureNotTakenBack({ ...where, code: 'host_failed' }));
}

async function fetchThumbnail(url: string): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' });
  if (!answer.ok) throw new Error(`The picture host answered ${answer.status} to its own link.`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const isWebp = bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP';
  if (!isWebp || bytes.length > mostBytes) throw new Error('The picture host gave no small WebP picture.');
  return `data:image/webp;base64,${bytes.toString('base64')}`;
}
