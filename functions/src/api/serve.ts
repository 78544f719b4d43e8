import { randomUUID } from 'node:crypto';
import { httpStatus, SecuraError } from '@secura/domain/platform/errors';
import { onRequest, type Request } from 'firebase-functions/v2/https';
import { callerOf, type Caller } from '../platform/actor.ts';
import { toErrorBody, toSecuraError } from '../platform/errors.ts';
import { auth } from '../platform/firebase.ts';
import { mailSecrets, pictureSecrets, triageSecrets } from '../platform/secrets.ts';
import { followLink, linkToken } from '../evidence/link.ts';
import { indexInUse } from '../similar/in-use.ts';
import { currentHealth } from './health.ts';
import { operations } from './operations.ts';
import { router } from './routes.ts';

const match = router(operations);

/** The HTTPS function behind Hosting's `/api/**` and `/health`: every operation as a REST route. */
export const api = onRequest({ secrets: [...triageSecrets, ...mailSecrets, ...pictureSecrets] }, async (request, response) => {
  const requestId = request.get('x-request-id')?.slice(0, 64) ?? randomUUID();
  response.set({ 'X-Request-Id': requestId, 'Cache-Control': 'no-store' });
  try {
    if (request.path === '/health') {
      const health = await currentHealth();
      const index = health.status === 'healthy' ? await indexInUse() : null;
      // A header: monitors look for exactly this body.
      if (index) response.set('X-Vector-Index', index);
      response.status(health.status === 'healthy' ? 200 : 503).json(health);
      return;
    }
    const token = linkToken(request);
    if (token !== null) {
      const { headers, body } = await followLink(token);
      response.set(headers).send(body);
      return;
    }
    const unsubscribe = /^\/api\/unsubscribe\/([A-Za-z0-9._-]{1,400})$/.exec(request.path)?.[1];
    if (unsubscribe !== undefined && ['GET', 'HEAD', 'POST'].includes(request.method)) {
      const { answerUnsubscribe } = await import('../notifications/unsubscribe.ts');
      const { status, html } = await answerUnsubscribe(request.method, unsubscribe);
      response.status(status).set(ownPage).type('html').send(html);
      return;
    }
    if (request.path === '/api/hooks/sendgrid' && request.method === 'POST') {
      const { hearSendGrid } = await import('../notifications/sendgrid-hook.ts');
      response.json(await hearSendGrid({ signature: request.get('x-twilio-email-event-webhook-signature'), timestamp: request.get('x-twilio-email-event-webhook-timestamp'), rawBody: request.rawBody }, new Date()));
      return;
    }
    if (request.path === '/dev/mailbox' && inEmulator()) {
      const { mailboxPage } = await import('../notifications/mailbox.ts');
      response.type('html').send(await mailboxPage(typeof request.query['id'] === 'string' ? request.query['id'] : null));
      return;
    }
    const route = match(request.method, request.path);
    if (route === null) throw new SecuraError('not-found', 'There is nothing at this address.');
    if (route === 'wrong-method') throw new SecuraError('not-found', `${request.method} is not possible at this address.`);
    const caller = await callerFrom(request);
    const input = { ...inputFrom(request), ...route.params };
    const output = await route.operation.serve({ door: 'rest', caller, input, idempotencyKey: keyFrom(request), requestId });
    response.json(output);
  } catch (error) {
    const told = toSecuraError(error, requestId);
    if (told.code === 'resource-exhausted') response.set('Retry-After', String(told.details?.['retryAfter'] ?? 60));
    response.status(httpStatus[told.code]).json(toErrorBody(told));
  }
});

/** A page that needs nothing from anywhere, and whose address is a right of its own. */
const ownPage = { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'", 'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff', 'X-Robots-Tag': 'noindex' };

const inEmulator = (): boolean => process.env['FUNCTIONS_EMULATOR'] === 'true';

async function callerFrom(request: Request): Promise<Caller | null> {
  const token = /^Bearer (.{1,8192})$/.exec(request.get('authorization') ?? '')?.[1];
  if (!token) return null;
  try {
    const decoded = await (await auth()).verifyIdToken(token);
    return callerOf(decoded.uid, decoded);
  } catch (cause) {
    throw new SecuraError('unauthenticated', 'Your sign-in has expired. Please sign in again.', undefined, { cause });
  }
}

// A GET asks in its query, everything else in its body.
function inputFrom(request: Request): Record<string, unknown> {
  const given: unknown = request.method === 'GET' ? request.query : request.body;
  if (given === undefined || given === '' || given === null) return {};
  if (typeof given !== 'object' || Array.isArray(given)) throw new SecuraError('invalid-argument', 'Send a JSON object.');
  return given as Record<string, unknown>;
}

function keyFrom(request: Request): string | null {
  const key = request.get('idempotency-key');
  if (key === undefined) return null;
  if (!/^[A-Za-z0-9_-]{8,100}$/.test(key)) throw new SecuraError('invalid-argument', 'An Idempotency-Key has 8 to 100 letters, digits, - or _.');
  return key;
}
