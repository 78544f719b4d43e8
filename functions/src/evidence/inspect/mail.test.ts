import { describe, expect, it } from 'vitest';
import { readHtml } from './html-links.ts';
import { readMail } from './mail.ts';

const mail = (headers: string, body: string): Buffer => Buffer.from(`${headers.trim().replace(/\n/g, '\r\n')}\r\n\r\n${body.replace(/\n/g, '\r\n')}`);

const phish = mail(
  `
Return-Path: <bounce@bulk.example>
Received: from mx2.corp.example (mx2.corp.example [10.0.0.2]) by mail.corp.example with ESMTPS; Mon, 2 Nov 2026 08:00:12 +0000
Received: from out.bulk.example (out.bulk.example [203.0.113.9]) by mx2.corp.example with ESMTP id 1; Mon, 2 Nov 2026 08:00:02 +0000 (UTC)
Authentication-Results: mail.corp.example; spf=fail smtp.mailfrom=bulk.example; dkim=none; dmarc=fail (p=reject) header.from=bank.example
Authentication-Results: forged.example; spf=pass
From: "Your Bank" <service@bank.example>
Reply-To: collect@evil.example
To: Ana <ana@corp.example>
Subject: =?utf-8?B?VmVyaWZ5IHlvdXIgYWNjb3VudA==?=
Date: Mon, 2 Nov 2026 08:00:00 +0000
Message-ID: <1@bulk.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b`,
  `--b
Content-Type: text/html; charset=utf-8

<style>p{}</style><p>Please <a href="https://evil.example/login?u=1&amp;v=2">https://bank.example/login</a></p>
<a href='https://bank.example/imprint'>Imprint</a><form action="http://evil.example/post"><script>alert(1)</script>
--b
Content-Type: application/octet-stream; name="../../invoice.pdf.exe"
Content-Disposition: attachment; filename="../../invoice.pdf.exe"
Content-Transfer-Encoding: base64

TVqQAAMAAAAEAAAA
--b--
`,
);

describe('a phishing mail', () => {
  it('is taken apart as an analyst wants to see it', async () => {
    const { view, attachments } = (await readMail(phish))!;
    expect(view).toMatchObject({
      from: 'Your Bank <service@bank.example>', replyTo: 'collect@evil.example', to: ['Ana <ana@corp.example>'], subject: 'Verify your account', messageId: '<1@bulk.example>',
    });
    expect(view.hops).toEqual([
      { from: 'out.bulk.example', by: 'mx2.corp.example', at: '2026-11-02T08:00:02.000Z', delay: null },
      { from: 'mx2.corp.example', by: 'mail.corp.example', at: '2026-11-02T08:00:12.000Z', delay: 10 },
    ]);
    expect(view.authentication.map(({ method, result, by }) => [method, result, by])).toEqual([
      ['spf', 'fail', 'mail.corp.example'], ['dkim', 'none', 'mail.corp.example'], ['dmarc', 'fail', 'mail.corp.example'],
    ]);
    expect(view.links).toEqual([
      { text: 'https://bank.example/login', target: 'https://evil.example/login?u=1&v=2', misleads: true },
      { text: 'Imprint', target: 'https://bank.example/imprint', misleads: false },
      { text: '(a form that sends what is typed)', target: 'http://evil.example/post', misleads: false },
    ]);
    expect(view.text).not.toContain('alert');
    expect(attachments.map(({ name, bytes }) => [name, bytes.subarray(0, 2).toString()])).toEqual([['.. .. invoice.pdf.exe', 'MZ']]);
  });
});

describe('a hostile mail', () => {
  it('nested without end, or all headers, is given up in time', async () => {
    const started = performance.now();
    expect(await readMail(mail('From: a@b.example\nTo: c@d.example\nContent-Type: multipart/mixed; boundary=b0', Array.from({ length: 200 }, (_, level) => `--b${level}\nContent-Type: multipart/mixed; boundary=b${level + 1}\n\n`).join('')))).toBeNull();
    await readMail(mail(`From: a@b.example\n${'Received: from x by y; z\n'.repeat(60_000)}To: c@d.example`, 'x'));
    await readMail(mail('From: a@b.example\nTo: c@d.example\nContent-Type: text/html', '<a href='.repeat(1_000_000)));
    await readMail(mail('From: a@b.example\nTo: c@d.example', 'http://'.repeat(1_000_000)));
    expect(performance.now() - started).toBeLessThan(6000);
  });

  it('with a mail inside keeps that as an attachment', async () => {
    const { attachments } = (await readMail(mail('From: a@b.example\nTo: c@d.example\nContent-Type: message/rfc822', 'From: inner@b.example\nSubject: inner\n\nText')))!;
    expect(attachments).toMatchObject([{ name: 'attachment-1.eml', type: 'message/rfc822' }]);
  });
});

describe('HTML', () => {
  it('is read as text, in time that grows with its length alone', () => {
    expect(readHtml('<p>One &amp; two&#8217;s<br>three</p><script>alert(1)</script>')).toEqual({ text: 'One & two’s\nthree', links: [] });
    const started = performance.now();
    for (const part of ['<a ', '<', '<script>', '<style></style>', '<a href="', '&#', '<head><head>']) readHtml(part.repeat(2_000_000 / part.length));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
