import { messaging } from '../platform/firebase.ts';
import { Refused } from './mail-port.ts';
import type { PushSender } from './push-port.ts';

const gone = ['messaging/registration-token-not-registered', 'messaging/mismatched-credential', 'messaging/invalid-registration-token'];
const lasting = ['messaging/invalid-argument', 'messaging/invalid-payload', 'messaging/payload-size-limit-exceeded'];

/** A day: what is older is read in the inbox. */
const lifeSeconds = 86_400;

/**
 * Sends by the HTTP v1 API of Firebase Cloud Messaging.
 * @param app another one than the project's own, for tests
 */
export async function fcmSender(app?: Parameters<typeof messaging>[0]): Promise<PushSender> {
  const service = await messaging(app);
  return {
    provider: 'fcm',
    async send({ key, text, link, urgent }, token) {
      try {
        // Data alone: our own worker shows it (web/public/push.js), so no second one has to be registered.
        await service.send({ token, data: { key, text, link }, webpush: { headers: { TTL: String(lifeSeconds), Urgency: urgent ? 'high' : 'normal' } } });
        return 'told';
      } catch (error) {
        const { code = 'unknown', message } = error as { code?: string; message: string };
        if (gone.includes(code)) return 'gone';
        const reason = `Firebase Cloud Messaging: ${code.replace('messaging/', '')}. ${message}`;
        throw lasting.includes(code) ? new Refused(reason) : new Error(reason);
      }
    },
  };
}
