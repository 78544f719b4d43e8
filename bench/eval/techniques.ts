import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { analyse } from '../../domain/src/triage/analyse.ts';
import { root } from '../../emulators/paths.ts';
import { shippedModel } from '../../training/files.ts';
import { quantile } from '../figure.ts';
import { timeLongReports } from '../long-reports.ts';

const help = `npm run -s eval:techniques -- [--json] [--wrong]

How right the suggested ATT&CK techniques are, on the reports that bench/eval/data/techniques.jsonl labels by hand.
--wrong lists what was suggested wrongly or missed.`;

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, wrong: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } });
if (values.help) {
  console.log(help);
  process.exit(0);
}

interface Label {
  id: string;
  /** `tune`: read while the words were chosen. `measure`: of an author unseen, labelled when they were chosen, and run once. */
  part: 'tune' | 'measure';
  /** What an analyst would record; `T1|T2` where either will do. */
  due: string[];
  /** What he would let stand besides. */
  also: string[];
}

const folder = join(root, 'bench', 'eval', 'data');
const lines = <T>(name: string): T[] => readFileSync(join(folder, name), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as T);
const texts = new Map(['employee-train.jsonl', 'employee-heldout.jsonl'].flatMap((name) => lines<{ id: string; title: string; description: string }>(name).map((report) => [report.id, report] as const)));
const model = shippedModel();

/** A sub-technique is no mistake where its parent is right, and the other way round. */
const same = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

const judged = lines<Label>('techniques.jsonl').map((label) => {
  const report = texts.get(label.id)!;
  const suggested = analyse(report, model).techniques;
  const due = label.due.map((choice) => choice.split('|'));
  const right = (id: string): boolean => [...due.flat(), ...label.also].some((accepted) => same(accepted, id));
  return {
    label,
    report,
    suggested,
    wrong: suggested.filter(({ id }) => !right(id)),
    missed: due.filter((choice) => !suggested.some(({ id }) => choice.some((accepted) => same(accepted, id)))),
    due,
  };
});

const sum = (of: (one: (typeof judged)[number]) => number, among: typeof judged): number => among.reduce((total, one) => total + of(one), 0);
const share = (part: number, whole: number): number => Math.round((part / Math.max(1, whole)) * 10_000) / 10_000;

function figures(among: typeof judged) {
  const suggested = sum(({ suggested }) => suggested.length, among);
  const due = sum(({ due }) => due.length, among);
  const without = among.filter(({ due, label }) => due.length === 0 && label.also.length === 0);
  return {
    n: among.length,
    suggested,
    precision: share(suggested - sum(({ wrong }) => wrong.length, among), suggested),
    due,
    recall: share(due - sum(({ missed }) => missed.length, among), due),
    /** Reports of which no technique can be told, and how many of them got a suggestion nevertheless. */
    nothingToTell: without.length,
    nothingToTellButSuggested: without.filter(({ suggested }) => suggested.length > 0).length,
  };
}

/** In ms; `cpu` does not count what else the machine does meanwhile. */
function timeOfLongReports() {
  const { wall, cpu } = timeLongReports();
  const at = (values: readonly number[], part: number): number => Math.round(quantile(values, part) * 100) / 100;
  return { n: wall.length, p50ms: at(wall, 0.5), p95ms: at(wall, 0.95), cpuP50ms: at(cpu, 0.5), cpuP95ms: at(cpu, 0.95) };
}

const result = { ...Object.fromEntries((['tune', 'measure'] as const).map((part) => [part, figures(judged.filter(({ label }) => label.part === part))])), reportsOf4kB: timeOfLongReports() };
if (values.json) console.log(JSON.stringify(result));
else console.log(result);
if (values.wrong) {
  for (const { label, report, wrong, missed } of judged) {
    if (wrong.length + missed.length === 0) continue;
    console.log(`${label.part} ${label.id} wrong: ${wrong.map(({ id, span }) => `${id} “${span.text}”`).join(', ') || '-'} missed: ${missed.map((choice) => choice.join('|')).join(', ') || '-'} :: ${report.title} | ${report.description.slice(0, 200)}`);
  }
}
