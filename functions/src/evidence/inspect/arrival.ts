import type { Evidence } from '@secura/domain/evidence/evidence';
import type { Reason } from '@secura/domain/evidence/reasons';
import { sha256 } from '../../platform/storage.ts';

/**
 * Holds what arrived against what was announced, before anybody looks inside.
 * @param bytes `too-large` when there are more than are read, null when there are none
 */
export function judgeArrival({ size, sha256: announced }: Pick<Evidence, 'size' | 'sha256'>, bytes: Buffer | 'too-large' | null): Reason[] {
  if (bytes === null) return [{ code: 'missing' }];
  if (bytes === 'too-large') return [{ code: 'too_large' }];
  if (bytes.length === 0) return [{ code: 'empty' }];
  if (bytes.length !== size) return [{ code: 'size_differs' }];
  return sha256(bytes) === announced ? [] : [{ code: 'hash_differs' }];
}
