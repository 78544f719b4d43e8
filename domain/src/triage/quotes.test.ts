import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutPastedMails, withoutQuotes } from './quotes.ts';

const headers = 'From: IT Desk <it@desk.example>\nSent: Monday, 08:02\nTo: all\nSubject: Mailbox full';
const left = (text: string): string => withoutPastedMails(text).replace(/\s+/g, ' ').trim();

describe('a pasted mail', () => {
  it('reaches from its headers to where the reporter speaks again', () => {
    expect(left(`Is this real?\n\n${headers}\n\nDear user, your files are encrypted.\n\nI did not click.`)).toBe('Is this real? I did not click.');
    expect(left(`Is this real?\n\n${headers}\nYour files are encrypted.\n\nTwo of our people opened it.`)).toBe('Is this real? Two of our people opened it.');
  });

  it('goes on through paragraphs that speak to who got it, and to where it is signed', () => {
    expect(left(`${headers}\n\nDear user, your mailbox is full.\n\nYour account is deleted right now.\n\nEverything is encrypted.\n\nRegards,\nThe desk\n\nI typed my password.`)).toBe('I typed my password.');
  });

  it('is over before the reporter signs what he says himself', () => {
    expect(left(`${headers}\n\nDear user, confirm your account.\n\nI typed my password.\n\nRegards, Tom`)).toBe('I typed my password. Regards, Tom');
  });

  it.each(['-----Original Message-----', '---------- Forwarded message ---------', 'Begin forwarded message:', '---- Forwarded ----'])('begins at %j as well', (mark) => {
    expect(left(`See below.\n\n${mark}\nAll customers: transfer the money now.`)).toBe('See below.');
  });

  it('may be headers alone, answered at once by the reporter', () => {
    expect(left(`${headers}\n\nI opened it and typed my password.`)).toBe('I opened it and typed my password.');
    expect(left(`${headers}\n\nNobody opened it.`)).toBe('Nobody opened it.');
  });

  it('ends before lines about the reporter in the same paragraph', () => {
    expect(left(`${headers}\nConfirm your account.\nI clicked and typed my password.`)).toBe('I clicked and typed my password.');
  });

  it.each(['From: reception, second floor. A man walked in.', 'Subject: something strange\nis going on.', 'I forwarded the original message to you.', 'To: be honest\nI am not sure.', 'It was sent from: nowhere'])('is not %j', (text) => {
    expect(withoutPastedMails(text)).toBe(text);
  });

  it('leaves every place where it was', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(headers, '\n', '\n\n', '-----Original Message-----\n', 'I clicked. ', 'Your files. ', 'Regards,\n'), fc.string({ unit: 'binary', maxLength: 40 })), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const shown = withoutPastedMails(text);
        expect(shown.length).toBe(text.length);
        expect(Array.from({ length: text.length }, (_, place) => (shown[place] === ' ' ? text[place] : shown[place])).join('')).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['headers without end', 'From: a\n'.repeat(20_000)],
    ['marks without end', '-----Original Message-----\n'.repeat(8000)],
    ['mails without end', `${headers}\n\nDear you, your.\n\n`.repeat(2500)],
    ['dashes', '-'.repeat(200_000)],
    ['blanks before a header', `${' '.repeat(200_000)}From: a`],
    ['words about oneself', `${headers}\n${'I me my\n'.repeat(20_000)}`],
    ['paragraphs to somebody', `${headers}\n${'\nyou your\n'.repeat(20_000)}`],
  ])('is found in %s in no time', (_, text) => {
    const started = performance.now();
    withoutPastedMails(text);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

it('marked lines are quoted wherever they stand', () => {
  expect(withoutQuotes('> a\nb\n>c')).toBe('   \nb\n  ');
});
