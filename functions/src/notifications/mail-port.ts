import type { Mail } from './mail-text.ts';

/** Hands mail over to who delivers it. */
export interface MailSender {
  /** `kept`: nobody delivers it, it stays in the outbox. */
  provider: 'kept' | 'sendgrid';
  /** @throws Refused when trying again cannot help; Unclear when it may have been taken; any other error when it was not, and trying again may help */
  send(mail: Mail): Promise<void>;
  /** Takes an address off the provider's own lists of those that bounced or complained. */
  readmit(email: string): Promise<void>;
}

/** The provider will never take this, or must not be given it. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** The provider did not say whether it took this. */
export class Unclear extends Error {
  override readonly name = 'Unclear';
}

export interface MailSettings {
  sendGridKey: string;
  from: string;
  sandbox: boolean;
  /** Another address than the vendor's own, for tests. */
  baseUrl?: string | undefined;
}

const settingsOf = (env: NodeJS.ProcessEnv): MailSettings => ({
  sendGridKey: env['SENDGRID_API_KEY'] ?? '',
  from: env['SENDGRID_FROM_EMAIL'] ?? '',
  sandbox: env['SENDGRID_SANDBOX'] === 'on',
  baseUrl: env['SENDGRID_BASE_URL'],
});

/** SendGrid where its key is set; else mail is kept. */
export async function mailSender(settings: MailSettings = settingsOf(process.env)): Promise<MailSender> {
  if (!settings.sendGridKey) return { provider: 'kept', send: async () => undefined, readmit: async () => undefined };
  const { sendGridSender } = await import('./sendgrid.ts');
  return sendGridSender(settings);
}

/** Where links in mail lead to. */
export const appOrigin = (env: NodeJS.ProcessEnv = process.env): string => (env['APP_URL'] ?? `https://${env['GCLOUD_PROJECT'] ?? 'localhost'}.web.app`).replace(/\/$/, '');
