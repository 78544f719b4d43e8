import { inflateSync } from 'node:zlib';
import { detail, type Reason } from '@secura/domain/evidence/reasons';
import { ArchiveProblem, type Budget } from './bounds.ts';

// What makes a PDF act: scripts, starting programs, files inside, forms that send themselves (ISO 32000-2, 12.6).
const active = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|GoToR)(?![A-Za-z0-9])/g;

/** What speaks against a PDF, its packed parts included. */
export function examinePdf(bytes: Buffer, budget: Budget): Reason[] {
  const found = new Set<string>();
  const look = (part: Buffer): void => {
    for (const match of nameText(part).matchAll(active)) found.add(match[1]!);
  };
  look(bytes);
  for (const part of pdfStreams(bytes, budget)) look(part);
  const reasons: Reason[] = found.size > 0 ? [{ code: 'pdf_active', detail: detail([...found].join(', ')) }] : [];
  if (/\/Encrypt(?![A-Za-z0-9])/.test(bytes.toString('latin1'))) reasons.push({ code: 'encrypted', detail: 'PDF' });
  return reasons;
}

/** Bytes as text in which names are whole: one may be written with numbers, such as /J#61vaScript. */
function nameText(part: Buffer): string {
  return part.toString('latin1').replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Beginnings that may share one end: a word in a text can look like one. More are somebody's trick to cost us time. */
const beginningsPerEnd = 16;

/** A stream's dictionary stands before it; what is longer than this is no dictionary of ours to read. */
const longestDictionary = 1000;

/** The packed parts of a PDF, unpacked within the budget; parts in packings that only pictures use are passed by. */
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
    if (tries > beginningsPerEnd) continue;
    const written = asText(bytes, at);
    const packed = written ? written(bytes.subarray(start, end)) : bytes.subarray(start, end);
    if (written) {
      tries++;
      budget.spend(packed.length);
      yield packed;
      at = end;
    }
    // A zlib stream says so in its first byte.
    if (((packed[0] ?? 0) & 0x0f) !== 8 || ++tries > beginningsPerEnd) continue;
    const part = inflate(packed, budget.left);
    if (part === null) continue;
    budget.spend(part.length);
    yield part;
    at = end;
  }
}

/** How to read a stream that is written as text (ISO 32000-2, 7.4.2 and 7.4.3): a coat in which scripts hide. Null for others. */
function asText(bytes: Buffer, at: number): ((text: Buffer) => Buffer) | null {
  const before = nameText(bytes.subarray(Math.max(0, at - longestDictionary), at));
  const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
  if (/\/(ASCIIHexDecode|AHx)(?![A-Za-z0-9])/.test(dictionary)) return (text) => Buffer.from(text.toString('latin1').split('>', 1)[0]!.replace(/[^0-9A-Fa-f]/g, ''), 'hex');
  return /\/(ASCII85Decode|A85)(?![A-Za-z0-9])/.test(dictionary) ? fromAscii85 : null;
}

function fromAscii85(text: Buffer): Buffer {
  const zeros = text.reduce((count, char) => count + (char === 0x7a ? 1 : 0), 0);
  const bytes = Buffer.alloc(zeros * 4 + text.length);
  let length = 0;
  let group = 0;
  let digits = 0;
  for (const char of text) {
    if (char === 0x7e) break;
    if (char === 0x7a && digits === 0) length += 4;
    if (char < 0x21 || char > 0x75) continue;
    group = group * 85 + (char - 0x21);
    if (++digits < 5) continue;
    bytes.writeUInt32BE(group % 2 ** 32, length);
    length += 4;
    group = digits = 0;
  }
  for (let missing = digits; missing > 0 && missing < 5; missing++) group = group * 85 + 84;
  for (let index = 0; index < digits - 1; index++) bytes[length++] = Math.floor(group / 2 ** (24 - 8 * index)) & 255;
  return bytes.subarray(0, length);
}

function inflate(packed: Buffer, most: number): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most), finishFlush: 2 });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new ArchiveProblem('archive_bomb');
    return null;
  }
}
