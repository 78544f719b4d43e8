import { parseArgs } from 'node:util';
import { categories, severities, type Category } from '../../domain/src/incidents/vocabulary.ts';
import { analyse } from '../../domain/src/triage/analyse.ts';
import type { TriageResult } from '../../domain/src/triage/result.ts';
import { readExamples, type Example } from '../../training/corpus.ts';
import { shippedModel } from '../../training/files.ts';

const help = `npm run -s eval:triage -- --data FILE.jsonl [--json] [--wrong]

How right the local triage is on labelled reports: one JSON object a line, {id, text? | title?, description,
label | category, also_ok?, labels_all?, severity?, severity_ok?}. --wrong lists the reports it got wrong.`;

const { values } = parseArgs({
  options: { data: { type: 'string' }, json: { type: 'boolean', default: false }, wrong: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
if (values.help || !values.data) {
  console.log(help);
  process.exit(values.help ? 0 : 1);
}

interface Judged {
  example: Example;
  result: TriageResult;
  right: boolean;
  ms: number;
}

const model = shippedModel();
const judged: Judged[] = readExamples(values.data)
  .filter(({ accepted }) => accepted.length > 0)
  .map((example) => {
    const started = performance.now();
    const result = analyse(example, model);
    return { example, result, right: example.accepted.includes(result.category), ms: performance.now() - started };
  });

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : rounded(part / whole));

/** A wrong answer counts against the category that was due, and against the one that was given. */
function perClass(category: Category): { precision: number; recall: number; f1: number; n: number } {
  const due = judged.filter(({ example, right, result }) => (right ? result.category : (example.label ?? example.accepted[0])) === category);
  const given = judged.filter(({ result }) => result.category === category);
  const hits = given.filter(({ right }) => right).length;
  const [precision, recall] = [share(hits, given.length), share(hits, due.length)];
  return { precision, recall, f1: precision + recall === 0 ? 0 : rounded((2 * precision * recall) / (precision + recall)), n: due.length };
}

/** Expected calibration error over ten equal bins of the shown confidence. */
function calibrationError(): number {
  const bins = Array.from({ length: 10 }, (_, bin) => judged.filter(({ result }) => Math.min(9, Math.floor(result.confidence * 10)) === bin));
  return rounded(
    bins.reduce((sum, bin) => {
      const confidence = bin.reduce((total, { result }) => total + result.confidence, 0);
      const right = bin.filter((one) => one.right).length;
      return sum + Math.abs(confidence - right) / judged.length;
    }, 0),
  );
}

const byTime = judged.map(({ ms }) => ms).sort((a, b) => a - b);
const quantile = (part: number): number => rounded(byTime[Math.min(byTime.length - 1, Math.floor(part * byTime.length))] ?? 0);
const rated = judged.filter(({ example }) => example.severity !== null);
const rank = (level: (typeof severities)[number]): number => severities.indexOf(level);
const classes = Object.fromEntries(categories.map((category) => [category, perClass(category)]));
const present = Object.values(classes).filter(({ n }) => n > 0);
const nonIncidents = judged.filter(({ example }) => example.tags.includes('non_incident'));
const figures = {
  n: judged.length,
  accuracy: share(judged.filter(({ right }) => right).length, judged.length),
  top2: share(judged.filter(({ example, result, right }) => right || example.accepted.includes(result.alternatives[0]?.category as Category)).length, judged.length),
  macroF1: rounded(present.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, present.length)),
  perClass: classes,
  ece: calibrationError(),
  severityAccuracy: share(rated.filter(({ example, result }) => example.acceptedSeverities.includes(result.severity.level)).length, rated.length),
  severityWithinOne: share(rated.filter(({ example, result }) => Math.abs(rank(example.severity!) - rank(result.severity.level)) <= 1).length, rated.length),
  nonIncidentsCalledIncident: share(nonIncidents.filter(({ result }) => result.category !== 'other').length, nonIncidents.length),
  p50ms: quantile(0.5),
  p95ms: quantile(0.95),
};

if (values.json) console.log(JSON.stringify(figures));
else console.log(figures);
if (values.wrong) {
  for (const { example, result } of judged.filter(({ right }) => !right)) {
    console.log(`${example.id} ${example.label} → ${result.category} ${result.confidence}: ${example.title} | ${example.description.slice(0, 160)}`);
  }
}
