import ImageKit, { NotFoundError, toFile } from '@imagekit/nodejs';
import type { PictureHost, PictureSettings } from './port.ts';

const patienceMs = 10_000;
const pageSize = 1000;
const placePattern = /^\/secura\/([A-Za-z0-9_-]+)\/([A-Za-z0-9_-]+)\.webp$/;

/** ImageKit: private files, which only signed addresses show. */
export function imageKitHost({ imageKitKey, urlEndpoint, project, baseUrl }: PictureSettings): PictureHost {
  const client = new ImageKit({ privateKey: imageKitKey, ...(baseUrl && { baseURL: baseUrl }), timeout: patienceMs, maxRetries: 1 });
  const tag = `secura-${project}`;
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
        tags: [tag],
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
    async drop(fileId) {
      try {
        await client.files.delete(fileId);
      } catch (error) {
        if (!(error instanceof NotFoundError)) throw error;
      }
    },
    async *kept(after) {
      const searchQuery = `tags IN ["${tag}"]${after ? ` AND createdAt > "${after.toISOString()}"` : ''}`;
      for (let skip = 0; ; skip += pageSize) {
        const found = await client.assets.list({ searchQuery, sort: 'ASC_CREATED', limit: pageSize, skip });
        yield found.flatMap((one) => {
          if (one.type !== 'file' || !one.fileId || !one.createdAt) return [];
          const [, incidentId, evidenceId] = placePattern.exec(one.filePath ?? '') ?? [];
          return incidentId && evidenceId ? [{ fileId: one.fileId, incidentId, evidenceId, createdAt: new Date(one.createdAt) }] : [];
        });
        if (found.length < pageSize) return;
      }
    },
  };
}
