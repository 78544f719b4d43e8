import type { FileTypeId } from '@secura/domain/evidence/file-types';
import { detail, type Reason } from '@secura/domain/evidence/reasons';
import type { ZipEntry } from './zip.ts';

/** Which Office document a ZIP file is, if any. */
export function officeKind(entries: readonly ZipEntry[]): FileTypeId | null {
  if (!entries.some(({ name }) => name === '[Content_Types].xml')) return null;
  const within = (folder: string): boolean => entries.some(({ name }) => name.startsWith(folder));
  return within('word/') ? 'docx' : within('xl/') ? 'xlsx' : within('ppt/') ? 'pptx' : null;
}

/** What speaks against one part of an Office document of today (ECMA-376). */
export function examineOfficePart(name: string, content: Buffer): Reason[] {
  const lower = name.toLowerCase();
  if (/(^|\/)vbaproject\.bin$|^xl\/macrosheets\//.test(lower)) return [{ code: 'macro', detail: detail(name) }];
  if (/(^|\/)activex\/|(^|\/)embeddings\/[^/]*\.(bin|exe|js|vbs|lnk|hta)$/.test(lower)) return [{ code: 'embedded_object', detail: detail(name) }];
  if (/_rels\/[^/]*\.rels$/.test(lower)) {
    const target = remoteTarget(content.toString('utf8'));
    return target === null ? [] : [{ code: 'remote_content', detail: detail(target) }];
  }
  const holdsFields = /^(word\/(document|header\d*|footer\d*)|xl\/worksheets\/[^/]+|xl\/externallinks\/[^/]+)\.xml$/.test(lower);
  return holdsFields && /\b(DDEAUTO|DDE)\b|<ddeLink\b/.test(content.toString('utf8')) ? [{ code: 'command_field', detail: 'DDE' }] : [];
}

/** The address that a document loads by itself: a template, an object, a frame; not a link that waits for a click. */
function remoteTarget(relationships: string): string | null {
  for (const [relationship] of relationships.matchAll(/<Relationship\s[^<>]*>/g)) {
    if (/TargetMode\s*=\s*"External"/i.test(relationship) && /\/(attachedTemplate|oleObject|frame|subDocument)"/i.test(relationship)) {
      return /\sTarget\s*=\s*"([^"]{0,500})"/i.exec(relationship)?.[1] ?? '';
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
