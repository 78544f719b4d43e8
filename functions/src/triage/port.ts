import { canonical } from '@secura/domain/incidents/chain';
import type { TriageContext } from '@secura/domain/triage/context';
import type { AiOutput } from '@secura/domain/triage/ledger';
import type { Opinion, PictureText, TriageInput, TriageResult } from '@secura/domain/triage/result';
import { textHash } from '../platform/incident-store.ts';
import { ProviderFailure } from '../platform/provider/failure.ts';
import type { StoredPicture } from '../platform/pictures.ts';
import type { OpinionPort, Picture } from './opinion-port.ts';

/** A result, and what each provider said to it, for the ledger. */
export interface Triaged {
  result: TriageResult;
  outputs: AiOutput[];
}

/**
 * What can triage a report, with what was read in its pictures. The embedded one needs neither key nor network; another may
 * look at the pictures itself and give its opinion beside it.
 */
export interface TriagePort {
  analyse(input: TriageInput, pictures?: readonly StoredPicture[], context?: TriageContext): Promise<Triaged>;
}

/** A part of the day's tokens is kept for reports: what people only try out may take this much of them. */
const shareForTrying = 0.5;

/** Loaded at first use: only functions that triage pay for the model, and only those with a key for the vendor. */
export async function triagePort(use: 'report' | 'trying' = 'report'): Promise<TriagePort> {
  const [{ analyse }, { triageModel }, { gemini }] = await Promise.all([import('@secura/domain/triage/analyse'), import('../platform/triage-model.ts'), import('./gemini.ts')]);
  return joinedPort((input, context, texts) => analyse(input, triageModel(), undefined, context, texts), gemini(use === 'report' ? 1 : shareForTrying));
}

/** The local triage, joined with another opinion where there is somebody to ask and an answer comes. */
export function joinedPort(local: (input: TriageInput, context?: TriageContext, pictures?: readonly PictureText[]) => TriageResult, other: OpinionPort | null, weigh: typeof weights = weights): TriagePort {
  return {
    async analyse(input, pictures = [], context) {
      const started = performance.now();
      const mine = local(input, context, pictures.filter(({ text }) => text !== ''));
      const outputs = [outputOf(mine, mine.severity.level, { since: started })];
      if (!other) return { result: mine, outputs };
      const asked = performance.now();
      try {
        const given = await other.give(input, await loaded(pictures));
        outputs.push(outputOf(given.opinion, given.opinion.severity, { since: asked, promptVersion: given.promptVersion, tokens: given.tokens }));
        const { combine } = await import('@secura/domain/triage/combine');
        const joined = combine(mine, given.opinion, await weigh(mine.model, other));
        const result = given.pictures.length > 0 ? { ...joined, pictures: given.pictures } : joined;
        outputs.push(outputOf(result, result.severity.level, { since: started, promptVersion: given.promptVersion }));
        return { result, outputs };
      } catch (error) {
        if (!(error instanceof ProviderFailure)) throw error;
        return { result: { ...mine, absent: { provider: other.provider, reason: error.reason } }, outputs };
      }
    },
  };
}

/** A picture that is gone or too large is left out: the others are looked at. */
async function loaded(pictures: readonly StoredPicture[]): Promise<Picture[]> {
  const all = await Promise.all(pictures.map(async ({ load, ...facts }) => ({ facts, copy: await load() })));
  return all.flatMap(({ facts, copy }) => (copy ? [{ ...facts, ...copy }] : []));
}

async function weights(local: string, other: { provider: string; model: string }): Promise<{ local: number; other: number }> {
  return (await import('./track-record.ts')).measuredWeights(local, other);
}

function outputOf(
  said: Pick<Opinion, 'provider' | 'model' | 'category' | 'confidence' | 'alternatives'>,
  severity: Opinion['severity'],
  took: { since: number; promptVersion?: string | null; tokens?: AiOutput['tokens'] },
): AiOutput {
  const { provider, model, category, confidence, alternatives } = said;
  const { since, promptVersion = null, tokens = null } = took;
  return { provider, model, promptVersion, latencyMs: Math.round((performance.now() - since) * 10) / 10, output: { category, confidence, severity, alternatives }, tokens };
}

export type TriageOutcome = ({ ok: true; inputSha256: string } & Triaged) | { ok: false; message: string; error: unknown };

/** Asks the port; a failure is an outcome, since the incident stands without it. */
export async function runTriage(input: TriageInput, port: () => Promise<TriagePort> = triagePort, context?: TriageContext, pictures: readonly StoredPicture[] = []): Promise<TriageOutcome> {
  try {
    return { ok: true, inputSha256: inputHash(input, pictures), ...(await (await port()).analyse(input, pictures, context)) };
  } catch (error) {
    return { ok: false, message: 'The automatic triage did not answer. It can be run again.', error };
  }
}

/** Tells inputs apart without keeping them. */
export function inputHash({ title, description, affected = null }: TriageInput, pictures: readonly PictureText[]): string {
  return textHash(canonical({ title, description, affected, ...(pictures.length > 0 && { pictures: pictures.map(({ id, text }) => ({ id, text })) }) }));
}
