const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A client-made id with 125 random bits: a report retried after a lost network is the same document.
 * Random throughout, not time-ordered: Firestore splits hot key ranges badly.
 * @returns 25 characters of Crockford's base 32
 */
export function createId(random: (bytes: Uint8Array) => Uint8Array = fillRandom): string {
  let id = '';
  for (const byte of random(new Uint8Array(25))) id += alphabet[byte & 31];
  return id;
}

function fillRandom(bytes: Uint8Array): Uint8Array {
  return (globalThis as unknown as { crypto: { getRandomValues(b: Uint8Array): Uint8Array } }).crypto.getRandomValues(bytes);
}
