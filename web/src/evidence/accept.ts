import { evidenceLimits } from '@secura/domain/evidence/evidence';
import { cleanName } from '@secura/domain/evidence/name';

/** Files that may be added, and a sentence for each that may not. */
export interface Accepted {
  files: { file: File; name: string }[];
  refusals: string[];
}

/** What an incident holds already, or what is on its way there. */
export interface Room {
  files: number;
  bytes: number;
}

/** `9.4 MB`, `12 kB`, `830 bytes`. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  if (bytes < 1000 * 1024) return `${Math.round(bytes / 1024)} kB`;
  const megabytes = bytes / (1024 * 1024);
  // Never "10.0 MB" for what is refused for being more than 10 MB.
  return `${megabytes < 10 ? megabytes.toFixed(1) : (Math.ceil(megabytes * 10) / 10).toFixed(1)} MB`;
}

/**
 * Holds files against the bounds that the rules and the server hold too.
 * @param present what the incident and the list have already
 */
export function acceptFiles(files: readonly File[], present: Room): Accepted {
  const accepted: Accepted = { files: [], refusals: [] };
  let { bytes } = present;
  for (const file of files) {
    const name = cleanName(file.name);
    if (file.size > evidenceLimits.bytes) {
      accepted.refusals.push(`“${name}” has ${sizeText(file.size)}. A file may have at most 10 MB: send a smaller copy, or tell the team where it is.`);
    } else if (file.size === 0) {
      accepted.refusals.push(`“${name}” is empty, or it is a folder. Choose a file with something in it.`);
    } else if (present.files + accepted.files.length >= evidenceLimits.files) {
      accepted.refusals.push(`“${name}” was not added: ${evidenceLimits.files} files are the most for one incident. Pack several into one ZIP file.`);
    } else if (bytes + file.size > evidenceLimits.totalBytes) {
      accepted.refusals.push(`“${name}” was not added: the files of one incident may have 100 MB together, and ${sizeText(Math.max(0, evidenceLimits.totalBytes - bytes))} are left. Tell the team where it is.`);
    } else {
      bytes += file.size;
      accepted.files.push({ file, name });
    }
  }
  return accepted;
}

/** SHA-256 of a file in lower-case hex. */
export async function fingerprint(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
