import { createId } from '@secura/domain/platform/ids';
import { certaintyOf } from '@secura/domain/triage/certainty';
import type { AiDecision } from '@secura/domain/triage/ledger';
import { AnalysisAnswer, AskInput, CategoryAnswer, MitigationAnswer, SeverityAnswer } from '@secura/domain/triage/operations';
import type { TriageInput, TriageResult } from '@secura/domain/triage/result';
import type { z } from 'zod';
import { db } from '../platform/firebase.ts';
import { operation } from '../platform/operation.ts';
import { triageSecrets } from '../platform/secrets.ts';
import { runTriage, triagePort } from './port.ts';

/** Reads a text as a report would be read, and enters it in the ledger; of the text itself nothing is kept. */
async function read(input: TriageInput, now: Date): Promise<TriageResult> {
  const outcome = await runTriage(input, () => triagePort('trying'));
  if (!outcome.ok) throw outcome.error;
  const { result, outputs, inputSha256 } = outcome;
  const batch = db().batch();
  for (const output of outputs) {
    const entry: AiDecision = { ...output, kind: 'triage', incidentId: null, inputSha256, at: now, decision: null };
    batch.create(db().doc(`aiDecisions/${createId()}`), entry);
  }
  await batch.commit();
  return result;
}

const sourceOf = ({ provider, model, absent }: TriageResult) => ({ provider, model, absent: absent ?? null });
const categoryOf = ({ category, confidence, alternatives, reasons }: TriageResult) => ({ category, confidence, certainty: certaintyOf(confidence), alternatives, reasons });
const severityOf = ({ severity: { level, points, next, factors } }: TriageResult) => ({ severity: level, points, next, factors });
const mitigationOf = ({ advice, plan }: TriageResult) => ({ advice, steps: plan.map(({ phase, step, owner, hours, why, source }) => ({ phase, step, owner, hours, why, source })) });

function asking<O extends z.ZodType>(definition: { name: `ai.${string}`; summary: string; path: `/api/ai/${string}`; output: O; answer(result: TriageResult): z.output<O> }) {
  const { name, summary, path, output, answer } = definition;
  return operation({
    name,
    summary,
    allow: 'everyone',
    input: AskInput,
    output,
    cost: 'costly',
    secrets: triageSecrets,
    rest: { method: 'post', path },
    run: async ({ input, now }) => answer(await read(input, now)),
  });
}

export const analyzeText = asking({
  name: 'ai.analyze',
  summary: 'Read a text as a report would be read: category, severity, reasons, plan',
  path: '/api/ai/analyze-incident',
  output: AnalysisAnswer,
  answer: (result) => ({
    finding: result.finding, category: categoryOf(result), severity: severityOf(result), mitigation: mitigationOf(result), opinions: result.opinions ?? [], ...sourceOf(result),
  }),
});

export const categorizeText = asking({
  name: 'ai.categorize',
  summary: 'Which category a text belongs to, how surely, and because of which words',
  path: '/api/ai/categorize',
  output: CategoryAnswer,
  answer: (result) => ({ ...categoryOf(result), ...sourceOf(result) }),
});

export const assessSeverityOf = asking({
  name: 'ai.severity',
  summary: 'How severe what a text tells is, with each point of it',
  path: '/api/ai/assess-severity',
  output: SeverityAnswer,
  answer: (result) => ({ ...severityOf(result), ...sourceOf(result) }),
});

export const mitigationFor = asking({
  name: 'ai.mitigation',
  summary: 'First advice and the response plan for what a text tells',
  path: '/api/ai/mitigation-strategies',
  output: MitigationAnswer,
  answer: (result) => ({ category: result.category, severity: result.severity.level, ...mitigationOf(result), ...sourceOf(result) }),
});
