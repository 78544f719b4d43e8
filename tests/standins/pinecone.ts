import { bodyOf, listen } from './listen.ts';

/** How the stand-in behaves for one test. */
export interface Behaviour {
  status?: number;
  /** So many requests fail by it; all of them when left out. */
  times?: number;
  delayMs?: number;
  metric?: string;
  dimension?: number;
  /** Ids that every query answers besides, as if what was deleted were still there. */
  stale?: string[];
  /** What is written is not found yet. */
  late?: boolean;
}

interface Vector {
  id: string;
  values: number[];
  metadata?: Record<string, number>;
}

interface Asked {
  path: string;
  key: string | undefined;
  version: string | undefined;
  body: { namespace?: string; vectors?: Vector[]; ids?: string[]; vector?: number[]; topK?: number; filter?: { reportedAt: { $gte: number } } };
}

export const pineconeKey = 'test-pinecone-key';

/** Speaks the wire format of Pinecone's control plane and of one serverless index that compares by dotproduct. */
export async function startPinecone(dimension: number) {
  let behaviour: Behaviour = {};
  const asked: Asked[] = [];
  const namespaces = new Map<string, Map<string, Vector>>();
  const server = await listen((request, response) => {
    void (async () => {
      const path = `${request.method} ${request.url}`;
      const body = JSON.parse((await bodyOf(request)) || '{}') as Asked['body'];
      asked.push({ path, key: request.headers['api-key'] as string | undefined, version: request.headers['x-pinecone-api-version'] as string | undefined, body });
      const { status = 200, times = Infinity, delayMs = 0 } = behaviour;
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      const fails = status !== 200 && times > 0;
      if (fails) behaviour = { ...behaviour, times: times - 1 };
      const [code, answer] = fails ? [status, { error: { code: 'UNKNOWN', message: `No. ${JSON.stringify(body)}` }, status }] : answerTo(path, body);
      response.writeHead(code, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    })();
  });

  function answerTo(path: string, { namespace = '', vectors = [], ids = [], vector = [], topK = 0, filter }: Asked['body']): [status: number, answer: object] {
    const size = behaviour.dimension ?? dimension;
    const here = namespaces.get(namespace) ?? new Map<string, Vector>();
    namespaces.set(namespace, here);
    switch (path) {
      case 'GET /indexes/secura-reports':
        return [200, { name: 'secura-reports', dimension: size, metric: behaviour.metric ?? 'dotproduct', vector_type: 'dense', host: server.baseUrl, deletion_protection: 'disabled', spec: { serverless: { cloud: 'aws', region: 'us-east-1' } }, status: { ready: true, state: 'Ready' } }];
      case 'POST /vectors/upsert':
        if (vectors.some(({ values }) => values.length !== size)) return [400, { code: 3, message: 'Vector dimension does not match the dimension of the index', details: [] }];
        for (const one of vectors) here.set(one.id, one);
        return [200, { upsertedCount: vectors.length }];
      case 'POST /vectors/delete':
        for (const id of ids) here.delete(id);
        return [200, {}];
      case 'POST /query': {
        if (vector.length !== size) return [400, { code: 3, message: 'Query vector dimension does not match', details: [] }];
        const found = behaviour.late ? [] : [...here.values()].filter(({ metadata }) => !filter || (metadata?.['reportedAt'] ?? 0) >= filter.reportedAt.$gte);
        const matches = found.map(({ id, values }) => ({ id, score: values.reduce((sum, value, at) => sum + value * vector[at]!, 0), values: [] as number[] })).sort((a, b) => b.score - a.score);
        return [200, { matches: [...(behaviour.stale ?? []).map((id) => ({ id, score: 99, values: [] })), ...matches].slice(0, topK), namespace, usage: { readUnits: 5 } }];
      }
      default:
        return [404, { error: { code: 'NOT_FOUND', message: `Resource ${path} not found` }, status: 404 }];
    }
  }

  return { ...server, asked, namespaces, behave: (next: Behaviour) => void (behaviour = next) };
}
