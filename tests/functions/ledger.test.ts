import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createId } from '@secura/domain/platform/ids';
import type { AiDecision } from '@secura/domain/triage/ledger';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../emulators/paths.ts';
import { ProviderFailure } from '../../functions/src/platform/provider/failure.ts';
import { dailyBudget } from '../../functions/src/platform/gemini/token-budget.ts';
import { readExamples } from '../../training/corpus.ts';
import { callable, makeIncident, makePerson, readIncident, rest, store, type TestPerson } from './support.ts';

let reporter: TestPerson;
let analyst: TestPerson;

beforeAll(async () => {
  [reporter, analyst] = await Promise.all([makePerson('employee'), makePerson('security_team')]);
});

async function entriesOf(id: string): Promise<AiDecision[]> {
  const { docs } = await store.collection('aiDecisions').where('incidentId', '==', id).get();
  return docs.map((doc) => doc.data() as AiDecision).sort((a, b) => a.provider.localeCompare(b.provider));
}

const reason = 'The headers show it.';

describe('the ledger of AI decisions', () => {
  test('holds what triage said of a report, with its hash and none of its words', async () => {
    const id = await makeIncident(reporter, { description: 'My quokka clicked on a link in a mail and I entered my password there.' });
    const [entry, ...more] = await entriesOf(id);
    expect(more).toEqual([]);
    const incident = await readIncident(id);
    expect(entry).toMatchObject({ kind: 'triage', provider: 'local', promptVersion: null, decision: null, output: { category: incident.category, severity: incident.severity } });
    expect(entry!.inputSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(entry!.latencyMs).toBeGreaterThan(0);
    expect(JSON.stringify(entry)).not.toMatch(/quokka|password/);
  });

  test('records who agreed, and who decided otherwise and why, reason by reason', async () => {
    const [accepted, overridden] = await Promise.all([makeIncident(reporter), makeIncident(reporter)]);
    await callable('incidents.reviewTriage', { id: accepted, decision: 'accepted' }, analyst.token);
    expect((await entriesOf(accepted))[0]!.decision).toMatchObject({ verdict: 'accepted', by: { uid: analyst.uid }, categoryRight: true, severityRight: true });

    await callable('incidents.setCategory', { id: overridden, category: 'malware', reason: 'It was a loader.' }, analyst.token);
    await callable('incidents.setSeverity', { id: overridden, severity: 'critical', reason }, analyst.token);
    expect((await entriesOf(overridden))[0]!.decision).toMatchObject({
      verdict: 'overridden', category: 'malware', severity: 'critical', categoryRight: false, severityRight: false, reasons: { category: 'It was a loader.', severity: reason },
    });
  });

  test('keeps each run of the triage apart, and judges the latest', async () => {
    const id = await makeIncident(reporter);
    expect((await callable('incidents.retriage', { id }, analyst.token)).status).toBe(200);
    await callable('incidents.reviewTriage', { id, decision: 'accepted' }, analyst.token);
    const entries = await entriesOf(id);
    expect(entries.map(({ decision }) => decision?.verdict ?? null).sort()).toEqual(['accepted', null]);
  });

  test('holds an answer about a text that nobody reported, without incident and without the text', async () => {
    const title = `Ransom note ${createId()}`;
    const answer = await rest('POST', '/api/ai/analyze-incident', { title, description: 'All my files are encrypted and they want bitcoin.' }, reporter.token);
    expect(answer.body).toMatchObject({ provider: 'local', category: { category: 'malware' } });
    const { docs } = await store.collection('aiDecisions').where('incidentId', '==', null).get();
    expect(docs.length).toBeGreaterThan(0);
    expect(JSON.stringify(docs.map((doc) => doc.data()))).not.toMatch(/Ransom|encrypted|bitcoin/i);
  });

  test('makes agreement and overrides figures that the team can ask for, and an employee cannot', async () => {
    const answer = await rest('GET', '/api/ai/triage-quality', undefined, analyst.token);
    const local = answer.body.models.find(({ provider }: { provider: string }) => provider === 'local');
    expect(local.decided).toBeGreaterThanOrEqual(3);
    expect((await rest('GET', '/api/ai/triage-quality', undefined, reporter.token)).status).toBe(403);
  });

  test('gives corrections to a file that training reads', async () => {
    const title = `Correct me ${createId()}`;
    const id = await makeIncident(reporter, { title });
    await callable('incidents.setCategory', { id, category: 'social_engineering', reason }, analyst.token);
    const folder = mkdtempSync(join(tmpdir(), 'corrections-'));
    try {
      const out = join(folder, 'corrections.jsonl');
      execFileSync(process.execPath, ['--import', 'tsx', 'scripts/export-corrections.ts', '--project', 'demo-secura', '--out', out], { cwd: root, env: process.env });
      expect(readExamples(out).find((example) => example.id === id)).toMatchObject({ title, label: 'social_engineering', tags: ['correction'] });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('Gemini beside the local triage', () => {
  test('never takes more than the day’s tokens, however many ask at the same moment', async () => {
    const day = new Date(Date.UTC(2000, 0, 1 + Math.floor(Math.random() * 9000)));
    const budget = dailyBudget(1000, 0.5);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => budget.reserve(100, day).then((kept) => kept, (error: unknown) => error)));
    expect(outcomes.filter((outcome) => outcome instanceof ProviderFailure && outcome.reason === 'budget')).toHaveLength(3);
    const kept = outcomes.find((outcome) => !(outcome instanceof Error)) as Awaited<ReturnType<typeof budget.reserve>>;
    await kept.settle(40);
    expect((await store.doc(`limits/gemini-${day.toISOString().slice(0, 10)}`).get()).get('tokens')).toBe(440);
  });
});

describe('what an earlier product got wrong', () => {
  test.each([['Coffee machine broken', 'The coffee machine on floor 2 is broken again.'], ['Printer out of paper', 'Please refill.']])(
    '“%s” is neither malware nor critical, and its plan is for everyday trouble',
    async (title, description) => {
      const { body } = await rest('POST', '/api/ai/analyze-incident', { title, description }, reporter.token);
      expect([body.category.category, body.severity.severity]).toEqual(['other', 'low']);
      expect(body.mitigation.steps.map(({ step }: { step: string }) => step)).toContain('Pass it to the right desk if it is no security incident.');
      expect(body.mitigation.steps.some(({ step }: { step: string }) => /network|password|device/i.test(step))).toBe(false);
    },
  );

  test('says that it has too little data, in place of random figures', async () => {
    const anomalies = await rest('POST', '/api/ai/anomaly-detection', { day: '2001-01-01' }, analyst.token);
    expect(anomalies.body).toMatchObject({ enoughData: false, anomalies: [], compared: 0, ongoing: false });
    const threats = await rest('GET', '/api/ai/threat-intelligence', undefined, analyst.token);
    if (!threats.body.comparable) expect(new Set(threats.body.categories.map(({ trend }: { trend: string }) => trend))).toEqual(new Set(['not enough data']));
    expect((await rest('GET', '/api/ai/threat-intelligence', undefined, reporter.token)).status).toBe(403);
  });

  test('a body without a text is refused in words', async () => {
    const { status, body } = await rest('POST', '/api/ai/categorize', { title: ' ', description: '' }, reporter.token);
    expect([status, body.error.message]).toEqual([400, 'Give a title or a description.']);
  });
});
