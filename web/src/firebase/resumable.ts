/** Where a file goes. */
export interface Destination {
  /** The bucket's objects in the API of Firebase Storage: `https://firebasestorage.googleapis.com/v0/b/BUCKET/o`. */
  objects: string;
  path: string;
  contentType: string;
  /** Header fields that say who sends it, fetched anew for each request: tokens live for an hour. */
  authorize(): Promise<Record<string, string>>;
}

/** What happens on the way. */
export interface Journey {
  /** The session of an earlier attempt, perhaps of a page that was killed; null to begin. */
  session: string | null;
  /** Called before the first byte goes, and with null once a session is of no use: whoever keeps it can go on later. */
  onSession(session: string | null): Promise<void>;
  /** Gets the part that has arrived, 0 to 1. */
  onProgress(part: number): void;
  stop: AbortSignal;
}

/** Why a file did not arrive; the codes are those of the Firebase SDK. */
export class UploadError extends Error {
  override readonly name = 'UploadError';
  readonly code: 'storage/unauthenticated' | 'storage/quota-exceeded' | 'storage/unauthorized' | 'storage/session-gone' | 'storage/unreachable';

  constructor(code: UploadError['code'], message: string = code) {
    super(message);
    this.code = code;
  }
}

/** It refused the file, or knows nothing of the session: the next attempt begins anew. */
const endings = new Set<UploadError['code']>(['storage/unauthorized', 'storage/quota-exceeded', 'storage/session-gone']);

// Pieces are multiples of 256 KiB, as the service demands of all but the last. A piece that was not answered is sent
// again whole, so it should take a second, not a minute.
const smallest = 256 * 1024;
const largest = 8 * smallest;
const quickMs = 700;
const slowMs = 3000;
/** A connection that says nothing for so long is dead, though nobody closed it. */
const silenceMs = 120_000;

/**
 * Sends a file in pieces (Google's resumable upload, the protocol of the Firebase SDK). The SDK keeps the address of a session
 * in memory alone, so that with it a killed tab begins again from nothing; here whoever calls keeps it, and stopping, a lost
 * network and a killed tab are one thing: the next call asks what has arrived and sends the rest.
 * @throws UploadError, or the reason of `stop`
 */
export async function sendResumably(blob: Blob, destination: Destination, journey: Journey): Promise<void> {
  const { onSession, onProgress, stop } = journey;
  const ask = (url: string, headers: Record<string, string>, body?: Blob | string) => request(url, headers, body, destination, stop);
  let { session } = journey;
  let arrived: number | 'all' = 0;
  // What a device keeps can be altered there; the token goes with each request.
  if (session !== null && !isOf(destination, session)) session = null;
  if (session !== null) {
    const found = await received(session, ask);
    if (found === 'gone') session = null;
    else arrived = found;
  }
  if (session === null) {
    session = await begin(blob, destination, ask);
    await onSession(session);
  }
  let size = smallest;
  while (arrived !== 'all') {
    stop.throwIfAborted();
    onProgress(arrived / blob.size);
    const piece = blob.slice(arrived, arrived + size);
    const isLast = arrived + piece.size === blob.size;
    const started = performance.now();
    try {
      await ask(session, { 'X-Goog-Upload-Command': isLast ? 'upload, finalize' : 'upload', 'X-Goog-Upload-Offset': `${arrived}` }, piece);
    } catch (error) {
      if (error instanceof UploadError && endings.has(error.code)) await onSession(null);
      throw error;
    }
    arrived = isLast ? 'all' : arrived + piece.size;
    const took = performance.now() - started;
    if (took < quickMs) size = Math.min(largest, size * 2);
    else if (took > slowMs) size = Math.max(smallest, size / 2);
  }
  onProgress(1);
}

type Ask = (url: string, headers: Record<string, string>, body?: Blob | string) => Promise<Response>;

async function begin(blob: Blob, { objects, path, contentType }: Destination, ask: Ask): Promise<string> {
  const answer = await ask(
    `${objects}?name=${encodeURIComponent(path)}`,
    {
      'X-Goog-Upload-Protocol': 'resumable', 'X-Goog-Upload-Command': 'start', 'X-Goog-Upload-Header-Content-Length': `${blob.size}`,
      'X-Goog-Upload-Header-Content-Type': contentType, 'Content-Type': 'application/json; charset=utf-8',
    },
    JSON.stringify({ contentType }),
  );
  const session = answer.headers.get('X-Goog-Upload-URL');
  if (session === null || !isOf({ objects }, session)) throw new UploadError('storage/unreachable', 'The file store named no address to send to.');
  return session;
}

function isOf({ objects }: Pick<Destination, 'objects'>, session: string): boolean {
  return URL.canParse(session) && new URL(session).origin === new URL(objects).origin;
}

/** How many bytes of a session have arrived. */
async function received(session: string, ask: Ask): Promise<number | 'all' | 'gone'> {
  try {
    const { headers } = await ask(session, { 'X-Goog-Upload-Command': 'query' });
    const status = headers.get('X-Goog-Upload-Status');
    if (status === 'final') return 'all';
    const size = Number(headers.get('X-Goog-Upload-Size-Received') ?? NaN);
    return status === 'active' && Number.isInteger(size) ? size : 'gone';
  } catch (error) {
    if (error instanceof UploadError && error.code === 'storage/session-gone') return 'gone';
    throw error;
  }
}

async function request(url: string, headers: Record<string, string>, body: Blob | string | undefined, { authorize }: Destination, stop: AbortSignal): Promise<Response> {
  stop.throwIfAborted();
  const ending = new AbortController();
  const end = (): void => ending.abort(stop.reason);
  stop.addEventListener('abort', end);
  const silence = setTimeout(() => ending.abort(new UploadError('storage/unreachable', 'The file store said nothing for two minutes.')), silenceMs);
  try {
    const answer = await fetch(url, { method: 'POST', headers: { ...headers, ...(await authorize()) }, signal: ending.signal, ...(body !== undefined && { body }) });
    if (!answer.ok) throw failure(answer.status);
    return answer;
  } finally {
    clearTimeout(silence);
    stop.removeEventListener('abort', end);
  }
}

function failure(status: number): UploadError {
  if (status === 401) return new UploadError('storage/unauthenticated');
  if (status === 402) return new UploadError('storage/quota-exceeded');
  if (status === 403) return new UploadError('storage/unauthorized');
  // Of a session: it ran out after a week, was ended, or the piece does not follow what has arrived.
  if ([400, 404, 409, 410, 412, 416].includes(status)) return new UploadError('storage/session-gone');
  return new UploadError('storage/unreachable', `The file store answered ${status}.`);
}
