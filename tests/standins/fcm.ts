import { Agent } from 'node:https';
import { connect } from 'node:net';
import { deleteApp, initializeApp, type App } from 'firebase-admin/app';
import { bodyOf, listen } from './listen.ts';

interface Asked {
  path: string;
  authorization: string | undefined;
  message: { token: string; data: Record<string, string>; webpush: { headers: Record<string, string> }; notification?: object };
}

/** An error as HTTP v1 tells it; the SDK goes by its code. */
interface Failure {
  status: number;
  code: 'UNREGISTERED' | 'SENDER_ID_MISMATCH' | 'INVALID_ARGUMENT' | 'QUOTA_EXCEEDED' | 'INTERNAL' | 'THIRD_PARTY_AUTH_ERROR';
}

/**
 * Speaks the wire format of messages:send of the HTTP v1 API, and makes an app whose SDK talks to it: the vendor's address
 * cannot be set, so the app's connections lead here whatever they are for.
 */
export async function startFcm(): Promise<{ app: App; asked: Asked[]; behave(failures: Record<string, Failure>): void; stop(): Promise<void> }> {
  let failures: Record<string, Failure> = {};
  const asked: Asked[] = [];
  const server = await listen((request, response) => {
    void (async () => {
      const { message } = JSON.parse(await bodyOf(request)) as { message: Asked['message'] };
      asked.push({ path: `${request.method} ${request.headers.host}${request.url}`, authorization: request.headers.authorization, message });
      const failure = failures[message.token];
      response.writeHead(failure?.status ?? 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(failure ? errorOf(failure) : { name: `projects/demo/messages/${asked.length}` }));
    })();
  });
  const port = Number(new URL(server.baseUrl).port);
  class Here extends Agent {
    // Plain: what is tested is what is said, not how it is wrapped.
    override createConnection = () => connect(port, '127.0.0.1') as never;
  }
  const credential = { getAccessToken: async () => ({ access_token: 'ya29.x', expires_in: 3600 }) };
  const app = initializeApp({ projectId: 'demo', credential, httpAgent: new Here() }, `fcm-${port}`);
  return {
    app,
    asked,
    behave: (next) => void (failures = next),
    stop: async () => {
      await deleteApp(app);
      await server.stop();
    },
  };
}

const errorOf = ({ status, code }: Failure) => ({
  error: { code: status, message: 'It was refused.', status: code, details: [{ '@type': 'type.googleapis.com/google.firebase.fcm.v1.FcmError', errorCode: code }] },
});
