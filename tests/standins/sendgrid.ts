import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Asked {
  path: string;
  authorization: string | undefined;
  body: {
    from: { email: string };
    subject: string;
    personalizations: { to: { email: string; name: string }[] }[];
    content: { type: string; value: string }[];
    categories: string[];
    custom_args: Record<string, string>;
    mail_settings: { sandbox_mode: { enable: boolean } };
    tracking_settings: Record<string, { enable: boolean }>;
  };
}

/** Speaks the wire format of SendGrid's /v3/mail/send; 202 with no body unless told to fail. */
export async function startSendGrid(): Promise<{ baseUrl: string; asked: Asked[]; behave(behaviour: { status?: number; message?: string }): void; stop(): Promise<void> }> {
  let behaviour: { status?: number; message?: string } = {};
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      asked.push({ path: `${request.method} ${request.url}`, authorization: request.headers.authorization, body: JSON.parse(await bodyOf(request)) as Asked['body'] });
      const { status = 202, message = 'It was refused.' } = behaviour;
      response.writeHead(status, { 'content-type': 'application/json', 'x-message-id': `message-${asked.length}` });
      response.end(status === 202 ? '' : JSON.stringify({ errors: [{ message, field: 'to', help: null }] }));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    behave: (next) => void (behaviour = next),
    stop: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
