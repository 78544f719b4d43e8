import { bodyOf, listen } from './listen.ts';

interface Asked {
  path: string;
  authorization: string | undefined;
  body: {
    from: { email: string };
    subject: string;
    personalizations: { to: { email: string; name: string }[] }[];
    content: { type: string; value: string }[];
    headers?: Record<string, string>;
    categories: string[];
    custom_args: Record<string, string>;
    mail_settings: { sandbox_mode: { enable: boolean } };
    tracking_settings: Record<string, { enable: boolean }>;
  };
}

interface Behaviour {
  status?: number;
  message?: string;
  /** Takes the mail and ends the connection without a word. */
  hangUp?: boolean;
  /** Takes the mail and never answers. */
  silent?: boolean;
}

/** Speaks the wire format of SendGrid's /v3/mail/send and /v3/suppression; 202 or 204 with no body unless told to fail. */
export async function startSendGrid(): Promise<{ baseUrl: string; asked: Asked[]; behave(behaviour: Behaviour): void; stop(): Promise<void> }> {
  let behaviour: Behaviour = {};
  const asked: Asked[] = [];
  const server = await listen((request, response) => {
    void (async () => {
      asked.push({ path: `${request.method} ${request.url}`, authorization: request.headers.authorization, body: JSON.parse((await bodyOf(request)) || '{}') as Asked['body'] });
      if (behaviour.silent) return;
      if (behaviour.hangUp) return void request.socket.destroy();
      const { status = request.method === 'DELETE' ? 204 : 202, message = 'It was refused.' } = behaviour;
      response.writeHead(status, { 'content-type': 'application/json', 'x-message-id': `message-${asked.length}` });
      response.end(status < 300 ? '' : JSON.stringify({ errors: [{ message, field: 'to', help: null }] }));
    })();
  });
  return {
    ...server,
    asked,
    behave: (next) => void (behaviour = next),
  };
}
