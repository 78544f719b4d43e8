import type { Embedder, EmbeddingSettings } from './port.ts';

const dim = 768;
const patienceMs = 5000;
/** Texts in one request; the service takes a hundred. */
const batch = 100;

/** Gemini's embeddings, shortened to 768 numbers and brought to length one, which the service leaves to the caller. */
export function geminiEmbedder({ geminiKey, geminiModel, baseUrl, timeoutMs = patienceMs }: EmbeddingSettings): Embedder {
  return {
    async embed(texts) {
      const { GoogleGenAI } = await import('@google/genai');
      const client = new GoogleGenAI({ apiKey: geminiKey, httpOptions: { ...(baseUrl && { baseUrl }), timeout: timeoutMs } });
      const vectors: Float32Array[] = [];
      for (let from = 0; from < texts.length; from += batch) {
        const part = texts.slice(from, from + batch).map((text) => text.trim() || '-');
        const answer = await client.models.embedContent({ model: geminiModel, contents: part, config: { outputDimensionality: dim, taskType: 'SEMANTIC_SIMILARITY' } });
        const found = answer.embeddings ?? [];
        if (found.length !== part.length) throw new Error(`Gemini answered ${found.length} embeddings for ${part.length} texts.`);
        for (const { values } of found) vectors.push(unit(values ?? []));
      }
      return { provider: 'gemini', model: geminiModel, dim, vectors };
    },
  };
}

function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values);
  if (values.length !== dim || !Number.isFinite(length) || length === 0) throw new Error(`Gemini answered an embedding of ${values.length} numbers, length ${length}.`);
  return Float32Array.from(values, (value) => value / length);
}
