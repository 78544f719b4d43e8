import type { FileTypeId } from '@secura/domain/evidence/file-types';
import { detail, type Reason } from '@secura/domain/evidence/reasons';
import { decodeText } from './detect.ts';
import type { ZipEntry } from './zip.ts';

/** Which Office document a ZIP file is, if any. */
export function officeKind(entries: readonly ZipEntry[]): FileTypeId | null {
  if (!entries.some(({ name }) => name === '[Content_Types].xml')) return null;
  const within = (folder: string): boolean => entries.some(({ name }) => name.startsWith(folder));
  return within('word/') ? 'docx' : within('xl/') ? 'xlsx' : within('ppt/') ? 'pptx' : null;
}

const oleMark = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** What speaks against one part of an Office document of today (ECMA-376). */
export function examineOfficePart(name: string, content: Buffer): Reason[] {
  const lower = name.toLowerCase();
  if (/(^|\/)vbaproject\.bin$|^xl\/macrosheets\//.test(lower)) return [{ code: 'macro', detail: detail(name) }];
  // Macros and objects may have any name: what they are stands in their first bytes.
  if (content.subarray(0, 8).equals(oleMark)) return [{ code: 'embedded_object', detail: detail(name) }, ...examineOle(content).reasons];
  if (/(^|\/)activex\/|(^|\/)embeddings\/[^/]*\.(bin|exe|js|vbs|lnk|hta)$/.test(lower)) return [{ code: 'embedded_object', detail: detail(name) }];
  if (/\.rels$/.test(lower)) {
    const target = remoteTarget(xmlText(content));
    return target === null ? [] : [{ code: 'remote_content', detail: detail(target) }];
  }
  const holdsFields = /^(word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)|xl\/worksheets\/[^/]+|xl\/externallinks\/[^/]+)\.xml$/.test(lower);
  return holdsFields && /\b(DDEAUTO|DDE)\b|<ddeLink\b/.test(xmlText(content)) ? [{ code: 'command_field', detail: 'DDE' }] : [];
}

/** XML as a program reads it: in whatever encoding, with characters that are written as numbers. */
function xmlText(content: Buffer): string {
  return (decodeText(content) ?? content.toString('utf8')).replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi, (whole, hex: string | undefined, decimal: string) => {
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The address that a document loads by itself: a template, an object, a frame, a picture; not a link that waits for a click. */
function remoteTarget(relationships: string): string | null {
  for (const [relationship] of relationships.matchAll(/<(?:[A-Za-z0-9]{1,20}:)?Relationship\s[^<>]*>/g)) {
    if (/TargetMode\s*=\s*["']External["']/i.test(relationship) && /\/(attachedTemplate|oleObject|frame|subDocument|image|audio|video|media|aFChunk)["']/i.test(relationship)) {
      return /\sTarget\s*=\s*["']([^"']{0,500})["']/i.exec(relationship)?.[1] ?? '';
    }
  }
  return null;
}

const ole = (bytes: Buffer, name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));

/** What an OLE container is, and what speaks against it ([MS-CFB]: names of its parts stand in it as UTF-16). */
export function examineOle(bytes: Buffer): { type: FileTypeId | null; reasons: Reason[] } {
  const type: FileTypeId | null = ole(bytes, '__substg1.0_')
    ? 'msg'
    : ['WordDocument', 'Workbook', 'PowerPoint Document', 'EncryptedPackage'].some((name) => ole(bytes, name))
      ? 'office97'
      : null;
  const reasons: Reason[] = [];
  if (ole(bytes, '_VBA_PROJECT') || ole(bytes, 'VBA\0')) reasons.push({ code: 'macro', detail: 'VBA' });
  if (ole(bytes, 'Ole10Native')) reasons.push({ code: 'embedded_object', detail: 'OLE package' });
  if (ole(bytes, 'EncryptedPackage')) reasons.push({ code: 'encrypted', detail: 'Office' });
  return { type, reasons };
}
