/** What goes out as one mail. */
export interface Mail {
  /** The outbox document that it stands for. */
  key: string;
  kind: string;
  to: { email: string; name: string };
  subject: string;
  text: string;
  html: string;
}

interface Line {
  text: string;
  link: string;
  at: Date;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as HTML shows it. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => escapes[letter]!);

const inWords = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/**
 * Writes a mail of one notice, or of several that were gathered. Text of people appears in it only escaped, and a link
 * always leads into the app: whoever opens it has to sign in.
 * @param origin of the app, such as `https://secura.example`
 */
export function renderMail(lines: readonly Line[], to: { name: string }, origin: string): Pick<Mail, 'subject' | 'text' | 'html'> {
  const [first] = lines;
  if (!first) throw new Error('A mail needs something to tell.');
  const subject = oneLine(lines.length === 1 ? `Secura: ${first.text}` : `Secura: ${lines.length} notices`).slice(0, 150);
  const preferences = `${origin}/inbox/preferences`;
  const why = 'Secura sends you this because of what you chose to be told of.';
  const text = [
    `Hello ${oneLine(to.name)},`,
    ...lines.map(({ text: line, link, at }) => `${oneLine(line)}\n${inWords(at)}\n${origin}${link}`),
    `${why} Change it: ${preferences}`,
  ].join('\n\n');
  const items = lines.map(({ text: line, link, at }) => item(escapeHtml(oneLine(line)), escapeHtml(`${origin}${link}`), inWords(at))).join('');
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(subject)}</title>
<style>@media (prefers-color-scheme: dark) { .page { background: #0b1626 !important } .card { background: #12213a !important } .words { color: #e8eef7 !important } .small { color: #a9b8cc !important } .go { background: #2dd4bf !important; color: #06202a !important } }</style></head>
<body class="page" style="margin:0;padding:24px;background:#f3f6fa;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr><td align="center">
<table role="presentation" class="card" width="560" cellspacing="0" cellpadding="0" style="width:100%;max-width:560px;background:#ffffff;border-radius:12px"><tr><td style="padding:28px">
<p class="words" style="margin:0 0 20px;color:#132238;font-size:16px">Hello ${escapeHtml(oneLine(to.name))},</p>
${items}<p class="small" style="margin:24px 0 0;color:#51627a;font-size:13px">${why} <a class="small" href="${escapeHtml(preferences)}" style="color:#51627a">Change it</a></p>
</td></tr></table></td></tr></table></body></html>`;
  return { subject, text, html };
}

function item(text: string, href: string, at: string): string {
  return `<p class="words" style="margin:0 0 4px;color:#132238;font-size:16px;line-height:1.5">${text}</p>
<p class="small" style="margin:0 0 12px;color:#51627a;font-size:13px">${at}</p>
<p style="margin:0 0 24px"><a class="go" href="${href}" style="display:inline-block;padding:10px 18px;border-radius:8px;background:#0b6b74;color:#ffffff;font-weight:600;text-decoration:none">Open in Secura</a></p>
`;
}

// A line break in a subject would begin another header.
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
