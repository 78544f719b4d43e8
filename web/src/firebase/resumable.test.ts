import { randomBytes } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startFirebaseStorage, type Asked } from '../../../tests/standins/firebase-storage.ts';
import { sendResumably } from './resumable.ts';

const kilobyte = 1024;
const content = randomBytes(3000 * kilobyte);
const blob = new Blob([content]);

let server: Awaited<ReturnType<typeof startFirebaseStorage>> | undefined;
let session: string | null;
let parts: number[];
let stop: AbortController;

beforeEach(async () => {
  await server?.stop();
  server = await startFirebaseStorage();
  session = null;
  parts = [];
  stop = new AbortController();
});
afterAll(() => server?.stop());

const send = (onProgress: (part: number) => void = () => undefined, file = blob) =>
  sendResumably(
    file,
    { objects: server!.objects, path: 'incidents/one/quarantine/two', contentType: 'image/png', authorize: () => Promise.resolve({ Authorization: 'Firebase token' }) },
    {
      session,
      stop: stop.signal,
      onSession: (next) => {
        session = next;
        return Promise.resolve();
      },
      onProgress: (part) => {
        parts.push(part);
        onProgress(part);
      },
    },
  );
const stored = () => server!.files.get('incidents/one/quarantine/two');
const sent = () => server!.asked.filter(({ command }) => command.startsWith('upload')).reduce((sum, { bytes }) => sum + bytes, 0);
const onPiece = (number: number) => {
  let pieces = 0;
  return (asked: Asked) => asked.command.startsWith('upload') && ++pieces === number;
};

describe('a file that is sent in pieces', () => {
  it('arrives whole, says who sends it with every request, and tells how far it is', async () => {
    await send();
    expect(stored()?.equals(content)).toBe(true);
    expect(server!.asked.every(({ headers }) => headers.authorization === 'Firebase token')).toBe(true);
    expect(server!.asked[0]!.headers).toMatchObject({ 'x-goog-upload-protocol': 'resumable', 'x-goog-upload-header-content-type': 'image/png', 'x-goog-upload-header-content-length': `${content.length}` });
    expect(parts[0]).toBe(0);
    expect(parts.at(-1)).toBe(1);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts.length).toBeGreaterThan(3);
  });

  it('of one byte, or of exactly one piece, arrives too', async () => {
    for (const size of [1, 256 * kilobyte]) {
      server!.files.clear();
      session = null;
      await send(undefined, new Blob([content.subarray(0, size)]));
      expect(stored()?.length).toBe(size);
    }
  });

  it('goes on where it was after it was stopped', async () => {
    await expect(send((part) => part > 0.2 && stop.abort())).rejects.toThrow(/abort/i);
    const before = sent();
    expect(before).toBeGreaterThan(0);
    expect(stored()).toBeUndefined();
    stop = new AbortController();
    await send();
    expect(stored()?.equals(content)).toBe(true);
    expect(sent()).toBe(content.length);
  });

  it.each(['cut', 'lost'] as const)('goes on where it was after the connection was lost in the middle: %s', async (mishap) => {
    const second = onPiece(2);
    server!.go((asked) => (second(asked) ? mishap : null));
    await expect(send()).rejects.toThrow();
    expect(session).not.toBeNull();
    await send();
    expect(stored()?.equals(content)).toBe(true);
    expect(server!.sessions.size).toBe(1);
  });

  it('is stored once when the answer to its last piece was lost', async () => {
    server!.go(({ command }) => (command === 'upload, finalize' ? 'lost' : null));
    await expect(send()).rejects.toThrow();
    expect(stored()).toBeDefined();
    server!.go(() => null);
    const before = sent();
    await send();
    expect(sent()).toBe(before);
    expect(parts.at(-1)).toBe(1);
  });

  it('begins anew, once, when its session is gone', async () => {
    await expect(send((part) => part > 0.2 && stop.abort())).rejects.toThrow();
    stop = new AbortController();
    server!.sessions.clear();
    await send();
    expect(stored()?.equals(content)).toBe(true);
    expect(server!.sessions.size).toBe(1);
  });

  it('lets a session go that refuses a piece, so that the next attempt begins anew', async () => {
    const second = onPiece(2);
    server!.go((asked) => (second(asked) ? { status: 410 } : null));
    await expect(send()).rejects.toMatchObject({ code: 'storage/session-gone' });
    expect(session).toBeNull();
    await send();
    expect(stored()?.equals(content)).toBe(true);
  });

  it('that the rules refuse says so, and one for which the server has no time keeps its session', async () => {
    server!.go(({ command }) => (command.includes('finalize') ? { status: 403 } : null));
    await expect(send()).rejects.toMatchObject({ code: 'storage/unauthorized' });
    expect(session).toBeNull();
    server!.go(({ command }) => (command === 'upload' ? { status: 503 } : null));
    await expect(send()).rejects.toMatchObject({ code: 'storage/unreachable' });
    expect(session).not.toBeNull();
    server!.go(({ command }) => (command === 'query' ? { status: 401 } : null));
    await expect(send()).rejects.toMatchObject({ code: 'storage/unauthenticated' });
    expect(session).not.toBeNull();
  });

  it('sends its token to nobody but the file store', async () => {
    const other = await startFirebaseStorage();
    try {
      session = `${other.objects}?upload_id=session-1`;
      await send();
      expect(other.asked).toEqual([]);
      expect(stored()?.equals(content)).toBe(true);
    } finally {
      await other.stop();
    }
  });
});
