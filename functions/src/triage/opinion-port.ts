import type { AbsenceReason, Opinion, PictureText, TriageAssessment, TriageInput } from '@secura/domain/triage/result';

/** A picture that came with a report, scanned and drawn anew, with what was read in it here. */
export interface Picture extends PictureText {
  mimeType: string;
  bytes: Uint8Array;
}

/** What a provider says, and what it took. */
export interface Given {
  opinion: Opinion;
  promptVersion: string | null;
  tokens: { prompt: number; answer: number } | null;
  pictures: NonNullable<TriageAssessment['pictures']>;
}

/** Somebody who can be asked about a report. */
export interface OpinionPort {
  provider: string;
  model: string;
  /** @throws ProviderFailure when there is no answer that can be used */
  give(input: TriageInput, pictures?: readonly Picture[]): Promise<Given>;
}

/** Why a provider gave no answer; triage goes on without it. */
export class ProviderFailure extends Error {
  override readonly name = 'ProviderFailure';
  readonly reason: AbsenceReason;

  constructor(reason: AbsenceReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
