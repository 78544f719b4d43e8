import { z } from 'zod';
import { documentId, text } from '../platform/text.ts';
import { purposes } from './purposes.ts';
import { evidenceStates } from './states.ts';

const target = { incidentId: documentId, evidenceId: documentId };

export const OpenEvidenceInput = z.strictObject({
  ...target,
  /** `view` is the copy for looking at, `file` the file itself. */
  what: z.enum(['view', 'file'], 'Choose the view or the file.'),
  purpose: z.enum(purposes, 'Say what you want it for.'),
  reason: text('The reason', 3, 500).optional(),
  /** Longest side of a picture that is wanted; it may come larger where nothing makes it smaller on its way. */
  pixels: z.number().int().min(128, 'At least 128 pixels.').max(2048, 'At most 2048 pixels.').optional(),
  /** Out of our own bucket, where the host of pictures does not answer. */
  direct: z.boolean().optional(),
  /** For malware: the file's name, typed. */
  confirm: z.string().pipe(z.string().max(300)).optional(),
});

/** A link that works for a minute: once, where it leads to `/api/links`, and more than once where it leads to the host of pictures. */
export const EvidenceLink = z.object({
  url: z.string(),
  expiresAt: z.iso.datetime(),
  name: z.string(),
  contentType: z.string(),
  /** Of the ZIP file, where the file leaves in one. */
  password: z.string().nullable(),
});
export type EvidenceLink = z.infer<typeof EvidenceLink>;

export const VerifyEvidenceInput = z.strictObject(target);
export const EvidenceVerdict = z.object({
  matches: z.boolean(),
  /** What the file's record says, and what its bytes give now; null when the bytes are gone. */
  expected: z.string(),
  actual: z.string().nullable(),
  at: z.iso.datetime(),
});
export type EvidenceVerdict = z.infer<typeof EvidenceVerdict>;

export const InspectEvidenceInput = z.strictObject(target);
export const InspectedEvidence = z.object({ id: z.string(), state: z.enum(evidenceStates) });

export const ExportEvidenceInput = z.strictObject({ incidentId: documentId, reason: text('The reason', 3, 500) });

/** Everything that an export consists of; whoever asked packs it. Links work once, for ten minutes. */
export const EvidenceExport = z.object({
  name: z.string(),
  /** `manifest.json` and `custody.jsonl`, to be stored byte by byte. */
  manifest: z.string(),
  custody: z.string(),
  files: z.array(z.object({ path: z.string(), url: z.string() })),
});
export type EvidenceExport = z.infer<typeof EvidenceExport>;
