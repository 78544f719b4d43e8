import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeModel } from '../domain/src/triage/model.ts';
import { modelCard, type Measured } from './card.ts';
import { readExamples } from './corpus.ts';
import { cardFile, modelFile, ownData, shippedModel } from './files.ts';
import { doubtsOf, scoresApart, stepsOf, temperaturesOf } from './cross.ts';
import { fitModel } from './fit.ts';
import { seed } from './machine.ts';
import { figuresOf, judge } from './measure.ts';

const help = `npm run train:triage -- --data DIR [--more FILE.jsonl]

Trains the local triage model on DIR/train.jsonl (labelled incident summaries; they stay outside the project), on the
reports in bench/eval/data and, with --more, on further labelled reports such as \`npm run export:corrections\` writes.
Writes domain/models/triage.bin and its model card, and prints what the model that was there and the new one are worth
on the reports kept for measuring. The same data and seed give the same bytes; the card also has the day.`;

const { values } = parseArgs({ options: { data: { type: 'string' }, more: { type: 'string' }, help: { type: 'boolean', default: false } } });
if (values.help || !values.data) {
  console.log(help);
  process.exit(values.help ? 0 : 1);
}
const sources = [
  { name: 'public summaries', examples: readExamples(join(values.data, 'train.jsonl'), 'summary') },
  { name: 'own summaries', examples: readExamples(ownData('summary-train.jsonl'), 'summary') },
  { name: 'employees’ own words', examples: readExamples(ownData('employee-train.jsonl')) },
  ...(values.more ? [{ name: 'corrections', examples: readExamples(values.more) }] : []),
].map(({ name, examples }) => ({ name, examples: examples.filter(({ label }) => label !== null) }));
const examples = sources.flatMap((source) => source.examples);
console.log(sources.map((source) => `${source.examples.length} ${source.name}`).join(', '));

const apart = scoresApart(examples);
const temperatures = temperaturesOf(examples, apart);
const steps = stepsOf(examples, apart, temperatures);
const bytes = fitModel(examples, { temperatures, steps }, doubtsOf(examples, apart), readExamples(ownData('severity-train.jsonl')));
console.log(`temperatures ${JSON.stringify(temperatures)}, confidence by steps ${JSON.stringify(steps)}`);

const heldOut = [
  { name: 'public summaries', file: join(values.data, 'dev.jsonl'), voice: 'summary' as const },
  { name: 'employees, author c', file: ownData('employee-heldout.jsonl'), voice: 'employee' as const },
  { name: 'employees, author n', file: ownData('employee-heldout-2.jsonl'), voice: 'employee' as const },
  { name: 'employees, author w', file: ownData('employee-heldout-3.jsonl'), voice: 'employee' as const },
  { name: 'employees, author x', file: ownData('employee-heldout-4.jsonl'), voice: 'employee' as const },
].filter(({ file }) => existsSync(file));
const before = existsSync(modelFile) ? tryToRead() : null;
const after = decodeModel(bytes);
const measured: Measured[] = heldOut.map(({ name, file, voice }) => {
  const reports = readExamples(file, voice);
  return { name, before: before && figuresOf(judge(reports, before)), after: figuresOf(judge(reports, after)) };
});
for (const { name, before: was, after: is } of measured) {
  console.log(`${name}: accuracy ${was?.accuracy ?? '–'} → ${is.accuracy}, macro-F1 ${was?.macroF1 ?? '–'} → ${is.macroF1}, calibration error ${was?.ece ?? '–'} → ${is.ece}, severity ${was?.severityAccuracy ?? '–'} → ${is.severityAccuracy ?? '–'}`);
}
writeFileSync(modelFile, bytes);
const sha256 = createHash('sha256').update(bytes).digest('hex');
writeFileSync(cardFile, modelCard({ model: after, trainedAt: new Date(), seed, bytes: bytes.length, sha256, sources, measured }));
console.log(`${modelFile}: ${Math.round(bytes.length / 1024)} kB, sha256 ${sha256}`);

/** A model of an older layout can't be compared with. */
function tryToRead(): ReturnType<typeof shippedModel> | null {
  try {
    return shippedModel();
  } catch (error) {
    console.log(`The model that was there can't be read: ${(error as Error).message}`);
    return null;
  }
}
