import { describe, expect, it } from 'vitest';
import { scopeOf } from './hosts.ts';
import { observableKey, observableTerms } from './identity.ts';
import { stixName, type Observable } from './observable.ts';

const domain = (value: string) => observableKey({ kind: 'domain', value });

describe('what a hunt finds an observable by', () => {
  it('is itself, its host and every domain above, down to the one that was registered', () => {
    const url = { kind: 'url', value: 'https://a.login.evil.co.uk/x' } as const;
    expect(observableTerms(url)).toEqual([observableKey(url), domain('a.login.evil.co.uk'), domain('login.evil.co.uk'), domain('evil.co.uk')]);
    const email = { kind: 'email', value: 'bob@mail.evil.com' } as const;
    expect(observableTerms(email)).toEqual([observableKey(email), domain('mail.evil.com'), domain('evil.com')]);
    expect(observableTerms({ kind: 'domain', value: 'evil.com' })).toEqual([domain('evil.com')]);
  });
  it('is the address of a link to an address', () => {
    const url = { kind: 'url', value: 'http://203.0.113.7:8080/x' } as const;
    expect(observableTerms(url)).toEqual([observableKey(url), observableKey({ kind: 'ip', value: '203.0.113.7' })]);
  });
  it('ends at the customer of a hoster', () => {
    expect(observableTerms({ kind: 'domain', value: 'a.evil.github.io' })).toEqual([domain('a.evil.github.io'), domain('evil.github.io')]);
  });
  it('stays few, however many names somebody puts above his own', () => {
    const value = `${'a.'.repeat(100)}evil.com`;
    expect(observableTerms({ kind: 'domain', value }).length).toBeLessThanOrEqual(10);
    expect(observableTerms({ kind: 'domain', value })).toContain(domain('evil.com'));
  });
  it('tells kinds and values apart', () => {
    expect(new Set([domain('evil.com'), domain('evil.org'), observableKey({ kind: 'url', value: 'evil.com' })]).size).toBe(3);
  });
});

describe('whose an observable is', () => {
  it.each([
    ['email', 'a@sub.secura.com', 'own'],
    ['email', 'a@secura.com.evil.net', 'external'],
    ['url', 'https://user@secura.com/x', 'own'],
    ['url', 'https://secura.com@evil.net/x', 'external'],
    ['url', 'http://[fd00::1]:80/', 'private'],
    ['ip', '198.51.100.4', 'external'],
    ['ip', '192.168.0.0/16', 'private'],
    ['hash', 'ab'.repeat(16), 'external'],
  ] as const)('%s %s is %s', (kind, value, scope) => expect(scopeOf(kind, value, ['secura.com'])).toBe(scope));
});

describe('the name in STIX 2.1', () => {
  it.each([
    [{ kind: 'domain', value: 'evil.com' }, 'domain-name'],
    [{ kind: 'ip', value: '8.8.8.8' }, 'ipv4-addr'],
    [{ kind: 'ip', value: '2a00::1' }, 'ipv6-addr'],
    [{ kind: 'hash', value: 'ab'.repeat(32) }, "file:hashes.'SHA-256'"],
    [{ kind: 'cve', value: 'CVE-2021-44228' }, 'vulnerability'],
    [{ kind: 'iban', value: 'DE89370400440532013000' }, null],
  ] as [Pick<Observable, 'kind' | 'value'>, string | null][])('%o is %s', (observable, name) => expect(stixName(observable)).toBe(name));
});
