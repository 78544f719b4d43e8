import { createRequire } from 'node:module';
import type { HttpsFunction } from 'firebase-functions/v2/https';
import { listen } from './listen.ts';

// The one that firebase-functions brings, whose requests and responses an HTTPS function expects.
const express = createRequire(import.meta.resolve('firebase-functions'))('express') as typeof import('express');

/** Serves an HTTPS function in this process as Cloud Run does: with the bytes as they came beside the parsed body. */
export async function serveFunction(handler: HttpsFunction): Promise<{ baseUrl: string; stop(): Promise<void> }> {
  const app = express();
  const options = { limit: '1024mb', verify: (request: object, _: unknown, bytes: Buffer) => void Object.assign(request, { rawBody: bytes }) };
  app.use(express.json(options), express.text(options), express.urlencoded({ ...options, extended: true }), express.raw({ ...options, type: '*/*' }));
  app.use((request, response) => void handler(request as Parameters<HttpsFunction>[0], response));
  return listen(app);
}
