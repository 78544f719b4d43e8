import { endingOf, fileTypes, isDisguised, type FileTypeId } from '@secura/domain/evidence/file-types';
import { detail, judge, type Reason } from '@secura/domain/evidence/reasons';
import { ArchiveProblem, bounds, Budget } from './bounds.ts';
import { decodeText, detect } from './detect.ts';
import { examineOfficePart, examineOle, officeKind } from './office.ts';
import { examinePdf } from './pdf.ts';
import { findZipEnd, hidesBytes, leavesFolder, readZip, unpackEntry } from './zip.ts';

/** What a file is by content, and everything that its structure says against it. */
export interface Examination {
  type: FileTypeId | null;
  reasons: Reason[];
}

/**
 * Looks at a whole file. Bounded in time and memory whatever the bytes are; runs nothing.
 * @param budget shared by files that came as one
 */
export function examine(bytes: Buffer, name: string, budget = new Budget()): Examination {
  try {
    const { type, reasons } = look(bytes, name, 0, budget);
    if (type !== null && isDisguised(name, type)) reasons.push({ code: 'disguised', detail: fileTypes[type].label });
    return { type: judge(reasons) === 'refused' ? null : type, reasons: unlike(reasons) };
  } catch (error) {
    if (error instanceof ArchiveProblem) return { type: null, reasons: [{ code: error.code, ...(error.message !== error.code && { detail: error.message }) }] };
    throw error;
  }
}

function look(bytes: Buffer, name: string, depth: number, budget: Budget): Examination {
  const detected = detect(bytes, name);
  if ('refused' in detected) return { type: null, reasons: [detected.refused] };
  if ('container' in detected) return detected.container === 'ole' ? lookIntoOle(bytes) : lookIntoZip(bytes, depth, budget);
  const { type } = detected;
  const { family } = fileTypes[type];
  if (type === 'pdf') return { type, reasons: [...examinePdf(bytes, budget), ...behind(bytes, type)] };
  if (family === 'picture') return { type, reasons: behind(bytes, type) };
  if (family === 'text') return { type, reasons: examineText(bytes, name, type) };
  return { type, reasons: [] };
}

function lookIntoOle(bytes: Buffer): Examination {
  const { type, reasons } = examineOle(bytes);
  return type === null ? { type, reasons: [{ code: 'unknown_type' }] } : { type, reasons };
}

