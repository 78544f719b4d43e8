import type { PineconeSettings } from './pinecone-index.ts';

/** A report as an index holds it: nothing of what it says but its vector. */
export interface IndexedVector {
  id: string;
  profile: Float32Array;
  reportedAt: Date;
}

/**
 * Finds which reports are nearest. It only names them: what they are, and whether they may be compared, is read from
 * Firestore by whoever asks. `space` parts profiles that cannot be compared (see `Profiled.origin`).
 */
export interface VectorIndex {
  provider: 'embedded' | 'pinecone';
  /** Puts vectors in, or in the place of their older selves. */
  upsert(space: string, vectors: readonly IndexedVector[]): Promise<void>;
  remove(space: string, ids: readonly string[]): Promise<void>;
  /** Ids with the largest products, largest first, of what was not reported before. */
  nearest(space: string, profile: Float32Array, count: number, reportedSince: Date): Promise<string[]>;
}

const settingsOf = (env: NodeJS.ProcessEnv): PineconeSettings => ({
  apiKey: env['PINECONE_API_KEY'] ?? '',
  indexName: env['PINECONE_INDEX_NAME'] ?? '',
  project: env['GCLOUD_PROJECT'] ?? '',
  controllerUrl: env['PINECONE_CONTROLLER_HOST'],
});

// One for each running instance: its breaker remembers failures from call to call.
let chosen: { by: string; index: Promise<VectorIndex> } | undefined;

/** Pinecone, where its key and the name of an index are set; null leaves the embedded one alone. */
export async function outsideIndex(settings: PineconeSettings = settingsOf(process.env)): Promise<VectorIndex | null> {
  if (!settings.apiKey || !settings.indexName) return null;
  const by = JSON.stringify(settings);
  if (chosen?.by !== by) chosen = { by, index: import('./pinecone-index.ts').then(({ pineconeIndex }) => pineconeIndex(settings)) };
  return chosen.index;
}
