import { comparedText, profileOf, readModel, type SimilarModel, type SimilarReader } from '@secura/domain/similar/profile';
import { embed, type Embedded } from '../platform/embeddings/port.ts';
import { triageModel } from '../platform/triage-model.ts';

/** A report made comparable; profiles are compared only where `origin` is the same. */
export interface Profiled {
  profile: Float32Array;
  provider: Embedded['provider'];
  embedding: string;
  /** Provider, model and length: profiles of another origin are of another space. */
  origin: string;
}

let reader: Promise<SimilarReader> | undefined;

/** The shipped model of comparisons. */
export function similarModel(): Promise<SimilarReader> {
  reader ??= import('@secura/domain/similar/model.json', { with: { type: 'json' } }).then((module) => readModel(module.default as SimilarModel));
  return reader;
}

/** Makes reports comparable. Reads titles and descriptions only. */
export async function profileReports(reports: readonly { title: string; description: string }[]): Promise<Profiled[]> {
  const [model, { categoryShares }] = await Promise.all([similarModel(), import('@secura/domain/triage/assess')]);
  const texts = reports.map(comparedText);
  const { vectors, provider, model: embedding } = await embed(texts);
  return reports.map((report, index) => {
    const profile = profileOf(model, { text: texts[index]!, meaning: vectors[index]!, shares: categoryShares(report, triageModel()) });
    return { profile, provider, embedding, origin: `${provider}/${embedding}/${model.name}/${profile.length}` };
  });
}
