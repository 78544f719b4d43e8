import { setTimeout as pause } from 'node:timers/promises';
import type { Index } from '@pinecone-database/pinecone';
import { inParts } from '../platform/in-parts.ts';
import { providerFailed, providerPaused } from '../platform/logs.ts';
import { circuit } from '../platform/provider/circuit.ts';
import { ProviderFailure } from '../platform/provider/failure.ts';
import type { VectorIndex } from './vector-index.ts';

const provider = 'pinecone';
const attempts = 2;
/** Vectors in one request: of the two megabytes that it may have, they take one. */
const batch = 50;
/** Ids in one request to delete. */
const mostIds = 1000;

export interface PineconeSettings {
  apiKey: string;
  indexName: string;
  /** The Firebase project: several may share an index. */
  project: string;
  /** Where the API is, if not at Pinecone. */
  controllerUrl?: string | undefined;
  /** For one attempt, in ms. */
  timeoutMs?: number;
  /** Before the second attempt, in ms. */
  pauseMs?: number;
  /** Failures in a row that pause it, and for how long in ms. */
  breaker?: { failures: number; restMs: number };
}

/**
 * Pinecone. What leaves are ids, vectors and the time of the report, by which searches are filtered; each project and each space has a
 * namespace of its own. At most two attempts of three seconds each. Every failure is a ProviderFailure.
 */
export function pineconeIndex(settings: PineconeSettings): VectorIndex {
  const { apiKey, indexName, project, controllerUrl, timeoutMs = 3000, pauseMs = 200, breaker = { failures: 5, restMs: 60_000 } } = settings;
  const guarded = circuit({ ...breaker, changed: (state, failures) => providerPaused({ provider, state, failures }) });

  async function open() {
    const { Pinecone } = await import('@pinecone-database/pinecone');
    // Retried below: the SDK retries no time-out.
    const client = new Pinecone({ apiKey, maxRetries: 0, fetchApi: patient(timeoutMs), ...(controllerUrl && { controllerHostUrl: controllerUrl }) });
    const { host, dimension, metric } = await client.describeIndex(indexName);
    // Products of profiles are weighted sums: their length means something, which the cosine would forget.
    if (metric !== 'dotproduct') throw new ProviderFailure('rejected', `The index compares by ${metric}; it has to by dotproduct.`);
    return { dimension, inSpace: (space: string) => client.index({ host, namespace: `${project}/${space}` }) };
  }
  let opened: ReturnType<typeof open> | undefined;

  /** @param length of the profiles that it is about; null where it is about none */
  async function ask<T>(space: string, length: number | null, question: (index: Index) => Promise<T>): Promise<T> {
    const started = performance.now();
    try {
      return await guarded(async () => {
        for (let attempt = 1; ; attempt++) {
          try {
            const { dimension, inSpace } = await (opened ??= open());
            if (length !== null && dimension !== length) throw new ProviderFailure('invalid', `The index is for vectors of ${dimension} numbers, these have ${length}.`);
            return await question(inSpace(space));
          } catch (error) {
            // What it says of itself may be mended in the meantime.
            opened = undefined;
            const failure = failureOf(error);
            if (attempt === attempts || failure.reason === 'rejected' || failure.reason === 'invalid') throw failure;
            await pause(pauseMs);
          }
        }
      });
    } catch (error) {
      const failure = failureOf(error);
      providerFailed({ provider, model: indexName, reason: failure.reason, detail: failure.message, ms: Math.round(performance.now() - started) });
      throw failure;
    }
  }

  return {
    provider,
    async upsert(space, vectors) {
      for (const part of inParts(vectors, batch)) {
        const records = part.map(({ id, profile, reportedAt }) => ({ id, values: [...profile], metadata: { reportedAt: reportedAt.getTime() } }));
        await ask(space, part[0]!.profile.length, (index) => index.upsert({ records }));
      }
    },
    async remove(space, ids) {
      for (const part of inParts(ids, mostIds)) await ask(space, null, (index) => index.deleteMany({ ids: part }));
    },
    async nearest(space, profile, count, reportedSince) {
      const filter = { reportedAt: { $gte: reportedSince.getTime() } };
      const { matches } = await ask(space, profile.length, (index) => index.query({ vector: [...profile], topK: count, filter, includeValues: false, includeMetadata: false }));
      return matches.map(({ id }) => id);
    },
  };
}

/** Fetches within a time, and fails in our words: what the SDK makes of a failure may hold what was sent. */
function patient(timeoutMs: number): typeof fetch {
  return async (url, init) => {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    if (answer.ok) return answer;
    await answer.body?.cancel();
    if (answer.status === 429) throw new ProviderFailure('busy', 'It is too busy, or our quota there is used up.');
    if (answer.status >= 400 && answer.status < 500) throw new ProviderFailure('rejected', `It does not accept what we ask (${answer.status}).`);
    throw new ProviderFailure('unavailable', `It is in trouble (${answer.status}).`);
  };
}

/** The failure that the SDK may have wrapped. */
function failureOf(error: unknown): ProviderFailure {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ProviderFailure) return cause;
    if (cause.name === 'TimeoutError') return new ProviderFailure('timeout', 'It did not answer in time.');
  }
  return new ProviderFailure('unavailable', 'It could not be reached.');
}
