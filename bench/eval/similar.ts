import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ProfileIndex } from '../../domain/src/similar/index-of-profiles.ts';
import { scoreOf } from '../../domain/src/similar/profile.ts';
import { profileReports, similarModel } from '../../functions/src/similar/profiler.ts';

const help = `npm run -s eval:similar -- --data FILE.jsonl [--json] [--wrong]

How well reports of the same event are found: one JSON object a line, {id, title, description, group: string|null}.
recall@1 and recall@3 are over the reports that have a partner; precision, recall and F1 are over all pairs, called
"likely duplicate" at the shipped line. --wrong lists the pairs that were judged wrong.`;

const { values } = parseArgs({
  options: { data: { type: 'string' }, json: { type: 'boolean', default: false }, wrong: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
if (values.help || !values.data) {
  console.log(help);
  process.exit(values.help ? 0 : 1);
}

interface Row {
  id: string;
  title: string;
  description: string;
  group: string | null;
}

const rows: Row[] = readFileSync(values.data, 'utf8').split('\n').flatMap((line) => (line.trim() ? [JSON.parse(line) as Row] : []));
const byId = new Map(rows.map((row) => [row.id, row]));
const model = await similarModel();
const profiled: Awaited<ReturnType<typeof profileReports>> = [];
const embedMs: number[] = [];
for (const row of rows) {
  const started = performance.now();
  profiled.push(...(await profileReports([row])));
  embedMs.push(performance.now() - started);
}
const index = new ProfileIndex(profiled[0]!.profile.length, rows.length);
rows.forEach((row, place) => index.set(row.id, profiled[place]!.profile));

const same = (a: Row, b: Row): boolean => a.group !== null && a.group === b.group;
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : rounded(part / whole));

let [called, due, hits, similarHits, similarCalled] = [0, 0, 0, 0, 0];
const wrong: string[] = [];
const ranks: number[] = [];
for (const [place, row] of rows.entries()) {
  const found = index.nearest(profiled[place]!.profile, rows.length - 1, (id) => id !== row.id);
  const rank = found.findIndex(({ id }) => same(row, byId.get(id)!));
  if (rank >= 0) ranks.push(rank);
  for (const { id, product } of found) {
    if (id < row.id) continue; // Each pair once.
    const other = byId.get(id)!;
    const score = scoreOf(model, product);
    const duplicate = score >= model.lines.duplicate;
    if (same(row, other)) due++;
    if (duplicate) called++;
    if (score >= model.lines.similar) similarCalled++;
    if (same(row, other) && duplicate) hits++;
    if (same(row, other) && score >= model.lines.similar) similarHits++;
    if (duplicate !== same(row, other)) wrong.push(`${duplicate ? 'called' : 'missed'} ${rounded(score)} ${row.id} ${other.id}: ${row.title} | ${other.title}`);
  }
}
const [precision, recall] = [share(hits, called), share(hits, due)];
const byTime = embedMs.slice(1).sort((a, b) => a - b);
const figures = {
  n: rows.length,
  withPartner: ranks.length,
  recallAt1: share(ranks.filter((rank) => rank < 1).length, ranks.length),
  recallAt3: share(ranks.filter((rank) => rank < 3).length, ranks.length),
  threshold: model.lines.duplicate,
  pairs: due,
  precision,
  recall,
  f1: precision + recall === 0 ? 0 : rounded((2 * precision * recall) / (precision + recall)),
  similar: { threshold: model.lines.similar, precision: share(similarHits, similarCalled), recall: share(similarHits, due) },
  provider: profiled[0]!.origin,
  p50ms: rounded(byTime[Math.floor(byTime.length / 2)] ?? 0),
  p95ms: rounded(byTime[Math.floor(byTime.length * 0.95)] ?? 0),
};
console.log(values.json ? JSON.stringify(figures) : figures);
if (values.wrong) for (const line of wrong) console.log(line);
