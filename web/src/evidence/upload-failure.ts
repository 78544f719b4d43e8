import type { Failure } from './upload-queue.ts';

const sentences: Record<string, string> = {
  'storage/unauthorized': 'The server did not take this file. You may no longer see this incident, or it has 25 files or 100 MB already.',
  'storage/quota-exceeded': 'The file store of your organisation is full. Tell your security team.',
  'permission-denied': 'The server did not take this file. You may no longer see this incident, or it has 25 files or 100 MB already.',
  'resource-exhausted': 'The database of your organisation is over its limit. Tell your security team.',
  'invalid-argument': 'The server could not read what was sent about this file. Tell your security team.',
};

/** What an error of the file store or the database means for a file that waits. */
export function judge(error: unknown): Failure {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  const sentence = sentences[code];
  if (!sentence) return { kind: 'later' };
  return { kind: code === 'storage/unauthorized' || code === 'permission-denied' ? 'refused' : 'hopeless', sentence };
}