function lookIntoZip(bytes: Buffer, depth: number, budget: Budget): Examination {
  if (depth >= bounds.depth) throw new ArchiveProblem('archive_too_deep');
  const entries = readZip(bytes);
  const office = officeKind(entries);
  if (entries.some(({ name }) => name === 'META-INF/MANIFEST.MF') && entries.some(({ name }) => /\.(class|dex)$/.test(name))) {
    return { type: null, reasons: [{ code: 'program', detail: 'Java or Android' }] };
  }
  const openDocument = entries.some(({ name }) => name === 'mimetype') && entries.some(({ name }) => name === 'content.xml');
  const reasons: Reason[] = hidesBytes(bytes, entries) ? [{ code: 'archive_hidden' }] : [];
  for (const entry of entries) {
    if (leavesFolder(entry.name)) reasons.push({ code: 'archive_path', detail: detail(entry.name) });
    if (entry.folder) continue;
    if (entry.encrypted) {
      reasons.push({ code: 'encrypted', detail: detail(entry.name) });
      continue;
    }
    const content = unpackEntry(bytes, entry, budget);
    // Those of LibreOffice keep their macros in folders of these names.
    if (openDocument && /^(Basic|Scripts)\//.test(entry.name)) reasons.push({ code: 'macro', detail: detail(entry.name) });
    else if (office) reasons.push(...examineOfficePart(entry.name, content));
    else if (content.length > 0) reasons.push(...lookIntoEntry(content, entry.name, depth, budget));
  }
  return { type: office ?? 'zip', reasons };
}

/** An archive is not refused for what it holds: that is how samples are handed over. It is flagged, with the name. */
function lookIntoEntry(content: Buffer, name: string, depth: number, budget: Budget): Reason[] {
  const { type, reasons: inside } = look(content, name, depth + 1, budget);
  if (inside.some(({ code }) => code === 'program')) return [{ code: 'archive_program', detail: detail(name) }];
  // A mail is taken apart where it is evidence of its own; here it is a locked box when something is attached.
  if (type === 'eml' && /^content-disposition:\s*attachment/im.test(content.toString('latin1'))) return [{ code: 'archive_closed', detail: detail(name) }];
  return inside.flatMap((reason): Reason[] => {
    if (reason.code === 'unknown_type') return [];
    if (reason.code === 'archive_kind') return [{ code: 'archive_closed', detail: detail(name) }];
    if (reason.code.startsWith('archive_')) return [reason];
    return [{ code: 'archive_active', detail: detail(name) }];
  });
}

const scripts = new Set(['js', 'jse', 'vbs', 'vbe', 'wsf', 'wsh', 'ps1', 'psm1', 'bat', 'cmd', 'sh', 'bash', 'py', 'pl', 'rb', 'php', 'reg', 'scr', 'url', 'iqy', 'slk', 'inf', 'sct', 'jnlp', 'applescript', 'command', 'mjs', 'cjs', 'ps1xml', 'psc1', 'wsc', 'zsh', 'csh', 'ksh', 'vb', 'bas', 'ahk', 'au3', 'msc', 'scf', 'theme', 'rdp', 'settingcontent-ms', 'library-ms', 'search-ms', 'appref-ms', 'desktop', 'mobileconfig', 'webloc']);
// A cell that a spreadsheet program takes for a formula: to its end, or to where it no longer matters.
const formula = /(?:^|[,;\t"\n])[ ']{0,2}([=+@-][^,;\t"\n]{1,200})/g;
// An order to another program (DDE: `=cmd|…`), or an address that is asked.
const formulaActs = /[A-Za-z]\||\b(?:WEBSERVICE|HYPERLINK|IMPORTXML|IMPORTDATA|IMAGE|CALL|EXEC|REGISTER)[ ]?\(/i;

function examineText(bytes: Buffer, name: string, type: FileTypeId): Reason[] {
  const ending = endingOf(name);
  if (scripts.has(ending)) return [{ code: 'script', detail: detail(ending) }];
  if (type === 'csv') {
    for (const [, cell] of (decodeText(bytes) ?? '').matchAll(formula)) if (formulaActs.test(cell!)) return [{ code: 'command_field', detail: detail(cell!) }];
  }
  return decodeText(bytes.subarray(0, 200))?.startsWith('#!') ? [{ code: 'script', detail: '#!' }] : [];
}

/** Files that are two things at once: a picture for one program, an archive or a page for another. */
function behind(bytes: Buffer, type: FileTypeId): Reason[] {
  const hidden: string[] = [];
  if (findZipEnd(bytes) >= 0) hidden.push('ZIP');
  if (bytes.includes('This program cannot be run in DOS mode')) hidden.push('a program');
  if (type !== 'pdf' && bytes.includes('%PDF-1.')) hidden.push('PDF');
  if (type === 'pdf' && !bytes.subarray(0, 8).includes('%PDF-')) hidden.push('something before the PDF');
  if (type !== 'pdf' && /<(script|html|\?php)[\s>]/i.test(bytes.toString('latin1'))) hidden.push('a web page');
  return hidden.map((detail) => ({ code: 'appended', detail }));
}

const mostReasons = 12;

// A thousand macros are told as a dozen.
function unlike(reasons: readonly Reason[]): Reason[] {
  const seen = new Map(reasons.map((reason) => [`${reason.code} ${reason.detail ?? ''}`, reason]));
  return [...seen.values()].slice(0, mostReasons);
}
