import { evidenceLimits, viewPath } from '@secura/domain/evidence/evidence';
import { fileTypes } from '@secura/domain/evidence/file-types';
import type { MailView } from '@secura/domain/evidence/mail';
import { readObject } from '../platform/storage.ts';
import { evidenceRef, readEvidence } from './store.ts';

/** The words of a file. */
export interface EvidenceText {
  text: string;
  /** When the file was added. */
  at: Date;
}

/**
 * Reads the words of a file that was checked: a text, a table, a log, what was read in a picture, or a mail with its sender,
 * its way and where its links lead, whatever is attached to it. Null for everything else, for malware, and for what was refused.
 */
export async function readEvidenceText(incidentId: string, evidenceId: string): Promise<EvidenceText | null> {
  const evidence = readEvidence(await evidenceRef(incidentId, evidenceId).get());
  const isMail = evidence?.view === 'mail';
  if (!evidence?.type || (evidence.state !== 'clean' && evidence.state !== 'flagged' && !(isMail && evidence.state === 'infected'))) return null;
  if (evidence.view === 'picture') return evidence.reading?.text ? { text: evidence.reading.text, at: evidence.createdAt } : null;
  if (!isMail && fileTypes[evidence.type].family !== 'text') return null;
  const bytes = await readObject(isMail ? viewPath(incidentId, evidenceId) : evidence.path, evidenceLimits.bytes);
  if (!Buffer.isBuffer(bytes)) return null;
  const { decodeText } = await import('./inspect/detect.ts');
  const text = isMail ? mailText(JSON.parse(bytes.toString('utf8')) as MailView) : decodeText(bytes);
  return text === null ? null : { text, at: evidence.createdAt };
}

function mailText({ from, replyTo, returnPath, subject, hops, links, text }: MailView): string {
  return [from, replyTo, returnPath, subject, ...hops.map((hop) => hop.from), ...links.flatMap((link) => [link.text, link.target]), text].filter((part) => part !== null).join('\n');
}
