import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { severities } from '../incidents/vocabulary.ts';
import { wellFormed } from '../platform/clean.ts';
import { analyse as analyseWith } from './analyse.ts';
import { certaintyOf } from './certainty.ts';
import { decodeModel } from './model.ts';
import type { TriageInput } from './result.ts';

const model = decodeModel(readFileSync(new URL('../../models/triage.bin', import.meta.url)));
const analyse = (input: TriageInput) => analyseWith(input, model);

const report = (title: string, description = '') => analyse({ title, description });

describe('triage', () => {
  test.each([
    ['Suspicious phishing email received', 'It asks me to verify my account through a link.', 'phishing'],
    ['Ransom note on my screen', 'All my files are encrypted and they want bitcoin.', 'malware'],
    ['Somebody logged in from Brazil', 'I got a sign-in from a country I have never been to.', 'unauthorized_access'],
    ['Sent salary list to the wrong person', 'I accidentally sent the file to the wrong recipient.', 'data_breach'],
    ['Caller pretended to be Microsoft support', 'He called me and wanted a remote session.', 'social_engineering'],
    ['My laptop was stolen', 'Somebody took it out of my car.', 'physical_security'],
    ['Colleague copied the customer list', 'He resigned last week and sent it to his personal email.', 'insider_threat'],
    ['DDoS on our shop', 'Millions of requests, the website is down.', 'denial_of_service'],
  ])('knows %s', (title, description, category) => {
    expect(report(title, description).category).toBe(category);
  });

  test.each([
    ['Coffee machine broken', 'The coffee machine on floor 2 is broken again.'],
    ['Printer out of paper', 'Please refill.'],
    ['', ''],
    ['asdf', 'qwer zxcv'],
    ['Нужна помощь', 'Ничего не работает, пожалуйста, посмотрите.'],
  ])('calls %s neither malware nor critical', (title, description) => {
    const { category, severity } = report(title, description);
    expect(category).toBe('other');
    expect(severity.level).toBe('low');
  });

  test.each([['', ''], ['Нужна помощь', 'Ничего не работает, пожалуйста, посмотрите.'], ['zxqv', 'brrq wkkt ploof']])(
    'says that it does not understand “%s”, and names no words',
    (title, description) => {
      const { confidence, reasons, alternatives } = report(title, description);
      expect([confidence, reasons, alternatives]).toEqual([0.1, [], []]);
    },
  );

  test.each([
    'Ich habe auf den Link in der E-Mail geklickt und mein Passwort eingegeben.', 'Im Lager wurde eingebrochen, zwei Notebooks fehlen.', 'Der Drucker im dritten Stock ist kaputt, bitte reparieren.', 'La machine à café est en panne',
    'J’ai reçu un mail étrange avec un lien', 'Han robado un portátil de la oficina', 'La impresora no funciona', 'Il server non risponde da stamattina', 'Mijn laptop is gestolen uit de auto', 'Skradziono mi laptop z samochodu',
    'Recebi um email suspeito e cliquei no link', 'Min laptop blev stulen ur bilen', 'Saya menerima email aneh dan klik link yang itu', '12345 67890 111 222 333', '10.0.0.1 10.0.0.2 192.168.1.1', '$5 $100 $2000', 'the of and to in', 'ERROR 500',
  ])('calls what it has not learned to read unclear, never the largest class: %s', (description) => {
    expect(report('', description)).toMatchObject({ category: 'other', confidence: 0.1, reasons: [], severity: { level: 'low' } });
  });

  test('reads what is said in English about a mail in another language', () => {
    const { category, confidence, severity } = report('Strange mail', 'I got this mail and entered my password on the page behind the link.\nSehr geehrte Kundin, Ihr Konto wurde gesperrt. Bitte melden Sie sich hier an und bestätigen Sie Ihre Daten.');
    expect([category, certaintyOf(confidence)]).toEqual(['phishing', 'likely']);
    expect(severity.factors.some(({ key }) => key === 'credentials')).toBe(true);
    expect(report('Stolen laptop', 'My laptop was stolen out of the car in Jerez de la Frontera yesterday.').category).toBe('physical_security');
  });

  test('says what to add to a report that is too vague, and asks no more of one that says enough', () => {
    const vague = report('help', 'something is wrong with my laptop pls come');
    expect(vague).toMatchObject({ category: 'other', finding: 'Too little to go by. The reporter is asked for more.', missing: ['what you saw or heard, word for word where you can', 'what you did before and after'] });
    expect(vague.advice.at(-1)).toContain('what you did before and after');
    for (const [title, text] of [['Coffee machine broken', 'The coffee machine on floor 2 is broken again.'], ['My laptop was stolen', 'Somebody took it out of my car.']] as const) expect(report(title, text).missing).toBeUndefined();
    expect(report('', 'Mein Laptop wurde gestern im Zug gestohlen').finding).toContain('Not in English');
  });

  test('names the words that moved it, the strongest first, in the letters of the report', () => {
    const { reasons, category } = report('Handbag', 'Somebody STOLE my work laptop out of the car, the window is broken.');
    expect(category).toBe('physical_security');
    expect(reasons[0]?.text).toMatch(/STOLE|laptop|car|window|Handbag/);
    const weights = reasons.filter(({ weight }) => weight > 0).map(({ weight }) => weight);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  test('reads through disguises: zero-width characters, look-alike letters, accents', () => {
    const plain = report('Phishing', 'A phishing mail asks me to verify my password on a fake page.');
    const disguised = report('Phi\u200bshing', 'A phіshіng mаil asks me to verify my pássword on a fake page.');
    expect(disguised.category).toBe(plain.category);
    expect(disguised.confidence).toBe(plain.confidence);
  });

  test('is not moved by shouting, nor by what a quoted mail says', () => {
    const calm = report('Phishing email', 'I got a phishing email. I did not click.');
    const loud = report('URGENT!!! Phishing email', 'I GOT A PHISHING EMAIL. URGENT URGENT. I did not click.\n> All customers: your files are encrypted, transfer bitcoin right now');
    expect(loud.severity.points).toBe(calm.severity.points);
  });

  test.each([
    ['From: Security <it@secure-login.example>\nSent: Monday\nTo: all\nSubject: URGENT CRITICAL\n\nDear customer, all servers of the whole company are encrypted right now. Patients are in danger, pay the ransom immediately.'],
    ['-----Original Message-----\nFrom: CEO\nSubject: urgent\n\nYour domain controller and all backups are being deleted, ransomware is spreading to all computers right now.\n\nRegards'],
  ])('counts what a pasted mail threatens neither for the severity nor for the kind', (mail) => {
    for (const own of ['I got this phishing mail. I did not click.', 'Is this real?']) {
      const [bare, pasted] = [report('Suspicious email', own), report('Suspicious email', `${own}\n\n${mail}`)];
      expect([pasted.category, pasted.severity.level]).toEqual(['phishing', bare.severity.level]);
      expect(pasted.severity.points - bare.severity.points).toBeLessThanOrEqual(0.5 + 1e-9);
    }
  });

  test('counts what the reporter says after a pasted mail', () => {
    const { severity } = report('Phishing email', 'From: Desk <d@desk.example>\nSubject: Mailbox full\n\nDear user, sign in here.\n\nI clicked the link and entered my password.');
    expect(severity.factors.find(({ key }) => key === 'credentials')?.span?.text.toLowerCase()).toBe('entered my password');
  });

  test('reads in a pasted mail what happened where nobody deceives', () => {
    const { severity } = report('Sign-in notice', 'Somebody logged in to my account.\n\nFrom: Account Team\nSubject: Unusual sign-in\nThe administrator account of the payment system was used from Brazil.');
    expect(severity.factors.some(({ key }) => key === 'critical-system')).toBe(true);
  });

  test('rates a phishing mail higher where a password was given away, and names the words', () => {
    const { severity } = report('Phishing email', 'I clicked the link and entered my password on a fake login page.');
    const factor = severity.factors.find(({ key }) => key === 'credentials');
    expect(factor?.span?.text.toLowerCase()).toBe('entered my password');
    expect(severities.indexOf(severity.level)).toBeGreaterThanOrEqual(severities.indexOf('high'));
  });

  const factorsOf = (title: string, text: string) => report(title, text).severity.factors.map(({ key, span, points }) => [key, span?.text, points]);

  test('counts a deadline that somebody sets, and a way in that others know, but not the deadline of a phishing mail', () => {
    expect(factorsOf('Ransom note', 'All files on the server are encrypted and a note says they publish our data on Friday unless we pay.')).toContainEqual(['deadline', 'publish our data on Friday', 0.5]);
    expect(factorsOf('Web shop', 'Somebody logged in to the admin account of our web shop, it runs an unpatched version, CVE-2026-1234.')).toContainEqual(['exploitable', 'unpatched', 0.5]);
    for (const key of ['deadline', 'exploitable']) {
      expect(factorsOf('Phishing email', 'I got a phishing email: they delete my mailbox tomorrow unless I pay. I did not click.').map(([found]) => found)).not.toContain(key);
      expect(factorsOf('Project deadline', 'The coffee machine is broken and the deadline is on Friday.').map(([found]) => found)).not.toContain(key);
    }
  });

  test('hears from who or what is affected how far it reaches, and nothing that makes it smaller', () => {
    const told = { title: 'Mail to the wrong person', description: 'I sent a list to the wrong recipient.' };
    const plain = analyse(told).severity;
    const many = analyse({ ...told, affected: 'All customers, 4,200 patients' }).severity;
    expect(many.points).toBeGreaterThan(plain.points + 1);
    expect(many.factors.find(({ key }) => key === 'thousands')?.span).toEqual({ field: 'affected', start: 15, end: 29, text: '4,200 patients' });
    for (const affected of ['nobody, nothing was opened, false alarm, contained', '', null]) expect(analyse({ ...told, affected }).severity).toEqual(plain);
    const context = { reporter: { department: 'Sales', role: 'employee' as const }, assets: [{ name: 'Payroll', criticality: 'critical' as const }], sensitiveDepartments: [] };
    expect(analyseWith({ ...told, affected: 'the payroll' }, model, undefined, context).severity.factors.find(({ key }) => key === 'asset')?.span?.field).toBe('affected');
  });

  test('takes encryption for a protection where a device was lost, never where somebody encrypted a server', () => {
    expect(factorsOf('Laptop stolen', 'My laptop was stolen from the car, it is encrypted.').map(([key]) => key)).toContain('returned');
    expect(factorsOf('Ransomware', 'Ransomware: our file server is encrypted and nobody can work.').map(([key]) => key)).not.toContain('returned');
  });

  test('says how far the next level is', () => {
    const { severity } = report('My laptop was stolen', 'From my car.');
    expect(severity.next?.pointsAway).toBeGreaterThan(0);
  });

  test('answers any text with spans that lie in it, shares of confidence, and a plan', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 2000 }), (title, description) => {
      const result = analyse({ title, description });
      expect(result.confidence).toBeGreaterThan(0);
      expect(result.confidence).toBeLessThanOrEqual(1);
      expect(result.plan.length).toBeGreaterThan(0);
      expect(wellFormed(result)).toBe(result);
      for (const reason of result.reasons) expect({ title, description, picture: '', affected: '' }[reason.field].slice(reason.start, reason.end)).toBe(reason.text);
    }), { numRuns: 60 });
  });

  test('stores only whole characters of what is written in letters of two units, as deceivers write', () => {
    const two = (text: string) => [...text].map((letter) => (/[a-z]/.test(letter) ? String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97) : letter)).join('');
    const result = report(two('stolen laptop and phishing mail'), two('i clicked the link in the phishing email and entered my password on the page, then files were encrypted. ').repeat(8));
    expect(result.reasons.length).toBeGreaterThan(0);
    expect(wellFormed(result)).toBe(result);
  });

  test.each([
    ['one endless word', 'a'.repeat(5000)],
    ['endless blanks', `email ${' '.repeat(4900)} click`],
    ['a cue that never ends', 'email word '.repeat(450)],
    ['hyphens', 'sent-'.repeat(1000)],
  ])('reads %s in no time', (_, description) => {
    analyse({ title: '', description: 'warm' });
    const started = performance.now();
    analyse({ title: '', description });
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
