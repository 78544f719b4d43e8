import { sha256 } from '@noble/hashes/sha2.js';
import { bech32, bech32m, createBase58check } from '@scure/base';

/** Length of an IBAN by country: the SWIFT IBAN registry, release 99. */
const ibanLengths: Record<string, number> = {
  AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BI: 27, BR: 29, BY: 28, CH: 21, CR: 22, CY: 28, CZ: 24, DE: 22, DJ: 27, DK: 18,
  DO: 28, EE: 20, EG: 29, ES: 24, FI: 18, FK: 18, FO: 18, FR: 27, GB: 22, GE: 22, GI: 23, GL: 18, GR: 27, GT: 28, HN: 28, HR: 21, HU: 28, IE: 22, IL: 23,
  IQ: 23, IS: 26, IT: 27, JO: 30, KW: 30, KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20, LU: 20, LV: 21, LY: 25, MC: 27, MD: 24, ME: 22, MK: 19, MN: 20, MR: 27,
  MT: 31, MU: 30, NI: 28, NL: 18, NO: 15, OM: 23, PK: 24, PL: 28, PS: 29, PT: 25, QA: 29, RO: 24, RS: 22, RU: 33, SA: 24, SC: 31, SD: 18, SE: 24, SI: 19,
  SK: 24, SM: 27, SO: 23, ST: 25, SV: 28, TL: 23, TN: 24, TR: 26, UA: 29, VA: 22, VG: 24, XK: 20, YE: 30,
};

/** How long an IBAN of this country is; undefined where there are none. */
export const ibanLength = (country: string): number | undefined => (Object.hasOwn(ibanLengths, country) ? ibanLengths[country] : undefined);

/** Whether the check digits of an IBAN hold (ISO 13616: the number, letters as 10 to 35, is 1 modulo 97). Upper case, no blanks. */
export function isIban(value: string): boolean {
  if (value.length !== ibanLength(value.slice(0, 2)) || !/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(value)) return false;
  let rest = 0;
  for (const sign of value.slice(4) + value.slice(0, 4)) {
    const number = parseInt(sign, 36);
    rest = (rest * (number > 9 ? 100 : 10) + number) % 97;
  }
  return rest === 1;
}

const base58check = createBase58check(sha256);

/** Whether a Bitcoin main-net address holds its own checksum: base58check (P2PKH, P2SH), bech32 (BIP 173) or bech32m (BIP 350). */
export function isBitcoinAddress(value: string): boolean {
  try {
    if (!/^bc1/i.test(value)) {
      const payload = base58check.decode(value);
      return payload.length === 21 && (payload[0] === 0x00 || payload[0] === 0x05);
    }
    const address = value as `bc1${string}`;
    // Version 0 is spelled in bech32, every later one in bech32m; its sign follows "bc1".
    const code = /^bc1q/i.test(value) ? bech32 : bech32m;
    const [version = 17, ...words] = code.decode(address, 90).words;
    const { length } = code.fromWords(words);
    return version <= 16 && (version === 0 ? length === 20 || length === 32 : length >= 2 && length <= 40);
  } catch {
    return false;
  }
}
