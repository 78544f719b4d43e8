import type { Category } from '../../incidents/vocabulary.ts';
import type { Cue } from './cues.ts';

/** A technique of MITRE ATT&CK that employees can meet, with the words by which they tell of it. */
export interface TechniqueRule {
  id: string;
  name: string;
  /** Of the technique's tactics the one that reports stand for. */
  tactic: string;
  /** Goes on after the words: "“set up a rule” may be …". */
  why: string;
  cues: readonly Cue[];
  /** Words that say it only where triage finds one of these kinds of incident. */
  hints?: { in: readonly Category[]; cues: readonly Cue[] };
}
