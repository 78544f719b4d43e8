import modelFile from '@secura/domain/models/triage.bin?url';
import { assess } from '@secura/domain/triage/assess';
import { decodeModel, type TriageModel } from '@secura/domain/triage/model';
import type { TriageInput } from '@secura/domain/triage/result';

let model: Promise<TriageModel> | undefined;

async function load(): Promise<TriageModel> {
  const answer = await fetch(modelFile);
  if (!answer.ok) throw new Error(`The triage model: ${answer.status}`);
  return decodeModel(new Uint8Array(await answer.arrayBuffer()));
}

// A suggestion is a courtesy: without a network and without the file there is none, and the next text tries again.
self.addEventListener('message', ({ data }: MessageEvent<{ id: number; input: TriageInput }>) => {
  model ??= load();
  model.then(
    (loaded) => self.postMessage({ id: data.id, result: assess(data.input, loaded) }),
    () => (model = undefined),
  );
});
