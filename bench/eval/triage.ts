import { parseArgs } from 'node:util';
import { readExamples, type Example } from '../../training/corpus.ts';
import { shippedModel } from '../../training/files.ts';
import { figuresOf, judge } from '../../training/measure.ts';

const help = `npm run -s eval:triage -- --data FILE.jsonl [--json] [--wrong]

How right the local triage is on labelled reports: one JSON object a line, {id, text? | title?, description,
label | category, also_ok?, labels_all?, severity?, severity_ok?}. Labels of other sources are mapped (training/corpus.ts), reports
without one are left out of n. --wrong lists the reports it got wrong.`;

const { values } = parseArgs({
  options: { data: { type: 'string' }, json: { type: 'boolean', default: false }, wrong: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
if (values.help || !values.data) {
  console.log(help);
  process.exit(values.help ? 0 : 1);
}

const judged = judge(examplesIn(values.data), shippedModel());
const figures = figuresOf(judged);
if (values.json) console.log(JSON.stringify(figures));
else console.log(figures);
if (values.wrong) {
  for (const { example, result } of judged.filter(({ right }) => !right)) {
    console.log(`${example.id} ${example.label} → ${result.category} ${result.confidence}: ${example.title} | ${example.description.slice(0, 160)}`);
  }
}

function examplesIn(file: string): Example[] {
  try {
    return readExamples(file);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
