import { inflateRawSync } from 'node:zlib';
import { ArchiveProblem, bounds, type Budget } from './bounds.ts';

/** One entry of a ZIP file, as its directory describes it. */
export interface ZipEntry {
  name: string;
  folder: boolean;
  encrypted: boolean;
  method: number;
  packedSize: number;
  /** As the file claims; nothing relies on it. */
  claimedSize: number;
  crc: number;
  /** Where its own header begins. */
  header: number;
  /** Where its packed bytes begin. */
  start: number;
  /** Its sizes follow behind its bytes. */
  streamed: boolean;
}

const endMark = 0x06054b50;
const directoryMark = 0x02014b50;
const localMark = 0x04034b50;
const endSize = 22;

/** Where the end record of a ZIP file lies; -1 when there is none that closes the file. */
export function findZipEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - endSize - 0xffff);
  for (let at = bytes.length - endSize; at >= first; at--) {
    if (bytes.readUInt32LE(at) === endMark && at + endSize + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return -1;
}

/**
 * Reads the directory of a ZIP file and holds it against the entries' own headers: programs that unpack read the one or
 * the other, so a file in which they differ shows different things to different people.
 * @throws ArchiveProblem when it is damaged, or built to mislead
 */
export function readZip(bytes: Buffer): ZipEntry[] {
  const end = findZipEnd(bytes);
  if (end < 0) throw new ArchiveProblem('archive_damaged', 'no directory');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > bounds.entries) throw new ArchiveProblem('archive_too_many');
  if (bytes.readUInt16LE(end + 8) !== count) throw new ArchiveProblem('archive_damaged', 'a part of several');
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== directoryMark) throw new ArchiveProblem('archive_damaged', 'a torn directory');
    const nameLength = bytes.readUInt16LE(at + 28);
    const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
    entries.push(entryAt(bytes, at, rawName));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  refuseOverlaps(entries);
  return entries;
}

function entryAt(bytes: Buffer, at: number, rawName: Buffer): ZipEntry {
  const flags = bytes.readUInt16LE(at + 8);
  const local = bytes.readUInt32LE(at + 42);
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== localMark) throw new ArchiveProblem('archive_damaged', 'an entry without a header');
  const localNameLength = bytes.readUInt16LE(local + 26);
  if (!bytes.subarray(local + 30, local + 30 + localNameLength).equals(rawName)) throw new ArchiveProblem('archive_damaged', 'two names for one entry');
  const start = local + 30 + localNameLength + bytes.readUInt16LE(local + 28);
  const packedSize = bytes.readUInt32LE(at + 20);
  if (start + packedSize > bytes.length) throw new ArchiveProblem('archive_damaged', 'an entry longer than the file');
  const name = rawName.toString(flags & 0x800 ? 'utf8' : 'latin1');
  return {
    name,
    folder: name.endsWith('/'),
    encrypted: (flags & 1) !== 0,
    method: bytes.readUInt16LE(at + 10),
    packedSize,
    claimedSize: bytes.readUInt32LE(at + 24),
    crc: bytes.readUInt32LE(at + 16),
    header: local,
    start,
    streamed: (flags & 8) !== 0,
  };
}

/** A data descriptor with its mark and sizes of eight bytes (APPNOTE.TXT 4.3.9). */
const descriptorSize = 24;

/**
 * Whether bytes lie before or between the entries that no line of the directory names: a program that unpacks from the front
 * finds files there that others do not see.
 */
export function hidesBytes(bytes: Buffer, entries: readonly ZipEntry[]): boolean {
  let reached = 0;
  for (const { header, start, packedSize, streamed } of [...entries].sort((a, b) => a.header - b.header)) {
    if (header > reached) return true;
    reached = start + packedSize + (streamed ? descriptorSize : 0);
  }
  return bytes.readUInt32LE(findZipEnd(bytes) + 16) > reached;
}

// Entries that share their bytes are how a small file becomes a petabyte (Fifield, "A better zip bomb", 2019).
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  let reached = 0;
  for (const { start, packedSize } of [...entries].sort((a, b) => a.start - b.start)) {
    if (packedSize > 0 && start < reached) throw new ArchiveProblem('archive_bomb');
    reached = Math.max(reached, start + packedSize);
  }
}

/**
 * Unpacks one entry within the budget of its file.
 * @throws ArchiveProblem when it is damaged or unpacks to too much
 */
export function unpackEntry(bytes: Buffer, entry: ZipEntry, budget: Budget): Buffer {
  const packed = bytes.subarray(entry.start, entry.start + entry.packedSize);
  if (entry.method !== 0 && entry.method !== 8) throw new ArchiveProblem('archive_damaged', `packing method ${entry.method}`);
  const content = entry.method === 0 ? packed : inflate(packed, budget.left);
  budget.spend(content.length);
  if (content.length > bounds.suspiciousSize && content.length > bounds.ratio * entry.packedSize) throw new ArchiveProblem('archive_bomb');
  return content;
}

function inflate(packed: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new ArchiveProblem('archive_bomb');
    throw new ArchiveProblem('archive_damaged', 'an entry that does not unpack');
  }
}

/** Whether unpacking a name as it is would write outside the chosen folder. */
export function leavesFolder(name: string): boolean {
  return /^([/\\]|[A-Za-z]:)/.test(name) || name.split(/[/\\]/).includes('..') || name.includes('\0');
}
