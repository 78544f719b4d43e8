import type { FileTypeId } from './file-types.ts';
import type { Reading } from './reading.ts';
import type { Reason } from './reasons.ts';
import type { EvidenceState } from './states.ts';

const megabyte = 1024 * 1024;

/** Bounds that the browser, the rules and the server all hold. */
export const evidenceLimits = { bytes: 10 * megabyte, files: 25, totalBytes: 100 * megabyte, name: 200 } as const;

const mediaType = /^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*\/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*( *;[ -~]*)?$/;

/** Whether a file may be declared to be of this type: a media type (RFC 6838) with or without parameters. `storage.rules` asks the same. */
export function isDeclarable(type: string): boolean {
  return type.length <= 100 && mediaType.test(type);
}

/** Where a file lies from its arrival on. No rule lets anybody read it; functions do, for whoever may have it. */
export function quarantinePath(incidentId: string, evidenceId: string): string {
  return `incidents/${incidentId}/quarantine/${evidenceId}`;
}

/** The copy made for looking at: a re-encoded picture, or a mail taken apart. */
export function viewPath(incidentId: string, evidenceId: string): string {
  return `incidents/${incidentId}/views/${evidenceId}`;
}

/** What whoever adds a file writes once its bytes are stored. */
export interface ReportedEvidence {
  name: string;
  size: number;
  /** As the browser declared it; nobody has looked inside. */
  declaredType: string;
  /** SHA-256 that the browser computed before the upload, hex. */
  sha256: string;
  path: string;
  addedBy: { uid: string; name: string };
  createdAt: Date;
}

/** What the server found out about a file. */
export interface Inspection {
  at: Date;
  /** SHA-256 of the bytes that arrived, hex. */
  sha256: string;
  /** Who looked for malware, in the words that the screen shows; null when it did not come to that. */
  scanner: string | null;
  /** The name of what was found. */
  signature: string | null;
}

/** Where a copy for looking at lies besides our own bucket. */
export interface HostedPicture {
  provider: 'imagekit';
  fileId: string;
  path: string;
}

/** `incidents/{id}/evidence/{id}`. Fields after those of the reporter are the server's. */
export interface Evidence extends ReportedEvidence {
  id: string;
  state: EvidenceState;
  reasons: Reason[];
  type: FileTypeId | null;
  inspection: Inspection | null;
  /** Whether there is a copy for looking at, and what it is. */
  view: 'picture' | 'mail' | null;
  /** A picture of at most 128 pixels as a data URL. */
  thumbnail: string | null;
  /** Who gives the copy of a picture out; null where our own links do. */
  hosted: HostedPicture | null;
  /** What a picture says; null for what is no picture, or was not looked into yet. */
  reading: Reading | null;
  /** The mail that it was attached to. */
  parentId: string | null;
  /** How often an inspection was begun. */
  attempts: number;
  /** When it is looked at, or read, again, unless a result is there by then; null when there is nothing to wait for. */
  retryAt: Date | null;
}

/** A file that the server has not looked at yet has none of its fields: the shape that all can rely on. */
export function completeEvidence(id: string, stored: ReportedEvidence & Partial<Evidence>): Evidence {
  return {
    state: 'quarantined',
    reasons: [],
    type: null,
    inspection: null,
    view: null,
    thumbnail: null,
    hosted: null,
    reading: null,
    parentId: null,
    attempts: 0,
    retryAt: null,
    ...stored,
    id,
  };
}
