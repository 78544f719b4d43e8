import type { Evidence } from '@secura/domain/evidence/evidence';
import { fileTypes } from '@secura/domain/evidence/file-types';
import { detail, judge, type Reason } from '@secura/domain/evidence/reasons';
import { ScannerDown, ScannerRefused, type MalwareScanner } from '../scan/port.ts';
import { bounds, Budget } from './bounds.ts';
import { examine } from './examine.ts';
import { readMail, type ReadMail } from './mail.ts';
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
  if (type === null || state === 'failed' || state === 'refused') return finding;
  // With malware attached it is still what tells the story: its words are read, the file stays locked away.
  if (type === 'eml') return withMail(finding, bytes);
  if (state === 'infected') return finding;
  if (fileTypes[type].family !== 'picture') return finding;
  const picture = await redraw(bytes);
  if (picture === null) return undrawn.includes(type) ? finding : { ...finding, reasons: [...finding.reasons, { code: 'undecodable' }] };
  return { ...finding, view: 'picture', thumbnail: picture.thumbnail, copy: { bytes: picture.view, contentType: 'image/webp' } };
}

async function withMail(finding: Finding, bytes: Buffer): Promise<Finding> {
  const mail = await readMail(bytes);
  if (mail === null) return { ...finding, reasons: [...finding.reasons, { code: 'unreadable_mail' }] };
  const leftOut: Reason[] = mail.leftOut > 0 ? [{ code: 'attachments_left_out', detail: `${mail.leftOut}` }] : [];
  const attached = await attachedReasons(mail, 0, new Budget());
  return { ...finding, reasons: [...finding.reasons, ...attached.slice(0, mostAttachedReasons), ...leftOut], view: 'mail', mail };
}

const mostAttachedReasons = 12;

/** What a mail carries leaves with it: so that each of it counts against the mail, as what lies in an archive does. */
async function attachedReasons({ carried }: ReadMail, depth: number, budget: Budget): Promise<Reason[]> {
  const reasons: Reason[] = [];
  for (const { name, bytes } of carried) {
    if (bytes.length === 0) continue;
    const active: Reason = { code: 'attached_active', detail: detail(name) };
    const { type, reasons: inside } = examine(bytes, name, budget);
    if (inside.some(({ code }) => code === 'program')) reasons.push({ code: 'attached_program', detail: detail(name) });
    else if (inside.some(({ code }) => code !== 'unknown_type')) reasons.push(active);
    else if (type === 'eml') {
      const mail = depth < bounds.depth ? await readMail(bytes) : null;
      reasons.push(...(mail ? await attachedReasons(mail, depth + 1, budget) : [active]));
    }
  }
  return reasons;
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
