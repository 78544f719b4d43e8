import ImageKit, { toFile } from '@imagekit/nodejs';
import type { PictureHost, PictureSettings } from './port.ts';

const patienceMs = 10_000;

/** ImageKit: private files, which only signed addresses show. */
export function imageKitHost({ imageKitKey, urlEndpoint, baseUrl }: PictureSettings): PictureHost {
  const client = new ImageKit({ privateKey: imageKitKey, ...(baseUrl && { baseURL: baseUrl }), timeout: patienceMs, maxRetries: 1 });
  return {
    provider: 'imagekit',
    async keep({ incidentId, evidenceId }, webp) {
      const fileName = `${evidenceId}.webp`;
      const { fileId, filePath } = await client.files.upload({
        file: await toFile(webp, fileName, { type: 'image/webp' }),
        fileName,
        folder: `/secura/${incidentId}`,
        isPrivateFile: true,
        // A function that is killed does it again: one picture has one place.
        useUniqueFileName: false,
        overwriteFile: true,
        tags: ['secura-evidence'],
      });
      if (!fileId || !filePath) throw new Error('ImageKit took the picture and did not say where it lies.');
      return { provider: 'imagekit', fileId, path: filePath };
    },
    link({ path }, { pixels, seconds }) {
      return client.helper.buildSrc({
        urlEndpoint,
        src: path,
        signed: true,
        expiresIn: seconds,
        // At most so large and never larger than it is; WebP whatever the browser says it likes.
        transformation: [{ width: pixels, height: pixels, crop: 'at_max', format: 'webp' }],
      });
    },
  };
}
