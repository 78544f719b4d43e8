import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeModel, type TriageModel } from '../domain/src/triage/model.ts';
import { root } from '../emulators/paths.ts';

export const modelFile = join(root, 'domain', 'models', 'triage.bin');
export const wordsFile = join(root, 'domain', 'models', 'words.bin');
export const cardFile = join(root, 'domain', 'models', 'triage.md');

/** Reports that were written for this project. */
export const ownData = (file: string): string => join(root, 'bench', 'eval', 'data', file);

/** The model that the product ships. */
export function shippedModel(): TriageModel {
  return decodeModel(readFileSync(modelFile));
}
