import { ArchiveProblem, bounds, Budget } from '../inspect/bounds.ts';
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

function findInside(bytes: Buffer, depth: number, budget: Budget): string | null {
  const found = find(bytes);
  if (found !== null) return found;
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04' && depth < bounds.depth) {
    for (const entry of readZip(bytes)) {
      const inside = entry.folder || entry.encrypted ? null : findInside(unpackEntry(bytes, entry, budget), depth + 1, budget);
      if (inside !== null) return inside;
    }
  } else if (bytes.subarray(0, 1024).includes('%PDF-')) {
    for (const part of pdfStreams(bytes, budget)) {
      const inside = find(part);
      if (inside !== null) return inside;
    }
  }
  return null;
}

/**
 * Knows a handful of signatures, also inside ZIP, Office and PDF; no substitute for a scanner that is kept up to date,
 * and it does not call itself one.
 */
export const embeddedScanner: MalwareScanner = {
  name: 'Embedded signature and structure scanner',
  scan(bytes) {
    try {
      const signature = findInside(bytes, 0, new Budget());
      return Promise.resolve(signature === null ? { infected: false } : { infected: true, signature });
    } catch (error) {
      // What cannot be unpacked was refused by its structure before it came here.
      if (error instanceof ArchiveProblem) return Promise.resolve({ infected: false });
      return Promise.reject(error as Error);
    }
  },
};
