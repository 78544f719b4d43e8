import { randomBytes } from 'node:crypto';
import { messageLimit } from '@secura/domain/conversation/message';
import { composeReply, template } from '@secura/domain/conversation/reply/compose';
import type { ReplyMaterial } from '@secura/domain/conversation/reply/material';
import { cleanText } from '@secura/domain/platform/clean';
import type { AbsenceReason } from '@secura/domain/triage/result';
import { z } from 'zod';
import { ProviderFailure } from '../platform/provider/failure.ts';
import type { StructuredModel } from '../platform/gemini/model.ts';
import { enclose, longestAnswer, schema, system, version } from './prompts/reply-1.ts';

/** A drafted reply, and who drafted it. */
export interface Drafted {
  text: string;
  provider: string;
  model: string;
  promptVersion: string | null;
  tokens: { prompt: number; answer: number } | null;
  latencyMs: number;
  absent: { provider: string; reason: AbsenceReason } | null;
}

/** Drafts a reply with a language model where there is one, and composes it where there is none or it fails. */
export async function draftOf(material: ReplyMaterial, model: StructuredModel | null): Promise<Drafted> {
  const started = performance.now();
  const took = (): number => Math.round((performance.now() - started) * 10) / 10;
  let absent: Drafted['absent'] = null;
  if (model) {
    try {
      const { answer, tokens } = await model.ask({ system, schema, text: enclose(material, randomBytes(12).toString('hex')), longestAnswer, read: readReply });
      return { text: answer, provider: model.provider, model: model.model, promptVersion: version, tokens, latencyMs: took(), absent };
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      absent = { provider: model.provider, reason: error.reason };
    }
  }
  return { text: composeReply(material), provider: 'local', model: template, promptVersion: null, tokens: null, latencyMs: took(), absent };
}

const Reply = z.object({ reply: z.string() });
const shortest = 40;
const longest = messageLimit / 2;

/** What leads out of a message. Nobody's reply needs one, and who talked a model into it wants it clicked. */
const leadsOut = /(?:https?|hxxps?|ftp|data|javascript|mailto):|\bwww\.|\S@\S|\]\(|\b[a-z0-9-]{2,63}(?:\.|\[\.\]|\(dot\))[a-z]{2,24}\b|\+?\d[\d ()/-]{8,}\d/i;

function readReply(answer: string): string {
  try {
    const text = cleanText(Reply.parse(JSON.parse(answer)).reply);
    if (text.length < shortest || text.length > longest || leadsOut.test(text)) throw new Error('It is too short, too long, or leads out of the message.');
    return text;
  } catch (cause) {
    throw new ProviderFailure('invalid', 'The answer has not the form that was asked for.', { cause });
  }
}
