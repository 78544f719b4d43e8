import { noticeLabels } from '@secura/domain/notifications/notice';
import { completePreferences, withoutMail, type NoticePreferences } from '@secura/domain/notifications/preferences';
import { mailStopped } from '../platform/logs.ts';
import { transact } from '../platform/transaction.ts';
import { preferencesRef } from './deliver.ts';
import { unsubscribeHtml } from './mail-templates.ts';
import type { UnsubscribeView } from './mail-view.ts';
import { readUnsubscribe, unsubscribeKey, type Unsubscribes } from './unsubscribe-token.ts';

interface Page {
  status: number;
  html: string;
}

const page = (status: number, title: string, text: string, asks = false): Page => ({ status, html: unsubscribeHtml({ title, text, asks } satisfies UnsubscribeView) });

const named = ({ kind }: Unsubscribes): string => (kind === 'all' ? 'All mails of notices' : `Mails of this kind: “${noticeLabels[kind]}”`);

/**
 * What somebody sees who follows the link in a mail, without signing in. To look changes nothing, because mail programs and
 * scanners look at every link; to post stops the mails, which is what a mail program does for its reader (RFC 8058).
 */
export async function answerUnsubscribe(method: string, token: string, key: string = unsubscribeKey()): Promise<Page> {
  const what = readUnsubscribe(token, key);
  if (!what) return page(404, 'This link does not work', 'It may have been cut off on its way. You choose what you are told of in Secura, under Inbox, Preferences.');
  if (method !== 'POST') return page(200, 'Stop these mails?', `${named(what)}. They still come into your inbox in Secura, if you chose so.`, true);
  await stop(what);
  return page(200, 'Stopped', `${named(what)} will not be sent to you any more. In Secura, under Inbox, Preferences, you can have them again.`);
}

/** Two posts at once, or one again, come to the same. */
async function stop({ uid, kind }: Unsubscribes): Promise<void> {
  await transact(async (tx) => {
    const ref = preferencesRef(uid);
    const [person, stored] = await tx.getAll(ref.parent.parent!, ref);
    if (!person?.exists) return;
    tx.set(ref, withoutMail(completePreferences(stored?.data() as Partial<NoticePreferences> | undefined), kind));
  });
  mailStopped({ uid, kind });
}
