// Made from functions/mail by `npm run build --workspace functions`; change it there.
import { escapeHtml, oneLine, type NoticeView, type UnsubscribeView } from './mail-view.ts';

export const noticeHtml = (view: NoticeView): string =>
  `<!doctype html>
<html lang="en" dir="ltr" xmlns="http://www.w3.org/1999/xhtml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="x-apple-disable-message-reformatting">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(view.subject)}</title>
<!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (prefers-color-scheme: dark) {
.page, .preheader { background-color: #0b1626 !important; color: #0b1626 !important }
.card { background-color: #12213a !important; border-color: #2a3d5c !important }
.words { color: #e8eef7 !important }
.small { color: #a9b8cc !important }
.brand, .link { color: #5eead4 !important }
.go { background-color: #2dd4bf !important }
.label { color: #06202a !important }
}
[data-ogsc] .words { color: #e8eef7 !important }
[data-ogsc] .small { color: #a9b8cc !important }
[data-ogsc] .brand, [data-ogsc] .link { color: #5eead4 !important }
[data-ogsb] .card { background-color: #12213a !important }
</style>
</head>
<body class="page" style="margin:0;padding:0;width:100%;background-color:#f3f6fa;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%" bgcolor="#f3f6fa">
<div class="preheader" style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all;font-size:1px;line-height:1px;color:#f3f6fa">${escapeHtml(view.preheader)}</div>
<table role="presentation" class="page" style="border-collapse:collapse;border-spacing:0;margin:0;padding:0;width:100%;background-color:#f3f6fa;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%" width="100%" cellspacing="0" cellpadding="0" border="0" bgcolor="#f3f6fa"><tr><td style="padding:24px 12px" align="center">
<!--[if mso]><table role="presentation" width="560" cellspacing="0" cellpadding="0" border="0"><tr><td><![endif]-->
<table role="presentation" style="width:100%;max-width:560px" width="100%" cellspacing="0" cellpadding="0" border="0">
<tr><td class="brand" style="padding:0 4px 14px;font-family:'Segoe UI', Roboto, Helvetica, Arial, sans-serif;font-size:18px;line-height:24px;font-weight:700;color:#0b6b74;text-align:left">Secura</td></tr>
<tr><td class="card" style="padding:28px 28px 12px;border:1px solid #d9e1ea;border-radius:12px;background-color:#ffffff;text-align:left" bgcolor="#ffffff">
<p class="words" style="margin:0 0 16px;font-family:'Segoe UI', Roboto, Helvetica, Arial, sans-serif;font-size:16px;line-height:24px;color:#132238;word-break:break-word;overflow-wrap:anywhere">Hello ${escapeHtml(view.name)},</p>
${view.lines.map((line) => `<p class="words" style="margin:0 0 16px;font-family:'Segoe UI', Roboto, Helvetica, Arial, sans-serif;font-size:16px;line-height:24px;color:#132238;word-break:break-word;overflow-wrap:anywhere;margin:0 0 4px;font-weight:600">${escapeHtml(line.text)}</p>
<p class="small" style="margin:0;font-family:'Segoe UI', Roboto, Helvetica, Arial, sans-serif;font-size:13px;line-height:20px;color:#4a5a70;margin:0 0 14px">${escapeHtml(line.when)}</p>
<table role="presentation" style="margin:0 0 26px" cellspacing="0" cellpadding="0" border="0"><tr><td class="go" style="border-radius:8px;background-color:#0b6b74;text-align:center;mso-padding-alt:11px 22px" bgcolor="#0b6b74"><a class="label" style="display:inline-block;padding:11px 22px;border-radius:8px;font-family:'Segoe UI', Roboto, Helvetica, Arial, sans-serif;font-size:15px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none" href="${escapeHtml(line.href)}">Open in Secura</a></td></tr></table>
`).join('')}</td></tr>
<tr><td style="padding:16px 4px 0;text-align:left">
<p class="small" style="margin:0;font-family:'Segoe UI', Roboto, Helvetica, Arial, sans-serif;font-size:13px;line-height:20px;color:#4a5a70">Secura sends you this because of what you chose to be told of. <a class="link" style="color:#0b6b74;text-decoration:underline" href="${escapeHtml(view.preferences)}">Change what you are told of</a>${view.unsubscribe ? ` or <a class="link" style="color:#0b6b74;text-decoration:underline" href="${escapeHtml(view.unsubscribe)}">stop ${escapeHtml(view.stops)}</a>` : ''}.</p>
</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>`;

export const noticeText = (view: NoticeView): string =>
  `Hello ${oneLine(view.name)},

${view.lines.map((line) => `${oneLine(line.text)}
${oneLine(line.when)}
${oneLine(line.href)}

`).join('')}Secura sends you this because of what you chose to be told of.
Change it: ${oneLine(view.preferences)}
${view.unsubscribe ? `Stop ${oneLine(view.stops)}: ${oneLine(view.unsubscribe)}
` : ''}`;

export const unsubscribeHtml = (view: UnsubscribeView): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escapeHtml(view.title)} · Secura</title>
<style>
:root { color-scheme: light dark; --page: #f3f6fa; --card: #fff; --line: #d9e1ea; --words: #132238; --accent: #0b6b74; --on: #fff }
@media (prefers-color-scheme: dark) { :root { --page: #0b1626; --card: #12213a; --line: #2a3d5c; --words: #e8eef7; --accent: #2dd4bf; --on: #06202a } }
body { margin: 0; padding: 10vh 16px; background: var(--page); color: var(--words); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 30rem; margin: auto; padding: 28px; border: 1px solid var(--line); border-radius: 12px; background: var(--card) }
h1 { margin: 0 0 8px; font-size: 1.35rem }
p { margin: 0 0 20px }
button { min-height: 44px; padding: 0 22px; border: 0; border-radius: 8px; background: var(--accent); color: var(--on); font: 600 1rem system-ui, sans-serif; cursor: pointer }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(view.title)}</h1>
<p>${escapeHtml(view.text)}</p>
${view.asks ? `<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button>Stop them</button></form>
` : ''}</main>
</body>
</html>`;
