import { readReport, type PairModel, type ReadReport } from '@secura/domain/similar/pair';
import { comparedText, profileOf } from '@secura/domain/similar/profile';
import { decodeTable, type WordTable } from '@secura/domain/similar/word-table';
import { wordsOf } from '@secura/domain/similar/words';
import { embed, type Embedded } from '../platform/embeddings/port.ts';
import { readModelFile } from '../platform/model-file.ts';
import { triageModel } from '../platform/triage-model.ts';

/** A report made comparable; profiles are compared only where `origin` is the same. */
export interface Profiled {
  profile: Float32Array;
  provider: Embedded['provider'];
  embedding: string;
  /** Provider, model and length: profiles of another origin are of another space. */
  origin: string;
}

type Texts = Parameters<typeof comparedText>[0];

let model: Promise<PairModel> | undefined;
let table: WordTable | undefined;

/** The shipped model of comparisons. */
export function similarModel(): Promise<PairModel> {
  model ??= import('@secura/domain/similar/model.json', { with: { type: 'json' } }).then((module) => module.default as PairModel);
  return model;
}

const wordTable = (): WordTable => (table ??= decodeTable(readModelFile('words.bin')));

/** Makes reports comparable. Reads titles and descriptions only. */
export async function profileReports(reports: readonly Texts[]): Promise<Profiled[]> {
  const { categoryShares } = await import('@secura/domain/triage/assess');
  const texts = reports.map(comparedText);
  const { vectors, provider, model: embedding } = await embed(texts);
  return reports.map((report, index) => {
    const profile = profileOf({ words: wordsOf(texts[index]!, wordTable()), meaning: vectors[index]!, shares: categoryShares(report, triageModel()) });
    return { profile, provider, embedding, origin: `${provider}/${embedding}/${wordTable().name}/${profile.length}` };
  });
}

/** A report with its profile, made ready to be judged against another. */
export function readProfiled(report: Texts, profile: Float32Array): ReadReport {
  return readReport(comparedText(report), profile, wordTable());
}
