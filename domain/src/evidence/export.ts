import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { hashEvent, genesis, sha256Hex } from '../incidents/chain.ts';
import type { IncidentEvent } from '../incidents/events.ts';

/** A file in an export, and what it must be. */
export interface ExportedFile {
  evidenceId: string;
  name: string;
  /** Its place in the ZIP file; null when it was left out. */
  path: string | null;
  /** It lies in a ZIP file of its own, locked. */
  sealed: boolean;
  leftOut: string | null;
  size: number;
  sha256: string;
  /** {@link blocksOf}: they say where a difference lies, the whole hash says that there is one. */
  blocks: string;
  state: string;
  type: string | null;
  reasons: string[];
  addedBy: string;
  addedAt: string;
}

/** `manifest.json` of an export. */
export interface Manifest {
  format: 'secura-evidence-2';
  incident: { id: string; number: string | null };
  exportedAt: string;
  exportedBy: { uid: string; name: string };
  reason: string | null;
  blockBytes: number;
  files: ExportedFile[];
}

/** Small enough that the one changed byte of a block can be found by trying; 100 MB then take 2.4 MB in the manifest. */
export const blockBytes = 512;
const blockDigits = 12;

/** Beginnings (12 hex digits) of the SHA-256 of each block of a file, one after another. `hash` takes bytes and gives SHA-256 in hex. */
export function blocksOf(bytes: Uint8Array, hash: (block: Uint8Array) => string = hashBytes): string {
  const blocks: string[] = [];
  for (let at = 0; at < bytes.length; at += blockBytes) blocks.push(hash(bytes.subarray(at, at + blockBytes)).slice(0, blockDigits));
  return blocks.join('');
}

function hashBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** An event that is no part of the custody: it holds the chain together and tells nothing. */
interface Veiled {
  seq: number;
  prevHash: string;
  hash: string;
}

/** `custody.jsonl`: the whole chain, in which only what concerns the files can be read. */
export function custodyLines(events: readonly IncidentEvent[]): string {
  return events.map((event) => JSON.stringify(event.type.startsWith('evidence.') ? event : ({ seq: event.seq, prevHash: event.prevHash, hash: event.hash } satisfies Veiled))).join('\n') + '\n';
}

type ReadFile = (file: ExportedFile) => Promise<Uint8Array | null>;

/** What checking an export found: sentences, good and bad. */
export interface ExportVerdict {
  genuine: boolean;
  problems: string[];
  facts: string[];
}

/**
 * Checks an export by itself, without any server: the chain holds, it names this manifest, and every file is the one that the
 * manifest and the inspection in the chain name.
 * @param read gives the bytes of a file as they were before sealing; throws when it cannot be read
 * @param readOriginal gives the same file from elsewhere, to be compared byte by byte with one that differs
 */
export async function verifyExport(manifestText: string, custody: string, read: ReadFile, readOriginal: ReadFile = () => Promise.resolve(null)): Promise<ExportVerdict> {
  const problems: string[] = [];
  const facts: string[] = [];
  const events = parseChain(custody, problems);
  const manifest = parseManifest(manifestText, problems);
  const last = events.at(-1);
  if (last) facts.push(`The custody chain has ${events.length} links and ends in ${last.hash}. Compare this with the incident in Secura.`);
  const exported = last && 'type' in last && last.type === 'evidence.exported' ? last : null;
  if (!exported) problems.push('custody.jsonl does not end with the export.');
  else if (exported.data.manifestSha256 !== sha256Hex(manifestText)) problems.push('manifest.json is not the one that the custody chain names: it was changed after the export.');
  if (!manifest) return { genuine: false, problems, facts };
  for (const file of manifest.files) {
    const inspected = events.find((event): event is IncidentEvent & { type: 'evidence.inspected' } => 'type' in event && event.type === 'evidence.inspected' && event.data.evidenceId === file.evidenceId);
    if (inspected && inspected.data.sha256 !== file.sha256) problems.push(`${file.name}: the manifest names another SHA-256 than the custody chain.`);
    if (file.path === null) {
      facts.push(`${file.name} is not in this export: ${file.leftOut ?? 'no reason is given'}`);
      continue;
    }
    const problem = await checkFile(file, read, readOriginal);
    if (problem) problems.push(problem);
    else facts.push(`${file.path}: ${file.size} bytes, SHA-256 ${file.sha256}`);
  }
  return { genuine: problems.length === 0, problems, facts };
}

async function checkFile(file: ExportedFile, read: ReadFile, readOriginal: ReadFile): Promise<string | null> {
  let bytes: Uint8Array | null;
  try {
    bytes = await read(file);
  } catch (error) {
    return `${file.path}: cannot be unpacked (${error instanceof Error ? error.message : String(error)}).`;
  }
  if (bytes === null) return `${file.path}: is missing.`;
  if (hashBytes(bytes) === file.sha256) return null;
  const original = await readOriginal(file).catch(() => null);
  const place = original !== null && hashBytes(original) === file.sha256 ? compare(original, bytes) : locate(bytes, file);
  return `${file.path}: is not the file that was exported; ${place}${bytes.length === file.size ? '' : ` It has ${bytes.length} bytes instead of ${file.size}.`}`;
}

