import type { Opinion, PictureText, TriageAssessment, TriageInput } from '@secura/domain/triage/result';
import type { SentPicture } from '../platform/gemini/model.ts';

/** A picture that came with a report, scanned and drawn anew, with what was read in it here. */
export type Picture = PictureText & SentPicture;

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
