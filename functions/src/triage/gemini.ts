import { randomBytes } from 'node:crypto';
import { configuredGemini } from '../platform/gemini/configured.ts';
import type { StructuredModel } from '../platform/gemini/model.ts';
import { readAnswer, toOpinion, toPictures } from './gemini-answer.ts';
import type { OpinionPort } from './opinion-port.ts';
import { enclose, longestAnswer, schema, system, version } from './prompts/triage-2.ts';

/** A language model as a giver of opinions. */
export function opinionOf(model: StructuredModel): OpinionPort {
  return {
    provider: model.provider,
    model: model.model,
    async give(input, pictures = []) {
      const { answer, tokens } = await model.ask({ system, schema, text: enclose(input, pictures, randomBytes(12).toString('hex')), pictures, longestAnswer, read: readAnswer });
      return { opinion: toOpinion(answer, input, model.model, pictures), promptVersion: version, tokens, pictures: toPictures(answer, pictures) };
    },
  };
}

/**
 * Gemini's opinion, when its secret is set.
 * @param share the part of the day's tokens that it may be asked within
 */
export function gemini(share: number): OpinionPort | null {
  const model = configuredGemini(share);
  return model && opinionOf(model);
}
