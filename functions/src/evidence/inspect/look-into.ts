import type { Evidence } from '@secura/domain/evidence/evidence';
import { fileTypes } from '@secura/domain/evidence/file-types';
import { detail, judge, type Reason } from '@secura/domain/evidence/reasons';
import { ScannerDown, ScannerRefused, type MalwareScanner } from '../scan/port.ts';
import { examine } from './examine.ts';
import type { ReadMail } from './mail.ts';
import { redraw } from './picture.ts';

/** Everything that one look into a file finds. */
export interface Finding extends Pick<Evidence, 'type' | 'reasons' | 'view' | 'thumbnail'> {
  scanner: string | null;
  signature: string | null;
  /** The copy for looking at, where `view` says that there is one. */
  copy: { bytes: Buffer; contentType: string } | null;
  /** A mail taken apart. */
  mail: ReadMail | null;
}

export const nothingFound: Finding = { type: null, reasons: [], view: null, thumbnail: null, scanner: null, signature: null, copy: null, mail: null };

/** Kinds of picture that our decoder does not know: no less pictures for that. */
const undrawn: readonly (string | null)[] = ['heic', 'bmp'];

/** Looks into the bytes of a file: structure, malware, and the copy for looking at where nothing worse was found than a flag. */
export async function lookInto(bytes: Buffer, name: string, scanner: () => Promise<MalwareScanner>): Promise<Finding> {
  const { type, reasons } = examine(bytes, name);
  const scan = await scanWith(scanner, bytes);
  const finding: Finding = { ...nothingFound, type, reasons: [...scan.reasons, ...reasons], scanner: scan.scanner, signature: scan.signature };
  const state = judge(finding.reasons);
  if (type === null || (state !== 'clean' && state !== 'flagged')) return finding;
  if (type === 'eml') return withMail(finding, bytes);
  if (fileTypes[type].family !== 'picture') return finding;
  const picture = await redraw(bytes);
  if (picture === null) return undrawn.includes(type) ? finding : { ...finding, reasons: [...finding.reasons, { code: 'undecodable' }] };
  return { ...finding, view: 'picture', thumbnail: picture.thumbnail, copy: { bytes: picture.view, contentType: 'image/webp' } };
}

async function withMail(finding: Finding, bytes: Buffer): Promise<Finding> {
  const { readMail } = await import('./mail.ts');
  const mail = await readMail(bytes);
  if (mail === null) return { ...finding, reasons: [...finding.reasons, { code: 'unreadable_mail' }] };
  const leftOut: Reason[] = mail.leftOut > 0 ? [{ code: 'attachments_left_out', detail: `${mail.leftOut}` }] : [];
  return { ...finding, reasons: [...finding.reasons, ...leftOut], view: 'mail', mail };
}

async function scanWith(scanner: () => Promise<MalwareScanner>, bytes: Buffer): Promise<{ scanner: string | null; signature: string | null; reasons: Reason[] }> {
  let name: string | null = null;
  try {
    const port = await scanner();
    name = port.name;
    const result = await port.scan(bytes);
    return result.infected ? { scanner: name, signature: result.signature, reasons: [{ code: 'malware', detail: detail(result.signature) }] } : { scanner: name, signature: null, reasons: [] };
  } catch (error) {
    if (error instanceof ScannerDown) return { scanner: name, signature: null, reasons: [{ code: 'scanner_down' }] };
    if (error instanceof ScannerRefused) return { scanner: name, signature: null, reasons: [{ code: 'scanner_refused', detail: detail(error.message) }] };
    throw error;
  }
}
