import { existsSync, readFileSync } from 'node:fs';
import { decodeModel, type TriageModel } from '@secura/domain/triage/model';

/** Beside the deployed bundle, or in the domain where the sources run as they are. */
const places = [new URL('./triage.bin', import.meta.url), new URL('../../../domain/models/triage.bin', import.meta.url)];

let model: TriageModel | undefined;

/** The trained model, read once for each running instance. */
export function triageModel(): TriageModel {
  if (!model) {
    const file = places.find((place) => existsSync(place));
    if (!file) throw new Error('The triage model (triage.bin) is missing from the deployment.');
    model = decodeModel(readFileSync(file));
  }
  return model;
}
