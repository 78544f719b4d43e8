import { embeddingFellBack } from '../logs.ts';

/** Meanings of texts with their origin; those of different origin are never compared. */
export interface Embedded {
  provider: 'local' | 'gemini';
  model: string;
  dim: number;
  /** One for each text, of length one. */
  vectors: Float32Array[];
}

/** What turns texts into vectors whose product says how near their meanings are. */
export interface Embedder {
  embed(texts: readonly string[]): Promise<Embedded>;
}

export interface EmbeddingSettings {
  geminiKey: string;
  geminiModel: string;
  /** Another address than the vendor's own, for tests. */
  baseUrl?: string | undefined;
  /** How long Gemini may take; 5 s. */
  timeoutMs?: number;
}

const settingsOf = (env: NodeJS.ProcessEnv): EmbeddingSettings => ({
  geminiKey: env['GEMINI_API_KEY'] ?? '',
  geminiModel: env['GEMINI_EMBEDDING_MODEL'] ?? 'gemini-embedding-001',
  baseUrl: env['GOOGLE_GEMINI_BASE_URL'],
});

/**
 * Embeds with Gemini where its key is set, else with the model that ships in the functions. Should Gemini fail or be
 * late, the embedded one answers, and the answer says so.
 */
export async function embed(texts: readonly string[], settings: EmbeddingSettings = settingsOf(process.env)): Promise<Embedded> {
  const local = async (): Promise<Embedded> => (await (await import('./local.ts')).localEmbedder()).embed(texts);
  if (!settings.geminiKey) return local();
  try {
    const { geminiEmbedder } = await import('./gemini.ts');
    return await geminiEmbedder(settings).embed(texts);
  } catch (error) {
    embeddingFellBack(error);
    return local();
  }
}
