import sharedClient from '@sendgrid/client';
import type { ResponseError } from '@sendgrid/helpers/classes/index.js';
import sharedService from '@sendgrid/mail';
import { Refused, Unclear, type MailSender, type MailSettings } from './mail-port.ts';

const patienceMs = 10_000;
/** Busy, or out of order for a while; and a key that is wrong, which an administrator can put right. */
const passing = [401, 403, 408, 429];
/** A gateway does not know what the one behind it did. */
const unclear = [502, 504];
/** What keeps a request from ever leaving. */
const neverLeft = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

// Their types declare a default beside the classes, which no compiler accepts: the classes are there when it runs.
const { Client } = sharedClient as unknown as { Client: new () => typeof sharedClient };
const { MailService } = sharedService as unknown as { MailService: new () => typeof sharedService };

/** Sends through SendGrid. */
export function sendGridSender({ sendGridKey, from, sandbox, baseUrl }: MailSettings): MailSender {
  const client = new Client();
  // In this order: setting the key puts the vendor's own address back.
  client.setApiKey(sendGridKey);
  if (baseUrl) client.setDefaultRequest('baseUrl', `${baseUrl.replace(/\/$/, '')}/`);
  const service = new MailService();
  service.setClient(client);
  service.setTimeout(patienceMs);
  return {
    provider: 'sendgrid',
    async send({ key, begun, kind, to, subject, text, html, unsubscribe }) {
      try {
        await service.send({
          to,
          from: { email: from, name: 'Secura' },
          subject,
          text,
          html,
          categories: ['secura', kind],
          customArgs: { outbox: key, begun },
          ...(unsubscribe && { headers: { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } }),
          // The links are ours: a detour would tell a third party who opened what.
          trackingSettings: { clickTracking: { enable: false }, openTracking: { enable: false }, subscriptionTracking: { enable: false } },
          mailSettings: { sandboxMode: { enable: sandbox } },
        });
      } catch (error) {
        throw understood(error as ResponseError);
      }
    },
    async readmit(email) {
      for (const list of ['bounces', 'spam_reports', 'invalid_emails']) {
        try {
          await client.request({ method: 'DELETE', url: `/v3/suppression/${list}/${encodeURIComponent(email)}` });
        } catch (error) {
          // It is not on this one.
          if ((error as ResponseError).code !== 404) throw understood(error as ResponseError);
        }
      }
    },
  };
}

function understood(error: Partial<ResponseError> & Error & { request?: unknown }): Error {
  // A number is the answer's status, a word what kept one from coming.
  const code: unknown = error.code;
  const status = typeof code === 'number' ? code : null;
  const said = (error.response?.body as { errors?: { message?: string }[] } | undefined)?.errors?.[0]?.message;
  const message = `SendGrid: ${status ?? error.message}${said ? ` ${said}` : ''}`;
  const lasting = status !== null && status >= 400 && status < 500 && !passing.includes(status);
  if (lasting) return new Refused(message);
  const left = status === null ? error.request !== undefined && !neverLeft.includes(String(code)) : unclear.includes(status);
  return left ? new Unclear(message) : new Error(message);
}
