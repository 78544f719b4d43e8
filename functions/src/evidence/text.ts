import { evidenceLimits, viewPath, type Evidence } from '@secura/domain/evidence/evidence';
import { fileTypes } from '@secura/domain/evidence/file-types';
import { isKnownByHash } from '@secura/domain/evidence/known-by-hash';
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
 * Reads what can be looked for elsewhere of a file that was checked: its fingerprint, where that is an indicator, and the words of
 * a text, a table, a log, what was read in a picture, or a mail with its sender, its way and where its links lead, whatever is
 * attached to it. Null where there is neither.
 */
export async function readEvidenceText(incidentId: string, evidenceId: string): Promise<EvidenceText | null> {
  const evidence = readEvidence(await evidenceRef(incidentId, evidenceId).get());
  if (!evidence) return null;
  const hash = isKnownByHash(evidence) ? (evidence.inspection?.sha256 ?? evidence.sha256) : null;
  const text = [hash, await wordsOf(incidentId, evidence)].filter((part) => part).join('\n');
  return text === '' ? null : { text, at: evidence.createdAt };
}

async function wordsOf(incidentId: string, { id, state, type, view, path, reading }: Evidence): Promise<string | null> {
  const isMail = view === 'mail';
  if (type === null || (state !== 'clean' && state !== 'flagged' && !(isMail && state === 'infected'))) return null;
  if (view === 'picture') return reading?.text ?? null;
  if (!isMail && fileTypes[type].family !== 'text') return null;
  const bytes = await readObject(isMail ? viewPath(incidentId, id) : path, evidenceLimits.bytes);
  if (!Buffer.isBuffer(bytes)) return null;
  const { decodeText } = await import('./inspect/detect.ts');
  return isMail ? mailText(JSON.parse(bytes.toString('utf8')) as MailView) : decodeText(bytes);
}

function mailText({ from, replyTo, returnPath, subject, hops, links, text }: MailView): string {
  return [from, replyTo, returnPath, subject, ...hops.map((hop) => hop.from), ...links.flatMap((link) => [link.text, link.target]), text].filter((part) => part !== null).join('\n');
}
