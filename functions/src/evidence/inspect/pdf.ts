import { inflateSync } from 'node:zlib';
import { detail, type Reason } from '@secura/domain/evidence/reasons';
import { ArchiveProblem, type Budget } from './bounds.ts';

// What makes a PDF act: scripts, starting programs, files inside, forms that send themselves (ISO 32000-2, 12.6).
const active = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE)(?![A-Za-z0-9])/g;

/** What speaks against a PDF, its packed parts included. */
export function examinePdf(bytes: Buffer, budget: Budget): Reason[] {
  const found = new Set<string>();
  const look = (part: Buffer): void => {
    // A name may be written with numbers: /J#61vaScript.
    const text = part.toString('latin1').replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    for (const match of text.matchAll(active)) found.add(match[1]!);
  };
  look(bytes);
  for (const part of pdfStreams(bytes, budget)) look(part);
  const reasons: Reason[] = found.size > 0 ? [{ code: 'pdf_active', detail: detail([...found].join(', ')) }] : [];
  if (/\/Encrypt(?![A-Za-z0-9])/.test(bytes.toString('latin1'))) reasons.push({ code: 'encrypted', detail: 'PDF' });
  return reasons;
}

/** Beginnings that may share one end: a word in a text can look like one. More are somebody's trick to cost us time. */
const beginningsPerEnd = 16;

/** The packed parts of a PDF, unpacked within the budget; parts in other packings are passed by. */
export function* pdfStreams(bytes: Buffer, budget: Budget): Generator<Buffer> {
  let end = -1;
  let tries = 0;
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.subarray(at - 3, at).toString('latin1') === 'end') continue;
    if (at > end) {
      end = bytes.indexOf('endstream', at);
      tries = 0;
      if (end < 0) end = bytes.length;
    }
    let start = at + 6;
    if (bytes[start] === 0x0d) start++;
    if (bytes[start] === 0x0a) start++;
    // A zlib stream says so in its first byte.
    if (((bytes[start] ?? 0) & 0x0f) !== 8 || ++tries > beginningsPerEnd) continue;
    const part = inflate(bytes.subarray(start, end), budget.left);
    if (part === null) continue;
    budget.spend(part.length);
    yield part;
    at = end;
  }
}

function inflate(packed: Buffer, most: number): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most), finishFlush: 2 });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new ArchiveProblem('archive_bomb');
    return null;
  }
}
