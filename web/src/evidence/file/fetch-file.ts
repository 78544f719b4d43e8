import type { EvidenceLink } from '@secura/domain/evidence/operations';
import { callOperation, OperationError } from '../../firebase/operations.ts';

export interface OpenRequest {
  incidentId: string;
  evidenceId: string;
  what: 'view' | 'file';
  purpose: string;
  reason?: string;
  confirm?: string;
  pixels?: number;
  direct?: boolean;
}

/** A file that was fetched; its link is used up. */
export interface FetchedFile {
  blob: Blob;
  name: string;
  password: string | null;
}

/**
 * Asks for a file, which the history records, and fetches it.
 * @throws OperationError with a sentence for the person
 */
export async function fetchFile(request: OpenRequest): Promise<FetchedFile> {
  const link = await callOperation<OpenRequest, EvidenceLink>('evidence.open', request);
  const answer = await fetch(link.url).catch(() => null);
  // Pictures may be given out by somebody else, who may be out of order: our own copy is asked for, which is recorded too.
  if (!answer?.ok && !request.direct && new URL(link.url, location.href).origin !== location.origin) return fetchFile({ ...request, direct: true });
  if (!answer) throw new OperationError('unreachable', 'The file could not be loaded. Check your connection and try again.');
  if (!answer.ok) {
    const told = (await answer.json().catch(() => null)) as { error?: { code?: string; message?: string } } | null;
    throw new OperationError(told?.error?.code ?? 'internal', told?.error?.message ?? 'The file could not be loaded. Try again.');
  }
  return { blob: await answer.blob(), name: link.name, password: link.password };
}

/** Lets the browser save bytes as a file, never show them. */
export function saveAs(blob: Blob, name: string): void {
  const url = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
