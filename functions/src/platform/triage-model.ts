import { decodeModel, type TriageModel } from '@secura/domain/triage/model';
import { readModelFile } from './model-file.ts';

let model: TriageModel | undefined;

/** The trained model, read once for each running instance. */
export function triageModel(): TriageModel {
  model ??= decodeModel(readModelFile('triage.bin'));
  return model;
}
