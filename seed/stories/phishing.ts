import { accept, ask, assign, category, check, close, contain, days, hours, investigate, note, reopen, reply, resolve, severity, type Story } from './story.ts';

/** Mails, text messages and pages that fish for passwords. */
const contractMail = `Return-Path: <bounce@bulk-sender.example>
Received: from mx.secura.example (mx.secura.example [192.0.2.10]) by mail.secura.example with ESMTPS; Mon, 2 Nov 2026 07:58:41 +0000
Received: from out7.bulk-sender.example (out7.bulk-sender.example [203.0.113.77]) by mx.secura.example with ESMTP; Mon, 2 Nov 2026 07:58:36 +0000
Authentication-Results: mail.secura.example; spf=softfail smtp.mailfrom=bulk-sender.example; dkim=none; dmarc=fail (p=none) header.from=partner-law.example
From: "Partner Law" <office@partner-law.example>
Reply-To: signing-desk@bulk-sender.example
To: Claire Dubois <claire.dubois@secura.example>
Subject: Contract ready for signature
Date: Mon, 2 Nov 2026 07:58:30 +0000
Message-ID: <8841@bulk-sender.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="part"

--part
Content-Type: text/html; charset=utf-8

<p>Dear colleague,</p><p>the contract waits for your signature until noon:
<a href="https://partner-law.example.signing-desk.example/login?c=8841">https://partner-law.example/contracts/8841</a></p>
<p>Kind regards<br>Partner Law</p>
--part
Content-Type: text/plain; name="terms.txt"
Content-Disposition: attachment; filename="terms.txt"

The terms are those of the last contract.
--part--
`.replaceAll('\n', '\r\n');

