import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { conceptCount } from '../domain/src/similar/concepts.ts';
import { conceptsIn, piecesOf, rarityBucket, rarityBuckets } from '../domain/src/similar/letters.ts';
import { comparedText, type SimilarModel } from '../domain/src/similar/profile.ts';
import { root } from '../emulators/paths.ts';
import { localEmbedder } from '../functions/src/platform/embeddings/local.ts';
import { readExamples } from './corpus.ts';
import { bestLine, fitLogistic, pairFeatures } from './pairs.ts';
import { shippedModel } from './files.ts';

const help = `npm run train:similar -- [--pairs FILE.jsonl] [--texts FILE.jsonl]

Fits how much meaning, letters, things and category count when two reports are compared, and where "similar" and "likely
duplicate" begin, on labelled groups ({id, title, description, group|null} a line); how rare letters are is counted in
other texts. Prints what holds for groups that were left out, and writes domain/src/similar/model.json.`;

const data = (name: string): string => join(root, 'bench', 'eval', 'data', name);
const { values } = parseArgs({
  options: { pairs: { type: 'string', default: data('similar-dev.jsonl') }, texts: { type: 'string', default: data('employee-train.jsonl') }, help: { type: 'boolean', default: false } },
});
if (values.help) {
  console.log(help);
  process.exit();
}

const texts = readExamples(values.texts).map(comparedText);
const rarest = Math.log((texts.length + 1) / 0.5);

/** Inverse document frequencies of what a text holds, as bytes. */
function rarityOf(size: number, holds: (text: string) => Iterable<number>): Uint8Array {
  const counts = new Uint32Array(size);
  for (const text of texts) for (const place of new Set(holds(text))) counts[place]! += 1;
  return Uint8Array.from(counts, (count) => Math.round((Math.log((texts.length + 1) / (count + 0.5)) / rarest) * 255));
}
const rarity = { letters: rarityOf(rarityBuckets, (text) => [...piecesOf(text)].map(rarityBucket)), things: rarityOf(conceptCount, conceptsIn) };

const rows = readFileSync(values.pairs, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { id: string; title: string; description: string; group: string | null });
const { vectors, model: embedding } = await (await localEmbedder()).embed(rows.map(comparedText));
const pairs = pairFeatures(rows, vectors, rarity, shippedModel());

// Groups are left out whole: a pair is judged by a fit that saw neither of its reports.
const folds = 10;
const foldOf = new Map([...new Set(rows.map(({ id, group }) => group ?? id))].map((name, index) => [name, index % folds]));
const judged: { score: number; same: boolean }[] = [];
for (let one = 0; one < folds; one++) {
  for (let other = one; other < folds; other++) {
    const left = new Set([one, other]);
    const fit = fitLogistic(pairs.filter((pair) => !left.has(foldOf.get(pair.a)!) && !left.has(foldOf.get(pair.b)!)));
    const asked = pairs.filter((pair) => [foldOf.get(pair.a)!, foldOf.get(pair.b)!].sort((a, b) => a - b).join() === `${one},${other}`);
    judged.push(...asked.map((pair) => ({ score: fit.score(pair), same: pair.same })));
  }
}
const { weights, bias } = fitLogistic(pairs);
const best = bestLine(judged);
const [meaning, letters, things, category] = weights as [number, number, number, number];
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const model: SimilarModel = {
  name: 'similar-1', embedding,
  weights: { meaning: rounded(meaning), letters: rounded(letters), things: rounded(things), category: rounded(category) }, bias: rounded(bias),
  lines: { similar: rounded(best.line / 3), duplicate: rounded(best.line) },
  rarity: { letters: Buffer.from(rarity.letters).toString('base64'), things: Buffer.from(rarity.things).toString('base64') },
};
console.log('left out:', best, { weights: model.weights, bias: model.bias, lines: model.lines });
writeFileSync(join(root, 'domain', 'src', 'similar', 'model.json'), `${JSON.stringify(model, null, 2)}\n`);
