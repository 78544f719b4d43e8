import { bodyOf, listen } from './listen.ts';

/** How the stand-in behaves for one test. */
export interface Behaviour {
  status?: number;
  delayMs?: number;
  /** Numbers in each embedding. */
  dim?: number;
  /** Length of each vector; the service does not bring shortened ones to one. */
  length?: number;
  /** Embeddings that are left out of the answer. */
  missing?: number;
}

interface Asked {
  path: string;
  key: string | undefined;
  requests: { content: { parts: { text: string }[] }; taskType: string; outputDimensionality: number; model: string }[];
}

/** Speaks the wire format of Gemini's batchEmbedContents. A text's vector follows from its letters. */
export async function startGeminiEmbeddings(): Promise<{ baseUrl: string; asked: Asked[]; behave(behaviour: Behaviour): void; stop(): Promise<void> }> {
  let behaviour: Behaviour = {};
  const asked: Asked[] = [];
  const server = await listen((request, response) => {
    void (async () => {
      const { requests } = JSON.parse(await bodyOf(request)) as { requests: Asked['requests'] };
      asked.push({ path: request.url ?? '', key: request.headers['x-goog-api-key'] as string | undefined, requests });
      const { status = 200, delayMs = 0, dim = 768, length = 0.7, missing = 0 } = behaviour;
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      response.writeHead(status, { 'content-type': 'application/json' });
      if (status !== 200) return response.end(JSON.stringify({ error: { code: status, message: 'Quota exceeded.', status: 'RESOURCE_EXHAUSTED' } }));
      const embeddings = requests.slice(missing).map(({ content }) => ({ values: vectorOf(content.parts[0]!.text, dim, length) }));
      return response.end(JSON.stringify({ embeddings }));
    })();
  });
  return {
    ...server,
    asked,
    behave: (next) => void (behaviour = next),
  };
}

function vectorOf(text: string, dim: number, length: number): number[] {
  const values = new Array<number>(dim).fill(0);
  const padded = `  ${text.toLowerCase()}  `;
  for (let at = 0; at + 3 <= padded.length; at++) values[[...padded.slice(at, at + 3)].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7) % dim]! += 1;
  const norm = Math.hypot(...values) || 1;
  return values.map((value) => (value / norm) * length);
}
