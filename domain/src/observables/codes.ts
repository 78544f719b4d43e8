import { ibanLength, isBitcoinAddress, isIban } from './checksums.ts';
import type { Reader } from './reader.ts';

/** MD5, SHA-1 and SHA-256 in hex digits. */
export const digests: Reader = function* ({ text, take }) {
  for (const { 0: match, index } of text.matchAll(/(?<![\p{L}\p{N}])[0-9a-f]{32,64}(?![\p{L}\p{N}])/giu)) {
    const value = match.toLowerCase();
    // Long numbers and fillers are no digests, and everybody has an empty file.
    if (![32, 40, 64].includes(match.length) || /^\d+$|^(.)\1+$/.test(value) || emptyFile.has(value) || !take(index, index + match.length)) continue;
    yield { kind: 'hash', value, start: index, end: index + match.length };
  }
};

const emptyFile = new Set([
  'd41d8cd98f00b204e9800998ecf8427e',
  'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
]);

/** Numbers of the CVE list. */
export const vulnerabilities: Reader = function* ({ text, take }) {
  for (const { 0: match, 1: year, 2: number, index } of text.matchAll(/(?<![\p{L}\p{N}])CVE[-\u2010-\u2014_ ]((?:19|20)\d{2})[-\u2010-\u2014_](\d{4,19})(?!\d)/giu)) {
    // The list begins with 1999.
    if (Number(year) < 1999 || !take(index, index + match.length)) continue;
    yield { kind: 'cve', value: `CVE-${year}-${number}`, start: index, end: index + match.length };
  }
};

/** Bitcoin addresses whose checksum holds. */
export const bitcoinAddresses: Reader = function* ({ text, take }) {
  for (const { 0: match, index } of text.matchAll(/(?<![\p{L}\p{N}])(?:[13][1-9A-HJ-NP-Za-km-z]{24,34}|bc1[02-9ac-hj-np-z]{11,87}|BC1[02-9AC-HJ-NP-Z]{11,87})(?![\p{L}\p{N}])/gu)) {
    if (!isBitcoinAddress(match) || !take(index, index + match.length)) continue;
    yield { kind: 'bitcoin', value: match.startsWith('BC1') ? match.toLowerCase() : match, start: index, end: index + match.length };
  }
};

/** IBANs whose check digits hold, in one piece or in groups. */
export const bankAccounts: Reader = function* ({ text, take }) {
  for (const { 0: head, index } of text.matchAll(/(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?=[ \u00a0-]?[A-Z0-9])/giu)) {
    const length = ibanLength(head.slice(0, 2).toUpperCase());
    if (length === undefined) continue;
    let value = head.toUpperCase();
    let end = index + head.length;
    while (value.length < length) {
      const step = /[ \u00a0-]/.test(text[end] ?? '') ? 1 : 0;
      const sign = text[end + step] ?? '';
      if (!/^[A-Za-z0-9]$/.test(sign)) break;
      value += sign.toUpperCase();
      end += step + 1;
    }
    if (!isIban(value) || /[\p{L}\p{N}]/u.test(text[end] ?? '') || !take(index, end)) continue;
    yield { kind: 'iban', value, start: index, end };
  }
};