const hexByte = (byte: number): string => `0x${byte.toString(16).padStart(2, '0')}`;

/** The place of the first byte in which two files differ; the length of the shorter one where one is the beginning of the other. */
export function firstDifference(one: Uint8Array, other: Uint8Array): number {
  const shorter = Math.min(one.length, other.length);
  for (let at = 0; at < shorter; at++) if (one[at] !== other[at]) return at;
  return shorter;
}

/** Where the original is there, the byte is known whatever was done. */
function compare(original: Uint8Array, bytes: Uint8Array): string {
  const at = firstDifference(original, bytes);
  const was = original[at];
  const is = bytes[at];
  if (was === undefined) return `all of the original is there, and more was added from byte ${at} on.`;
  if (is === undefined) return `it ends before byte ${at}, which was ${hexByte(was)}.`;
  return `the first difference is byte ${at}: it was ${hexByte(was)} and is ${hexByte(is)}.`;
}

/**
 * Says as much as the manifest alone lets one know. Up to the first block that differs all is equal. Which byte it is in there is
 * known where something was only added, where the file ends with a block, and where one byte of the block was changed: putting it
 * back gives the block's hash again. Else the original would be needed.
 */
function locate(bytes: Uint8Array, { size, sha256: whole, blocks }: ExportedFile): string {
  if (bytes.length > size && hashBytes(bytes.subarray(0, size)) === whole) return `all of the original is there, and more was added from byte ${size} on.`;
  const found = blocksOf(bytes);
  let first = 0;
  while (first * blockDigits < blocks.length && blocks.startsWith(blockAt(found, first), first * blockDigits) && blockAt(found, first) !== '') first++;
  const start = first * blockBytes;
  const end = Math.min(size, start + blockBytes);
  if (bytes.length === start) return `it ends before byte ${start}.`;
  const changed = bytes.length >= end ? restore(bytes.slice(start, end), blockAt(blocks, first)) : null;
  if (changed) return `the first difference is byte ${start + changed.at}: it was ${hexByte(changed.was)} and is ${hexByte(bytes[start + changed.at]!)}.`;
  return `the first difference lies in bytes ${start} to ${end - 1}, and more than one byte of these differs. To know which is the first, give the original as well.`;
}

const blockAt = (blocks: string, index: number): string => blocks.slice(index * blockDigits, (index + 1) * blockDigits);

/** Finds the one byte whose change gives a block another hash; null when it is not one byte. */
function restore(block: Uint8Array, wanted: string): { at: number; was: number } | null {
  const target = Number.parseInt(wanted.slice(0, 8), 16);
  for (let at = 0; at < block.length; at++) {
    // What comes before is the same for each of the 255 tries.
    const before = sha256.create().update(block.subarray(0, at));
    const is = block[at]!;
    for (let was = 0; was < 256; was++) {
      if (was === is) continue;
      block[at] = was;
      const digest = before.clone().update(block.subarray(at)).digest();
      if (new DataView(digest.buffer, digest.byteOffset).getUint32(0) === target && bytesToHex(digest).startsWith(wanted)) return { at, was };
    }
    block[at] = is;
  }
  return null;
}

function parseManifest(text: string, problems: string[]): Manifest | null {
  try {
    const manifest = JSON.parse(text) as Manifest;
    if (manifest.format === 'secura-evidence-2' && Array.isArray(manifest.files) && manifest.files.every(({ blocks }) => typeof blocks === 'string')) return manifest;
  } catch {
    // Told below.
  }
  problems.push('manifest.json is no manifest of an evidence export.');
  return null;
}

function parseChain(text: string, problems: string[]): (IncidentEvent | Veiled)[] {
  const events: (IncidentEvent | Veiled)[] = [];
  let prevHash = genesis;
  for (const [index, line] of text.split('\n').filter((each) => each !== '').entries()) {
    let event: IncidentEvent | Veiled;
    try {
      event = JSON.parse(line) as IncidentEvent | Veiled;
    } catch {
      problems.push(`custody.jsonl: line ${index + 1} cannot be read.`);
      return events;
    }
    if (event.seq !== index + 1) problems.push(`custody.jsonl: link ${index + 1} is missing.`);
    else if (event.prevHash !== prevHash) problems.push(`custody.jsonl: link ${event.seq} does not follow from the one before.`);
    else if ('type' in event && hashEvent(event) !== event.hash) problems.push(`custody.jsonl: link ${event.seq} was changed.`);
    events.push(event);
    if (problems.length > 0) return events;
    prevHash = event.hash;
  }
  return events;
}
