import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../emulators/paths.ts';
import { modelFile } from './files.ts';
import { fitModel, fitTemperature } from './fit.ts';
import { readExamples, type Example } from './corpus.ts';

const help = `npm run train:triage -- --data DIR

Trains the local triage model on DIR/train.jsonl (labelled incident summaries; they stay outside the project) and on the
employees' reports in bench/eval/data/employee-train.jsonl, and writes domain/models/triage.bin. The same data give the
same bytes.`;

/** One fifth, for the temperature: the same reports each time. */
const isKeptApart = ({ id }: Example): boolean => createHash('sha256').update(id).digest()[0]! < 51;

const { values } = parseArgs({ options: { data: { type: 'string' }, help: { type: 'boolean', default: false } } });
if (values.help || !values.data) {
  console.log(help);
  process.exit(values.help ? 0 : 1);
}
const examples = [
  ...readExamples(join(values.data, 'train.jsonl'), 'summary'),
  ...readExamples(join(root, 'bench', 'eval', 'data', 'employee-train.jsonl')),
].filter(({ label }) => label !== null);
console.log(`${examples.length} labelled reports`);
const temperature = fitTemperature(fitModel(examples.filter((example) => !isKeptApart(example)), 1), examples.filter(isKeptApart));
console.log(`temperature ${temperature}`);
const bytes = fitModel(examples, temperature);
writeFileSync(modelFile, bytes);
console.log(`${modelFile}: ${Math.round(bytes.length / 1024)} kB, sha256 ${createHash('sha256').update(bytes).digest('hex')}`);
