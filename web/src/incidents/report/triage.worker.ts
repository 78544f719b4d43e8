import { analyse } from '@secura/domain/triage/analyse';
import type { TriageInput } from '@secura/domain/triage/result';

// Its first run compiles some hundred patterns: on a phone that would freeze the typing for a second.
self.addEventListener('message', ({ data }: MessageEvent<{ id: number; input: TriageInput }>) => {
  self.postMessage({ id: data.id, result: analyse(data.input) });
});
