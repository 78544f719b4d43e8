import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { TriageInput } from '@secura/domain/triage/result';
import type { GenerateContentResponse, GoogleGenAI } from '@google/genai';
import { providerFailed, providerPaused } from '../platform/logs.ts';
import { circuit } from './circuit.ts';
import { readAnswer, toOpinion, toPictures } from './gemini-answer.ts';
import { ProviderFailure, type OpinionPort, type Picture } from './opinion-port.ts';
import { enclose, longestAnswer, schema, system, version } from './prompts/triage-2.ts';
import type { TokenBudget } from './token-budget.ts';

const provider = 'gemini';
const attempts = 2;

export interface GeminiSettings {
  apiKey: string;
  model: string;
  /** Where the API is, if not at Google. */
  baseUrl?: string | undefined;
  /** For one attempt, in ms. */
  timeoutMs?: number;
  /** Before the second attempt, in ms. */
  pauseMs?: number;
  /** Failures in a row that pause it, and for how long in ms. */
  breaker?: { failures: number; restMs: number };
}

/**
 * Gemini as a giver of opinions. Every failure is a ProviderFailure: a time-out, a refusal, an answer of another form.
 * At most two attempts of eight seconds each; the second only where the first may have failed by chance.
 */
export function geminiPort(settings: GeminiSettings): { within(budget: TokenBudget): OpinionPort } {
  const { apiKey, model, baseUrl, timeoutMs = 8000, pauseMs = 500, breaker = { failures: 5, restMs: 60_000 } } = settings;
  let client: Promise<GoogleGenAI> | undefined;
  const connect = () => (client ??= import('@google/genai').then(({ GoogleGenAI: Client }) => new Client({ apiKey, httpOptions: { timeout: timeoutMs, ...(baseUrl && { baseUrl }) } })));
  const guarded = circuit({ ...breaker, changed: (state, failures) => providerPaused({ provider, state, failures }) });

  async function ask(input: TriageInput, pictures: readonly Picture[]): Promise<GenerateContentResponse> {
    const ai = await connect();
    const parts = [
      { text: enclose(input, pictures, randomBytes(12).toString('hex')) },
      ...pictures.map(({ mimeType, bytes }) => ({ inlineData: { mimeType, data: Buffer.from(bytes).toString('base64') } })),
    ];
    const config = {
      systemInstruction: system, temperature: 0, candidateCount: 1, maxOutputTokens: longestAnswer, responseMimeType: 'application/json', responseSchema: schema,
      // Thinking would take the seconds and tokens of the answer; only this model can do without.
      ...(model.startsWith('gemini-2.5-flash') && { thinkingConfig: { thinkingBudget: 0 } }),
    };
    for (let attempt = 1; ; attempt++) {
      try {
        return await ai.models.generateContent({ model, contents: [{ role: 'user', parts }], config } as Parameters<typeof ai.models.generateContent>[0]);
      } catch (error) {
        const failure = failureOf(error);
        if (attempt === attempts || failure.reason === 'rejected') throw failure;
        await pause(pauseMs);
      }
    }
  }

  return {
    within: (budget) => ({
      provider,
      model,
      async give(input, pictures = []) {
        const started = performance.now();
        try {
          return await guarded(async () => {
            const reservation = await budget.reserve(estimateOf(input, pictures), new Date());
            const response = await ask(input, pictures).catch(async (error: unknown) => {
              // What timed out may have been worked on, and billed.
              if (!(error instanceof ProviderFailure && error.reason === 'timeout')) await reservation.settle(null);
              throw error;
            });
            const tokens = { prompt: response.usageMetadata?.promptTokenCount ?? 0, answer: (response.usageMetadata?.totalTokenCount ?? 0) - (response.usageMetadata?.promptTokenCount ?? 0) };
            if (response.usageMetadata?.totalTokenCount) await reservation.settle(response.usageMetadata.totalTokenCount);
            const answer = readAnswer(textOf(response));
            return { opinion: toOpinion(answer, input, model, pictures), promptVersion: version, tokens, pictures: toPictures(answer, pictures) };
          });
        } catch (error) {
          const failure = error instanceof ProviderFailure ? error : new ProviderFailure('unavailable', 'It could not be asked.', { cause: error });
          // Not the cause: what a parser or a vendor complains about may repeat the report.
          providerFailed({ provider, model, reason: failure.reason, detail: failure.message, ms: Math.round(performance.now() - started) });
          throw failure;
        }
      },
    }),
  };
}

const tokensOfPicture = 1300;

/** An upper estimate: three bytes a token, and the longest answer. */
function estimateOf(input: TriageInput, pictures: readonly Picture[]): number {
  const bytes = Buffer.byteLength(system) + Buffer.byteLength(JSON.stringify(input));
  return Math.ceil(bytes / 3) + pictures.length * tokensOfPicture + longestAnswer;
}

function textOf(response: GenerateContentResponse): string {
  const blocked = response.promptFeedback?.blockReason;
  const [candidate] = response.candidates ?? [];
  if (blocked) throw new ProviderFailure('refused', `The text was refused (${blocked}).`);
  if (candidate?.finishReason && candidate.finishReason !== 'STOP' && candidate.finishReason !== 'MAX_TOKENS') throw new ProviderFailure('refused', `The answer was stopped (${candidate.finishReason}).`);
  return (candidate?.content?.parts ?? []).map(({ text }) => text ?? '').join('');
}

function failureOf(cause: unknown): ProviderFailure {
  const { status, name } = cause as { status?: unknown; name?: unknown };
  if (status === 429) return new ProviderFailure('busy', 'It is too busy, or our quota there is used up.', { cause });
  if (typeof status === 'number' && status >= 400 && status < 500 && status !== 408) return new ProviderFailure('rejected', `It does not accept what we ask (${status}).`, { cause });
  if (name === 'AbortError' || name === 'TimeoutError' || status === 408) return new ProviderFailure('timeout', 'It did not answer in time.', { cause });
  return new ProviderFailure('unavailable', 'It could not be reached.', { cause });
}
