import { createHash } from 'node:crypto';
import { createId } from '@secura/domain/platform/ids';

/** An id that looks like any other and is the same on every seeding, made from names. */
export function stableId(...names: readonly (string | number)[]): string {
  const hash = createHash('sha256').update(names.join('/')).digest();
  return createId((bytes) => {
    bytes.set(hash.subarray(0, bytes.length));
    return bytes;
  });
}

/** A number below `bound` that is the same on every seeding. */
export function stableNumber(bound: number, ...names: readonly (string | number)[]): number {
  return createHash('sha256').update(names.join('/')).digest().readUInt32BE(0) % bound;
}
