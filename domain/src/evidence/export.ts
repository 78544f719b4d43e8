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
  /** Beginnings (16 hex digits) of the SHA-256 of each block: they say where a difference lies, the whole hash says that there is one. */
  blocks: string[];
  state: string;
  type: string | null;
  reasons: string[];
  addedBy: string;
  addedAt: string;
}

/** `manifest.json` of an export. */
export interface Manifest {
  format: 'secura-evidence-1';
  incident: { id: string; number: string | null };
  exportedAt: string;
  exportedBy: { uid: string; name: string };
  reason: string | null;
  blockBytes: number;
  files: ExportedFile[];
}

export const blockBytes = 4096;

/** Fingerprints of each block of a file. `hash` takes bytes and gives SHA-256 in hex. */
export function blocksOf(bytes: Uint8Array, hash: (block: Uint8Array) => string = hashBytes): string[] {
  const blocks: string[] = [];
  for (let at = 0; at < bytes.length; at += blockBytes) blocks.push(hash(bytes.subarray(at, at + blockBytes)).slice(0, 16));
  return blocks;
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
 */
export async function verifyExport(manifestText: string, custody: string, read: (file: ExportedFile) => Promise<Uint8Array | null>): Promise<ExportVerdict> {
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
    const problem = await checkFile(file, read);
    if (problem) problems.push(problem);
    else facts.push(`${file.path}: ${file.size} bytes, SHA-256 ${file.sha256}`);
  }
  return { genuine: problems.length === 0, problems, facts };
}

async function checkFile(file: ExportedFile, read: (file: ExportedFile) => Promise<Uint8Array | null>): Promise<string | null> {
  let bytes: Uint8Array | null;
  try {
    bytes = await read(file);
  } catch (error) {
    return `${file.path}: cannot be unpacked (${error instanceof Error ? error.message : String(error)}).`;
  }
  if (bytes === null) return `${file.path}: is missing.`;
  if (hashBytes(bytes) === file.sha256) return null;
  const blocks = blocksOf(bytes);
  const first = Math.max(0, file.blocks.findIndex((block, index) => block !== blocks[index]));
  const place = `the first difference lies in bytes ${first * blockBytes} to ${Math.min(file.size, (first + 1) * blockBytes) - 1}`;
  return `${file.path}: is not the file that was exported; ${place}${bytes.length === file.size ? '' : `, and it has ${bytes.length} bytes instead of ${file.size}`}.`;
}

function parseManifest(text: string, problems: string[]): Manifest | null {
  try {
    const manifest = JSON.parse(text) as Manifest;
    if (manifest.format === 'secura-evidence-1' && Array.isArray(manifest.files)) return manifest;
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
