import { expect, it } from 'vitest';
import { defang, defangLinks, hostOf, misleads } from './mail.ts';

it('defangs addresses so that no program makes a link of them, and leaves paths readable', () => {
  expect(defang('https://login.evil.example/a.b?c=d.e')).toBe('hxxps[:]//login[.]evil[.]example/a.b?c=d.e');
  expect(defang('http://ana@evil.example')).toBe('hxxp[:]//ana[@]evil[.]example');
  expect(defang('ana@evil.example')).toBe('ana[@]evil[.]example');
  expect(defang('mailto:ana@evil.example')).toBe('mailto[:]ana[@]evil[.]example');
});

it('defangs the web addresses in a text and leaves the rest as it was written, in linear time', () => {
  expect(defangLinks('See https://evil.example/a.b, or HTTP://x.example. Kind regards.')).toBe('See hxxps[:]//evil[.]example/a.b, or hxxp[:]//x[.]example[.] Kind regards.');
  const began = performance.now();
  defangLinks('http://'.repeat(50_000));
  expect(performance.now() - began).toBeLessThan(500);
});

it('finds the host that a browser would go to', () => {
  expect(hostOf('https://bank.example@evil.example:8080/x')).toBe('evil.example');
  expect(hostOf('//CDN.example./x')).toBe('cdn.example');
  expect(hostOf('javascript:alert(1)')).toBeNull();
});

it('says when a link shows one host and leads to another', () => {
  expect(misleads('https://bank.example/login', 'https://evil.example/login')).toBe(true);
  expect(misleads('www.bank.example', 'http://bank.example/')).toBe(false);
  expect(misleads('bank.example', 'https://bank.example.evil.example')).toBe(true);
  expect(misleads('Click here', 'https://evil.example')).toBe(false);
  expect(misleads('version 1.2', 'https://example.com')).toBe(false);
});

it('takes linear time for hostile text', () => {
  const started = performance.now();
  for (const text of ['a.'.repeat(500_000), 'a-'.repeat(500_000), `//${'@'.repeat(1_000_000)}`, ' '.repeat(1_000_000)]) {
    misleads(text, 'https://evil.example');
    defang(text);
    hostOf(text);
  }
  expect(performance.now() - started).toBeLessThan(1500);
});
