import { endingOf, fileTypes, type FileTypeId } from '@secura/domain/evidence/file-types';
import { detail, type Reason } from '@secura/domain/evidence/reasons';

/** What the first look at the bytes says: a kind of the allow-list, a container to open, or why it is refused. */
export type Detected = { type: FileTypeId } | { container: 'zip' | 'ole' } | { refused: Reason };

type Mark = readonly [offset: number, bytes: string, encoding?: 'hex' | 'latin1'];

const accepted: readonly [FileTypeId, ...Mark[]][] = [
  ['png', [0, '89504e470d0a1a0a']],
  ['jpeg', [0, 'ffd8ff']],
  ['gif', [0, 'GIF87a', 'latin1']],
  ['gif', [0, 'GIF89a', 'latin1']],
  ['webp', [0, 'RIFF', 'latin1'], [8, 'WEBP', 'latin1']],
  ['avif', [4, 'ftypavif', 'latin1']],
  ['avif', [4, 'ftypavis', 'latin1']],
  ['heic', [4, 'ftypheic', 'latin1']],
  ['heic', [4, 'ftypheix', 'latin1']],
  ['heic', [4, 'ftypmif1', 'latin1']],
  ['tiff', [0, '49492a00']],
  ['tiff', [0, '4d4d002a']],
  ['bmp', [0, 'BM', 'latin1'], [6, '00000000']],
  ['pcap', [0, 'a1b2c3d4']],
  ['pcap', [0, 'd4c3b2a1']],
  ['pcap', [0, 'a1b23c4d']],
  ['pcap', [0, '4d3cb2a1']],
  ['pcap', [0, '0a0d0d0a']],
];

const refused: readonly [Reason['code'], what: string, ...Mark[]][] = [
  ['program', 'Windows', [0, 'MZ', 'latin1']],
  ['program', 'Linux', [0, '7f454c46']],
  ['program', 'macOS', [0, 'cffaedfe']],
  ['program', 'macOS', [0, 'cefaedfe']],
  ['program', 'macOS', [0, 'feedface']],
  ['program', 'macOS', [0, 'feedfacf']],
  ['program', 'Java or macOS', [0, 'cafebabe']],
  ['program', 'Android', [0, 'dex\n', 'latin1']],
  ['program', 'WebAssembly', [0, '0061736d']],
  ['program', 'Windows shortcut', [0, '4c0000000114020000000000c000000000000046']],
  ['program', 'Flash', [0, 'FWS', 'latin1']],
  ['program', 'Flash', [0, 'CWS', 'latin1']],
  ['program', 'Windows help', [0, 'ITSF', 'latin1']],
  ['program', 'PostScript', [0, '%!PS', 'latin1']],
  ['program', 'OneNote section', [0, 'e4525c7b8cd8a74daeb15378d02996d3']],
  ['archive_kind', 'RAR', [0, 'Rar!', 'latin1']],
  ['archive_kind', '7z', [0, '377abcaf271c']],
  ['archive_kind', 'gzip', [0, '1f8b']],
  ['archive_kind', 'bzip2', [0, 'BZh', 'latin1']],
  ['archive_kind', 'xz', [0, 'fd377a585a00']],
  ['archive_kind', 'zstd', [0, '28b52ffd']],
  ['archive_kind', 'CAB', [0, 'MSCF', 'latin1']],
  ['archive_kind', 'tar', [257, 'ustar', 'latin1']],
  ['archive_kind', 'Linux package', [0, '!<arch>\n', 'latin1']],
  ['archive_kind', 'disk image', [32769, 'CD001', 'latin1']],
];

function has(bytes: Buffer, marks: readonly Mark[]): boolean {
  return marks.every(([offset, text, encoding = 'hex']) => {
    const mark = Buffer.from(text, encoding);
    return bytes.subarray(offset, offset + mark.length).equals(mark);
  });
}

/** Says by content what a file is. A name only tells texts apart, which are the same bytes. */
export function detect(bytes: Buffer, name: string): Detected {
  for (const [code, what, ...marks] of refused) if (has(bytes, marks)) return { refused: { code, detail: what } };
  for (const [type, ...marks] of accepted) if (has(bytes, marks)) return { type };
  if (has(bytes, [[0, 'PK\x03\x04', 'latin1']]) || has(bytes, [[0, 'PK\x05\x06', 'latin1']])) return { container: 'zip' };
  if (has(bytes, [[0, 'd0cf11e0a1b11ae1']])) return { container: 'ole' };
  // Readers accept a PDF that begins within the first kilobyte.
  if (bytes.subarray(0, 1024).includes('%PDF-')) return { type: 'pdf' };
  const text = decodeText(bytes);
  return text === null ? { refused: { code: 'unknown_type' } } : textKind(text, name);
}

const pages = new Set(['html', 'htm', 'xhtml', 'shtml', 'svg', 'svgz', 'hta', 'mht', 'mhtml', 'xht']);
function textKind(text: string, name: string): Detected {
  const start = text.slice(0, 4096).trimStart().toLowerCase();
  const ending = endingOf(name);
  if (pages.has(ending) || /^(<!doctype (html|svg)|<html|<head|<body|<svg|<script|<iframe|<!--[^>]{0,200}-->\s{0,50}<(html|svg))/.test(start) || (start.startsWith('<?xml') && /<(svg|html)[\s>]/.test(start))) {
    return { refused: { code: 'web_page', detail: ending === '' || !pages.has(ending) ? 'HTML or SVG' : detail(ending) } };
  }
  if (start.startsWith('{\\rtf')) return { refused: { code: 'unknown_type' } };
  if (looksLikeMail(text)) return { type: 'eml' };
  const kinds = ['csv', 'log', 'json'] as const;
  return { type: kinds.find((type) => (fileTypes[type].endings as readonly string[]).includes(ending)) ?? 'text' };
}

const mailFields = new Set(['received', 'from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'return-path', 'delivered-to', 'content-type', 'reply-to', 'dkim-signature', 'authentication-results', 'x-mailer']);

/** A mail begins with fields (RFC 5322), at least two of which every mail has. */
function looksLikeMail(text: string): boolean {
  const head = text.slice(0, 65_536).split(/\r?\n\r?\n/, 1)[0]!.split(/\r?\n/);
  if (!/^[A-Za-z0-9-]{2,60}:/.test(head[0]!)) return false;
  const known = new Set<string>();
  for (const line of head) {
    if (/^[ \t]/.test(line)) continue;
    const field = /^([A-Za-z0-9-]{2,60}):/.exec(line)?.[1]?.toLowerCase();
    if (field === undefined) return false;
    if (mailFields.has(field)) known.add(field);
  }
  return known.has('from') && known.size >= 2;
}

/** The bytes as text, or null when they are none: UTF-8, UTF-16 with a mark, or an older 8-bit encoding. */
export function decodeText(bytes: Buffer): string | null {
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2))).swap16().toString('utf16le');
  // Tab, line feed, form feed, carriage return and escape (coloured logs) are all that texts use below the blank.
  for (const byte of bytes) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
