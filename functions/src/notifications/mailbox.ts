import type { OutboxNotice } from '@secura/domain/notifications/mail';
import { db, fromStore } from '../platform/firebase.ts';
import { renderMail } from './mail-text.ts';
import { escapeHtml } from './mail-view.ts';
import { unsubscribeLink } from './unsubscribe-token.ts';

const shown = 100;

/** `/dev/mailbox` of the emulator: the mail that nobody delivers, newest first; with an id one of them as its reader sees it. */
export async function mailboxPage(id: string | null): Promise<string> {
  const { docs } = await db().collection('outbox').orderBy('createdAt', 'desc').limit(shown).get();
  const mails = new Map<string, OutboxNotice[]>();
  for (const doc of docs) {
    const mail = fromStore<OutboxNotice>(doc.data());
    if (mail.channel === 'push') continue;
    const key = mail.batch ?? doc.id;
    mails.set(key, [mail, ...(mails.get(key) ?? [])]);
  }
  const wanted = id === null ? undefined : mails.get(id);
  if (wanted) return renderMail(wanted, wanted[0]!.to, '', unsubscribeLink({ uid: wanted[0]!.to.uid, kind: wanted.length > 1 ? 'all' : wanted[0]!.kind }, '')).html;
  const rows = [...mails].map(([key, lines]) => row(key, lines)).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Mailbox</title>
<body style="margin:2rem auto;max-width:60rem;padding:0 1rem;font-family:system-ui,sans-serif"><h1>Mailbox</h1><p>Mail of this emulator. Nothing of it leaves this computer.</p>
${rows ? `<ul style="list-style:none;padding:0">${rows}</ul>` : '<p>No mail yet.</p>'}</body></html>`;
}

function row(key: string, lines: readonly OutboxNotice[]): string {
  const [{ to, state, nextAttemptAt, createdAt, lastError }] = lines as [OutboxNotice];
  const { subject, text } = renderMail(lines, to, '');
  const where = state === 'waiting' ? `waits until ${nextAttemptAt.toISOString()}` : state;
  return `<li style="padding:.75rem 0;border-top:1px solid #8886"><a href="?id=${encodeURIComponent(key)}"><strong>${escapeHtml(subject)}</strong></a><br>
<small>to ${escapeHtml(`${to.name} <${to.email}>`)}, ${createdAt.toISOString()}, ${escapeHtml(where)}${lastError ? `: ${escapeHtml(lastError)}` : ''}</small><details><summary>Text</summary><pre style="white-space:pre-wrap">${escapeHtml(text)}</pre></details></li>`;
}
