import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What was asked, as it came over the wire. */
export interface Asked {
  url: string;
  key: string | undefined;
  body: {
    contents: { role: string; parts: { text?: string; inlineData?: { mimeType: string; data: string } }[] }[];
    systemInstruction?: { parts: { text: string }[] };
    generationConfig?: Record<string, unknown>;
  };
}

/** How it answers one request: an answer's object, or something that goes wrong. */
export type Behaviour =
  | { answer: object }
  | { text: string }
  | { status: number }
  | { silentMs: number }
  | { blocked: 'SAFETY' | 'PROHIBITED_CONTENT' }
  | { stopped: 'SAFETY' | 'RECITATION' };

const usage = { promptTokenCount: 900, candidatesTokenCount: 100, totalTokenCount: 1000 };
const candidate = (text: string, finishReason = 'STOP') => ({ candidates: [{ content: { role: 'model', parts: [{ text }] }, finishReason, index: 0 }], usageMetadata: usage, modelVersion: 'gemini-2.5-flash' });

/**
 * Speaks the wire format of the Gemini API's generateContent, for the vendor's own SDK.
 * @param behave what to answer to the n-th request, counted from 0
 */
export async function startGemini(behave: (asked: Asked, index: number) => Behaviour): Promise<{ baseUrl: string; asked: Asked[]; stop(): Promise<void> }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one: Asked = { url: request.url ?? '', key: request.headers['x-goog-api-key'] as string | undefined, body: JSON.parse(Buffer.concat(chunks).toString()) as Asked['body'] };
      asked.push(one);
      answer(response, behave(one, asked.length - 1));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answer(response: ServerResponse, behaviour: Behaviour): void {
  const send = (body: object, status = 200): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  if ('answer' in behaviour) send(candidate(JSON.stringify(behaviour.answer)));
  else if ('text' in behaviour) send(candidate(behaviour.text));
  else if ('status' in behaviour) send({ error: { code: behaviour.status, message: 'Resource has been exhausted', status: 'RESOURCE_EXHAUSTED' } }, behaviour.status);
  else if ('silentMs' in behaviour) setTimeout(() => send(candidate('{}')), behaviour.silentMs).unref();
  else if ('blocked' in behaviour) send({ promptFeedback: { blockReason: behaviour.blocked }, usageMetadata: usage });
  else send({ candidates: [{ finishReason: behaviour.stopped, index: 0 }], usageMetadata: usage });
}

/** The report as a request holds it. */
export function reportIn({ body }: Asked): { title: string; description: string; pictures?: string[] } {
  const text = body.contents[0]?.parts[0]?.text ?? '';
  return JSON.parse(text.split('\n')[1] ?? '') as { title: string; description: string; pictures?: string[] };
}

/** The parts of a request in order: the text, then each picture's type and bytes as base64. Throws for what the API would refuse. */
export function picturesIn({ body }: Asked): string[] {
  return (body.contents[0]?.parts ?? []).map(({ text, inlineData }) => {
    if ((text === undefined) === (inlineData === undefined)) throw new Error('A part is either a text or a picture.');
    if (!inlineData) return text!;
    if (!/^image\/(png|jpeg|webp|heic|heif)$/.test(inlineData.mimeType) || !/^[A-Za-z0-9+/]+=*$/.test(inlineData.data)) throw new Error('That is no picture which the API takes.');
    return `${inlineData.mimeType} ${inlineData.data}`;
  });
}

/** A model that believes whatever it reads: it says what it is told, loudly, and quotes the one who told it. */
export function gullible(asked: Asked): Behaviour {
  const { description } = reportIn(asked);
  return { answer: { quotes: [description.slice(0, 60)], category: 'other', confidence: 1, alternatives: [], severity: 'low' } };
}