export const phishingStories: readonly Story[] = [
  {
    key: 'payroll-portal', by: 1, ago: 26, how: 'saw_it', noticedAfter: 15,
    title: 'Email asking me to confirm my salary account',
    text: 'I got an email from "Payroll Services" with a link to a log-in page that looks like ours, but the address ends in -hr-portal.info. It says my salary will be held back if I do not confirm my password today. I did not click anything.',
    files: [{ name: 'payroll-mail.png', kind: 'picture', seed: 11 }],
  },
  {
    key: 'sharepoint-contract', by: 7, ago: 95, how: 'saw_it',
    title: 'Shared contract that wanted my Microsoft password',
    text: 'A law firm we work with apparently shared a contract with me. I clicked the link in the mail and typed my password before I saw that the page was a fake login. I closed it at once. The sender address does look like theirs.',
    affected: 'My own account, perhaps the shared legal mailbox',
    files: [{ name: 'address-bar.png', kind: 'picture', seed: 12 }, { name: 'contract-mail.eml', kind: 'text', content: contractMail }, { name: 'headers.txt', kind: 'text', content: 'Received: from mail.partner-law.example\nReturn-Path: <bounce@bulk-sender.example>\nSubject: Contract ready for signature\nX-Mailer: PHPMailer 6.1\n' }],
    then: [
      investigate(9),
      ask(3, 'Thank you for telling us so quickly. Please change your password now from another computer. Did you get a prompt on your phone that you approved?'),
      reply(8, 'Changed it just now. There was one prompt and I refused it, it felt wrong.'),
      note(5, 'The page: hxxps[:]//login.partner-law-docs[.]example/sso?id=77 on 203.0.113.24. Mail came from bounce[@]bulk-sender[.]example.'),
      check(12, 2),
    ],
  },
  {
    key: 'parcel-sms', by: 4, ago: days(0, 19), how: 'saw_it',
    title: 'Text message about a parcel on my work phone',
    text: 'I received an SMS with a link saying that a parcel could not be delivered and customs of 1.99 must be paid. We do not expect a parcel. I have not opened the link.',
    then: [accept(40), investigate(5), ask(10, 'Please forward the message to the security mailbox and block the number. Nothing else to do for you.'), reply(35, 'Done, thanks!'), contain(30), resolve(25, 'mitigated', 'The number and the domain behind the link are blocked on all company phones. Nobody else reported it.', 'Bulk text messages sent to published company numbers.')],
  },
  {
    key: 'mailbox-full', by: 5, ago: days(1, 3), how: 'saw_it',
    title: 'Mail says my mailbox is full',
    text: 'The mail says that my mailbox is full and that I must log in through a link to keep receiving messages. The sender is "IT Helpdesk" but from a gmail address. Three colleagues on my shift got the same mail.',
    affected: 'At least four people in the warehouse office',
    then: [investigate(70), ask(12, 'Did any of your colleagues open the link? Please ask around and tell me.'), reply(55, 'I asked all of them. Nobody clicked, one had deleted it already.'), note(20, 'Purged 31 copies from mailboxes with a content search. One user in dispatch opened it from the phone, checking with them. The link: hxxps[:]//mailbox-quota[.]example/renew on 203.0.113.24, sent by bounce[@]bulk-sender[.]example.'), contain(45)],
  },
  {
    key: 'qr-parking', by: 8, ago: days(2, 6), how: 'saw_it',
    title: 'Sticker with a QR code on our parking machine',
    text: 'Somebody put a sticker with a QR code over the one on the parking machine at the side entrance. The page it opens asks for credit card details and does not look like the parking company at all. I took a picture and left it where it is.',
    where: 'Parking lot, side entrance',
    files: [{ name: 'sticker.png', kind: 'picture', seed: 13 }],
    then: [category(100, 'phishing', 'The code leads to a page that collects card data.'), investigate(20), assign(4, 'demo-response'), ask(15, 'Good eyes. Did you scan it with your work phone, and did you type anything?'), reply(42, 'Private phone, typed nothing. A visitor may have paid with it this morning though, reception remembers her.')],
  },
  {
    key: 'docusign-batch', by: 2, ago: days(4, 2), how: 'told_by_colleague',
    title: 'Several people got the same signature request',
    text: 'Many colleagues in our team received a suspicious email with a button to sign a "revised employment handbook". We never sent that. Hovering over the button shows a strange domain. One person said she entered her details.',
    affected: 'About 12 people in human resources',
    then: [severity(25, 'high', 'One person gave her password away and the mail went to a whole department.'), investigate(2), ask(5, 'Who was it that entered her details? We would like to reset that account right away, nobody is in trouble.'), reply(7, 'It was our working student, she is next to me now. She will call you.'), note(25, 'Account reset, sessions ended, no mailbox rules created. Domain registered two days ago.'), check(20, 3), contain(15), resolve(hours(20), 'mitigated', 'One account was reset within the hour, 14 mails were removed, the domain is blocked. No sign that the password was used.', 'The filter let a fresh domain through; the rule for newly registered domains was only logging.')],
  },
  {
    key: 'bank-newsletter', by: 1, ago: days(6, 4), how: 'saw_it',
    title: 'Strange email from our bank',
    text: 'This strange email says that our bank changes its log-in page next month and asks to confirm the account in advance. The logo is a bit blurry. Not sure if it is real.',
    then: [investigate(200), ask(30, 'Could you forward it to us as an attachment, please?'), reply(18, 'Sent. Our account manager at the bank says they do send such mails.'), resolve(90, 'false_positive', 'The mail is genuine: the bank confirmed it and the signatures are valid.', 'The bank really sends such mails.'), close(days(2))],
  },
  {
    key: 'ceo-voice-mail', by: 3, ago: days(9, 5), how: 'saw_it',
    title: 'Voice message as attachment from an unknown sender',
    text: 'I have an email with an attachment called "Voicemail_from_HQ.html". Opening the preview shows a page that asks for my Office 365 password. I did not type anything but I clicked the preview.',
    then: [accept(50), investigate(5), check(30, 2), contain(40), resolve(hours(5), 'mitigated', 'The attachment was removed from 8 mailboxes, HTML attachments from outside are now held back.', 'HTML files were not on the list of blocked attachments.'), close(days(3))],
  },
  {
    key: 'conference-invite', by: 6, ago: days(13, 1), how: 'saw_it',
    title: 'Invitation to speak at a conference that does not exist',
    text: 'Spoofed email from a well-known university inviting me to give a talk. The registration form wants my company login and a passport scan. The real university has no such event on its site.',
    then: [investigate(150), ask(20, 'Did you upload anything to the form?'), reply(31, 'No, I stopped at the passport question.'), contain(60), resolve(days(1), 'mitigated', 'The form was reported to its host and taken down, and the sending domain is blocked.', 'Addresses of researchers were taken from a public paper.'), close(days(4))],
  },
  {
    key: 'shared-inbox-links', by: 4, ago: days(18, 7), how: 'saw_it',
    title: 'Links in customer mails that lead to a fake site',
    text: 'For two days the support inbox gets mails from "customers" with a link in each that leads to a fake website copying our help page. It asks our customers for their credentials.',
    affected: 'Our customers',
    then: [severity(35, 'high', 'Our customers are being targeted with our name.'), investigate(2), note(30, 'Takedown request filed with the registrar, screenshots kept.'), ask(15, 'Please send us every new one you see, we collect the addresses.'), reply(hours(3), 'Four more came in, all forwarded.'), contain(hours(6)), resolve(days(2), 'mitigated', 'Both copies of the help page are offline. Customers were warned on the status page.', 'Our help page could be framed and copied freely; the name was not watched for lookalike domains.'), reopen(days(3), 'A third copy of the page appeared under another domain.'), contain(hours(4)), resolve(hours(26), 'mitigated', 'The third copy is offline too, and lookalike domains are now watched every day.', 'The same kit was put up again with another registrar.')],
  },
  {
    key: 'training-mail', by: 8, ago: days(24, 3), how: 'saw_it',
    title: 'Suspicious mail about a team lunch survey',
    text: 'I think this is a phish: a survey about a team lunch, the link goes through three redirects. I reported it and deleted it.',
    then: [investigate(80), resolve(30, 'benign', 'It was our own awareness exercise. Well spotted.', 'Our own awareness exercise.'), close(hours(20))],
  },
  {
    key: 'travel-refund', by: 3, ago: days(33, 2), how: 'saw_it',
    title: 'Refund for a flight I never took',
    text: 'The email from an airline promises a refund and the link opens a form for my bank card. I entered my name and booking number and then stopped because the sender looked odd.',
    then: [investigate(110), ask(10, 'Was it a real booking number?'), reply(16, 'No, I made one up.'), contain(40), resolve(hours(8), 'mitigated', 'Mail and link are blocked. Nothing useful was given away.', 'Bulk mail with a stolen airline template.'), close(days(5))],
  },
  {
    key: 'tax-office', by: 1, ago: days(47, 6), how: 'saw_it',
    title: 'Fake email from the tax office',
    text: 'Fake email in the finance inbox, supposedly from the tax office, with an attachment "assessment.zip". The spam filter marked it but did not hold it back. Nobody opened the attachment.',
    then: [investigate(190), contain(70), resolve(hours(4), 'mitigated', 'The attachment holds a loader. It was removed everywhere before anybody opened it.', 'Archives with a password inside were not inspected.'), close(days(6))],
  },
  {
    key: 'old-vendor-mail', by: 7, ago: days(66, 4), how: 'saw_it',
    title: 'Phishing mail from an old vendor address',
    text: 'A phishing mail came from the address of a vendor we stopped working with last year. It asks to open a document on a page that wants my login. I did not reply.',
    then: [investigate(240), contain(60), resolve(hours(7), 'mitigated', 'The vendor was told that its mailbox is in foreign hands; the address is blocked.', 'The mailbox of the vendor had been taken over.'), close(days(4))],
  },
];
