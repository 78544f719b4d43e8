import { createHash, randomBytes } from 'node:crypto';
import { evidenceLimits } from '@secura/domain/evidence/evidence';
import { SecuraError } from '@secura/domain/platform/errors';
import type { Request } from 'firebase-functions/v2/https';
import type { WriteBatch } from 'firebase-admin/firestore';
import { db, fromStore } from '../platform/firebase.ts';
import { evidenceAltered } from '../platform/logs.ts';
import { readObject, sha256 as fingerprint } from '../platform/storage.ts';

/** What a link leads to; kept under the hash of its token, so that reading the database gives nobody a link. */
export interface Link {
  incidentId: string;
  evidenceId: string;
  uid: string;
  what: 'view' | 'file' | 'sealed';
  path: string;
  name: string;
  contentType: string;
  /** Of the file, where it is the file itself. */
  sha256: string | null;
}

/** How long a link works. */
export const linkLifeMs = 60_000;

const linkRef = (token: string) => db().doc(`links/${createHash('sha256').update(token).digest('hex')}`);

/** Makes a link that works once, for a minute, in the commit of the event that tells of it. */
export function makeLink(batch: WriteBatch, link: Link, now: Date, life = linkLifeMs): { url: string; expiresAt: string } {
  const token = randomBytes(32).toString('base64url');
  const expireAt = new Date(now.getTime() + life);
  batch.create(linkRef(token), { ...link, expireAt });
  return { url: `/api/links/${token}`, expiresAt: expireAt.toISOString() };
}

/** The token of a request for a link; null for any other request. */
export function linkToken(request: Pick<Request, 'method' | 'path'>): string | null {
  return request.method === 'GET' ? (/^\/api\/links\/([A-Za-z0-9_-]{43})$/.exec(request.path)?.[1] ?? null) : null;
}

/** A file on its way out, with the header fields that keep a browser from doing anything with it. */
export interface Served {
  headers: Record<string, string>;
  body: Buffer;
}

/**
 * Fetches the file that a link leads to, and ends the link.
 * @throws SecuraError `not-found` for a link that was used, has run out or never was
 */
export async function followLink(token: string): Promise<Served> {
  const link = await take(token);
  const bytes = await readObject(link.path, evidenceLimits.bytes * 2);
  if (!Buffer.isBuffer(bytes)) throw new SecuraError('not-found', 'The file is not in the store any more. Tell your administrator.');
  if (link.sha256 !== null && fingerprint(bytes) !== link.sha256) {
    evidenceAltered({ incidentId: link.incidentId, evidenceId: link.evidenceId });
    throw new SecuraError('failed-precondition', 'The stored file is no longer the one that was checked, so it is not given out. Tell your administrator.');
  }
  const body = link.what === 'sealed' ? await (await import('./seal.ts')).seal(bytes, link.name.replace(/\.zip$/, '')) : bytes;
  const headers = {
    'Content-Type': link.contentType,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(link.name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
  return { headers, body };
}

/** Deletes the link for this reader alone: of two at the same moment one finds it gone. */
async function take(token: string): Promise<Link> {
  const gone = new SecuraError('not-found', 'This link was used already or has run out. Open the file again.');
  const snapshot = await linkRef(token).get();
  if (!snapshot.exists) throw gone;
  try {
    await snapshot.ref.delete({ lastUpdateTime: snapshot.updateTime! });
  } catch (error) {
    // gRPC 5 and 9: somebody was faster.
    if ([5, 9].includes((error as { code?: number }).code ?? 0)) throw gone;
    throw error;
  }
  const link = fromStore<Link & { expireAt: Date }>(snapshot.data());
  if (link.expireAt < new Date()) throw gone;
  return link;
}
