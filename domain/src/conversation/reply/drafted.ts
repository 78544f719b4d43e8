import { sha256Hex } from '../../incidents/chain.ts';
import type { PersonRef } from '../../incidents/events.ts';
import type { AiOutput } from '../../triage/ledger.ts';

/** What became of a draft: sent as it was, sent after a change, left out of what was sent, or thrown away by its asker. */
export interface DraftOutcome {
  what: 'unchanged' | 'changed' | 'dropped' | 'discarded';
  at: Date;
  /** The message that went out; null when another draft was asked for instead, or none was wanted. */
  messageId: string | null;
}

/** `aiDecisions/{id}` of a drafted reply: who drafted it and what became of it, without a word of it. */
export interface DraftEntry extends Omit<AiOutput, 'output'> {
  kind: 'reply-draft';
  incidentId: string;
  /** SHA-256 of what it was made of. */
  inputSha256: string;
  at: Date;
  /** Who asked for it. */
  by: PersonRef;
  decision: null;
  outcome: DraftOutcome | null;
}

/** `incidents/{id}/internal/draft-{uid}`: the draft that somebody may be about to send. */
export interface OpenDraft {
  /** Of its entry in the ledger. */
  id: string;
  textSha256: string;
  /** SHA-256 of its lines that say something. */
  lines: string[];
}

/** Greetings and names are shorter: they tell nothing of where a text comes from. */
const shortestLine = 20;

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line.length >= shortestLine);

/** What is kept of a draft to recognise it by: hashes, so that a draft which was never sent is not kept. */
export function openDraft(id: string, text: string): OpenDraft {
  return { id, textSha256: sha256Hex(text.trim()), lines: [...new Set(linesOf(text).map(sha256Hex))] };
}

/** What became of a draft, by the message that its asker sent. */
export function outcomeOf({ textSha256, lines }: OpenDraft, sent: string): DraftOutcome['what'] {
  if (sha256Hex(sent.trim()) === textSha256) return 'unchanged';
  return linesOf(sent).some((line) => lines.includes(sha256Hex(line))) ? 'changed' : 'dropped';
}
