import type { IncomingMessage } from 'node:http';
import { listen } from './listen.ts';

interface Session {
  name: string;
  parts: Buffer[];
  state: 'active' | 'final';
}

/** What goes wrong with one request: `cut` hangs up before it is taken in, `lost` after. */
export type Mishap = 'cut' | 'lost' | { status: number };

/** One request, as it came over the wire. */
export interface Asked {
  command: string;
  offset: number | null;
  bytes: number;
  headers: IncomingMessage['headers'];
}

/** Speaks the resumable protocol of Firebase Storage, as its SDK for browsers uses it. Files can be written once. */
export async function startFirebaseStorage() {
  const sessions = new Map<string, Session>();
  const files = new Map<string, Buffer>();
  const asked: Asked[] = [];
  let mishap: (asked: Asked) => Mishap | null = () => null;
  const server = await listen((request, response) => {
    void (async () => {
      const url = new URL(request.url!, 'http://standin');
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      const command = String(request.headers['x-goog-upload-command']);
      const one: Asked = { command, offset: Number(request.headers['x-goog-upload-offset'] ?? NaN) || 0, bytes: body.length, headers: request.headers };
      asked.push(one);
      const trouble = mishap(one);
      if (trouble === 'cut') return request.socket.destroy();
      const answer = (status: number, headers: Record<string, string> = {}): void => {
        if (trouble === 'lost') request.socket.destroy();
        else response.writeHead(status, headers).end();
      };
      if (trouble !== null && trouble !== 'lost') return answer(trouble.status);
      if (command === 'start') {
        const id = `session-${sessions.size + 1}`;
        sessions.set(id, { name: url.searchParams.get('name')!, parts: [], state: 'active' });
        return answer(200, { 'X-Goog-Upload-URL': `${server.baseUrl}/upload?upload_id=${id}`, 'X-Goog-Upload-Status': 'active' });
      }
      const session = sessions.get(url.searchParams.get('upload_id')!);
      if (!session) return answer(404);
      const received = session.parts.reduce((sum, part) => sum + part.length, 0);
      if (command === 'query') return answer(200, { 'X-Goog-Upload-Status': session.state, 'X-Goog-Upload-Size-Received': `${received}` });
      const finalize = command.includes('finalize');
      if (session.state === 'final' || one.offset !== received || (!finalize && body.length % (256 * 1024) !== 0)) return answer(400);
      session.parts.push(body);
      if (!finalize) return answer(200, { 'X-Goog-Upload-Status': 'active' });
      if (files.has(session.name)) return answer(403, { 'X-Goog-Upload-Status': 'final' });
      session.state = 'final';
      files.set(session.name, Buffer.concat(session.parts));
      return answer(200, { 'X-Goog-Upload-Status': 'final' });
    })().catch(() => request.socket.destroy());
  });
  return {
    objects: `${server.baseUrl}/v0/b/bucket/o`,
    files,
    asked,
    sessions,
    /** Decides for each request that follows what goes wrong with it. */
    go(wrong: typeof mishap) {
      mishap = wrong;
    },
    stop: () => server.stop(),
  };
}
