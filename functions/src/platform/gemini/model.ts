import { setTimeout as pause } from 'node:timers/promises';
import type { GenerateContentResponse, GoogleGenAI } from '@google/genai';
import { providerFailed, providerPaused } from '../logs.ts';
import { circuit } from '../provider/circuit.ts';
import { ProviderFailure } from '../provider/failure.ts';
import type { TokenBudget } from './token-budget.ts';

export const provider = 'gemini';
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

/** A picture that goes along. */
export interface SentPicture {
  mimeType: string;
  bytes: Uint8Array;
}

/** One question whose answer is an object of a given form. */
export interface Question<T> {
  system: string;
  /** In the dialect of the Gemini API, a subset of OpenAPI 3.0. */
  schema: object;
  /** The untrusted text, enclosed as data. */
  text: string;
  pictures?: readonly SentPicture[];
  /** In tokens. */
  longestAnswer: number;
  /** Reads the answer's text. @throws ProviderFailure `invalid` */
  read(answer: string): T;
}

export interface Answered<T> {
  answer: T;
  tokens: { prompt: number; answer: number };
}

/** A language model that answers in a given form, within a budget. */
export interface StructuredModel {
  provider: string;
  model: string;
  /** @throws ProviderFailure for every failure: a time-out, a refusal, an answer of another form */
  ask<T>(question: Question<T>): Promise<Answered<T>>;
}

/**
 * Gemini with structured output at temperature 0. At most two attempts of eight seconds each; the second only where the
 * first may have failed by chance.
 */
export function geminiModel(settings: GeminiSettings): { within(budget: TokenBudget): StructuredModel } {
  const { apiKey, model, baseUrl, timeoutMs = 8000, pauseMs = 500, breaker = { failures: 5, restMs: 60_000 } } = settings;
  let client: Promise<GoogleGenAI> | undefined;
  const connect = () => (client ??= import('@google/genai').then(({ GoogleGenAI: Client }) => new Client({ apiKey, httpOptions: { timeout: timeoutMs, ...(baseUrl && { baseUrl }) } })));
  const guarded = circuit({ ...breaker, changed: (state, failures) => providerPaused({ provider, state, failures }) });

  async function generate({ system, schema, text, pictures = [], longestAnswer }: Question<unknown>): Promise<GenerateContentResponse> {
    const ai = await connect();
    const parts = [{ text }, ...pictures.map(({ mimeType, bytes }) => ({ inlineData: { mimeType, data: Buffer.from(bytes).toString('base64') } }))];
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
      async ask(question) {
        const started = performance.now();
        try {
          return await guarded(async () => {
            const reservation = await budget.reserve(estimateOf(question), new Date());
            const response = await generate(question).catch(async (error: unknown) => {
              // What timed out may have been worked on, and billed.
              if (!(error instanceof ProviderFailure && error.reason === 'timeout')) await reservation.settle(null);
              throw error;
            });
            const tokens = { prompt: response.usageMetadata?.promptTokenCount ?? 0, answer: (response.usageMetadata?.totalTokenCount ?? 0) - (response.usageMetadata?.promptTokenCount ?? 0) };
            if (response.usageMetadata?.totalTokenCount) await reservation.settle(response.usageMetadata.totalTokenCount);
            return { answer: question.read(textOf(response)), tokens };
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
function estimateOf({ system, text, pictures = [], longestAnswer }: Question<unknown>): number {
  return Math.ceil((Buffer.byteLength(system) + Buffer.byteLength(text)) / 3) + pictures.length * tokensOfPicture + longestAnswer;
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
