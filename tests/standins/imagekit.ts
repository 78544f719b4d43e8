import { createHmac, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { listen } from './listen.ts';

/** What was taken in. */
interface Kept {
  fields: Record<string, string>;
  fileId: string;
  createdAt: Date;
  bytes: Buffer;
  authorization: string | undefined;
}

export const imageKitKey = 'private_standin';

/**
 * Speaks ImageKit's API for uploading, listing and deleting (v1) and its delivery: private files are shown to signed addresses that have not run out, smaller
 * when asked. Signatures are computed here anew, as the vendor's documentation says.
 */
export async function startImageKit() {
  const files = new Map<string, Kept>();
  let behaviour: { uploadStatus?: number; deliveryStatus?: number; deleteStatus?: number; beforeShown?: () => Promise<unknown>; hang?: boolean } = {};
  const server = await listen((request, response) => {
    void (async () => {
      const url = new URL(request.url!, server.baseUrl);
      const say = (status: number, body: object): unknown => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      if (behaviour.hang) return undefined;
      const [user] = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString().split(':');
      if (/^(\/api)?\/v1\//.test(url.pathname) && user !== imageKitKey) return say(403, { message: 'Your account cannot be authenticated.', help: '' });
      if (request.method === 'GET' && url.pathname === '/v1/files') {
        const [, wanted, after = 0] = /^tags IN \["([^"]+)"\](?: AND createdAt > "([^"]+)")?$/.exec(url.searchParams.get('searchQuery') ?? '') ?? [];
        const [skip, limit] = [Number(url.searchParams.get('skip') ?? 0), Number(url.searchParams.get('limit') ?? 1000)];
        const found = [...files].filter(([, { fields, createdAt }]) => wanted !== undefined && fields['tags']?.split(',').includes(wanted) && createdAt > new Date(after));
        return say(200, found.slice(skip, skip + limit).map(([filePath, { fileId, createdAt, fields }]) => ({ type: 'file', fileId, filePath, name: fields['fileName'], createdAt: createdAt.toISOString() })) as object);
      }
      if (request.method === 'DELETE' && url.pathname.startsWith('/v1/files/')) {
        if (behaviour.deleteStatus) return say(behaviour.deleteStatus, { message: 'It failed.', help: '' });
        const filePath = [...files].find(([, { fileId }]) => fileId === url.pathname.slice('/v1/files/'.length))?.[0];
        if (!filePath) return say(404, { message: 'The requested file does not exist.', help: '' });
        files.delete(filePath);
        return response.writeHead(204).end();
      }
      if (request.method === 'POST' && url.pathname === '/api/v1/files/upload') {
        if (behaviour.uploadStatus) return say(behaviour.uploadStatus, { message: 'It was refused.', help: '' });
        const { fields, bytes } = await formOf(request);
        const filePath = `${fields['folder']}/${fields['fileName']}`;
        // What is written over stays the same file.
        const { fileId = randomUUID(), createdAt = new Date() } = files.get(filePath) ?? {};
        files.set(filePath, { fields, bytes, fileId, createdAt, authorization: request.headers.authorization });
        return say(200, { fileId, name: fields['fileName'], filePath, size: bytes.length, isPrivateFile: fields['isPrivateFile'] === 'true' });
      }
      await behaviour.beforeShown?.();
      if (behaviour.deliveryStatus) return say(behaviour.deliveryStatus, {});
      const kept = files.get(url.pathname.replace(/^\/account/, ''));
      if (!kept) return say(404, {});
      if (kept.fields['isPrivateFile'] === 'true' && !isSigned(request.url!)) return say(401, {});
      const { default: sharp } = await import('sharp');
      const width = Number(/(?:^|,)w-(\d+)/.exec(url.searchParams.get('tr') ?? '')?.[1] ?? 10_000);
      const picture = await sharp(kept.bytes).resize({ width, height: width, fit: 'inside', withoutEnlargement: true }).webp().toBuffer();
      return response.writeHead(200, { 'content-type': 'image/webp' }).end(picture);
    })().catch((error: Error) => response.writeHead(500).end(error.message));
  });
  return {
    ...server,
    /** Where pictures are given out. */
    urlEndpoint: `${server.baseUrl}/account`,
    files,
    behave(next: typeof behaviour) {
      behaviour = next;
    },
  };
}

/** HMAC-SHA1 over the path without the endpoint, its query before the signature, and the moment at which it ends. */
function isSigned(target: string): boolean {
  const found = /^\/account\/(.*)[?&]ik-t=(\d+)&ik-s=([0-9a-f]{40})$/.exec(target);
  if (!found) return false;
  const [, signed, ends, signature] = found as unknown as [string, string, string, string];
  return Number(ends) * 1000 > Date.now() && createHmac('sha1', imageKitKey).update(signed + ends).digest('hex') === signature;
}

async function formOf(request: IncomingMessage): Promise<{ fields: Record<string, string>; bytes: Buffer }> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const form = await new Response(Buffer.concat(parts), { headers: { 'content-type': request.headers['content-type']! } }).formData();
  const fields: Record<string, string> = {};
  let bytes = Buffer.alloc(0);
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = value;
    else bytes = Buffer.from(await value.arrayBuffer());
  }
  return { fields, bytes };
}
