import { ArchiveProblem, bounds, Budget } from '../inspect/bounds.ts';
import { partsOfMail } from '../inspect/mail.ts';
import { pdfStreams } from '../inspect/pdf.ts';
import { readZip, unpackEntry } from '../inspect/zip.ts';
import type { MalwareScanner } from './port.ts';

// Put together, so that this source is not itself taken for the test file.
const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join(''), 'latin1');
const gtube = Buffer.from(['XJS*C4JDBQADN1.NSBN3*2IDNEN*', 'GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X'].join(''), 'latin1');

/** What is known by its bytes: the industry's two harmless test files, and tools that carry their own name. */
const signatures: readonly [name: string, bytes: Buffer][] = [
  ['EICAR-Test-File', eicar],
  ['GTUBE-Test-Mail', gtube],
  ['HackTool.Mimikatz', Buffer.from('gentilkiwi (Benjamin DELPY)', 'utf16le')],
  ['HackTool.Mimikatz', Buffer.from('sekurlsa::logonpasswords', 'utf16le')],
  ['Trojan.Meterpreter', Buffer.from('metsrv.x64.dll', 'latin1')],
];

function find(bytes: Buffer): string | null {
  return signatures.find(([, signature]) => bytes.includes(signature))?.[0] ?? null;
}

/** Begins with a field and packs something: a mail, or what a mail program takes for one. */
function isLikeMail(bytes: Buffer): boolean {
  return /^(\ufeff|\s)*[A-Za-z0-9-]{2,60}:/.test(bytes.subarray(0, 200).toString('utf8')) && /content-transfer-encoding/i.test(bytes.toString('latin1'));
}

async function findInside(bytes: Buffer, depth: number, budget: Budget): Promise<string | null> {
  const found = find(bytes);
  if (found !== null) return found;
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04' && depth < bounds.depth) {
    for (const entry of readZip(bytes)) {
      const inside = entry.folder || entry.encrypted ? null : await findInside(unpackEntry(bytes, entry, budget), depth + 1, budget);
      if (inside !== null) return inside;
    }
  } else if (bytes.subarray(0, 1024).includes('%PDF-')) {
    for (const part of pdfStreams(bytes, budget)) {
      const inside = find(part);
      if (inside !== null) return inside;
    }
  } else if (depth < bounds.depth && isLikeMail(bytes)) {
    for (const part of await partsOfMail(bytes)) {
      budget.spend(part.length);
      const inside = await findInside(part, depth + 1, budget);
      if (inside !== null) return inside;
    }
  }
  return null;
}

/**
 * Knows a handful of signatures, also inside ZIP, Office, PDF and what is attached to a mail; no substitute for a scanner that is kept up to date,
 * and it does not call itself one.
 */
export const embeddedScanner: MalwareScanner = {
  name: 'Embedded signature and structure scanner',
  async scan(bytes) {
    try {
      const signature = await findInside(bytes, 0, new Budget());
      return signature === null ? { infected: false } : { infected: true, signature };
    } catch (error) {
      // What cannot be unpacked was refused or flagged by its structure before it came here.
      if (error instanceof ArchiveProblem) return { infected: false };
      throw error;
    }
  },
};
