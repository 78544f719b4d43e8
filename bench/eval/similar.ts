import { parseArgs } from 'node:util';
import { ProfileIndex } from '../../domain/src/similar/index-of-profiles.ts';
import { compareReports, judge, type ReadReport } from '../../domain/src/similar/pair.ts';
import { judged } from '../../domain/src/similar/similar.ts';
import { profileReports, readProfiled, similarModel } from '../../functions/src/similar/profiler.ts';
import { readLines, wordsIn } from '../../training/corpus.ts';

const help = `npm run -s eval:similar -- --data FILE.jsonl [--json] [--wrong]

How well reports of the same event are found: one JSON object a line, {id, title, description, group: string|null}.
recall@1 and recall@3 are over the reports that have a partner; precision, recall and F1 are over all pairs, called
"likely duplicate" at the shipped line, as the product does it: each report is judged against the nearest of the others.
--wrong lists the pairs that were judged wrong.`;

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

const rows = rowsIn(values.data);
const same = (a: Row, b: Row): boolean => a.group !== null && a.group === b.group;
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : rounded(part / whole));
const quantileOf = (times: readonly number[], part: number): number => rounded([...times].sort((a, b) => a - b)[Math.floor(times.length * part)] ?? 0);

const started = performance.now();
const model = await similarModel();
const profiled = await profileReports(rows);
const reports = rows.map((row, place) => readProfiled(row, profiled[place]!.profile));
const index = new ProfileIndex(profiled[0]!.profile.length, rows.length);
rows.forEach((_, place) => index.set(String(place), profiled[place]!.profile));

// Each pair is asked for in both directions, and again as company.
const compared = new Map<ReadReport, Map<ReadReport, number[]>>(reports.map((report) => [report, new Map()]));
const compareOnce = (a: ReadReport, b: ReadReport): number[] => {
  const known = compared.get(a)!.get(b);
  if (known) return known;
  const features = compareReports(a, b);
  compared.get(a)!.set(b, features);
  compared.get(b)!.set(a, features);
  return features;
};

// A pair has the higher of its two scores: the list of the older report is told of the newer one.
const scores = new Map<string, number>();
let [withPartner, first, third] = [0, 0, 0];
for (const [place, row] of rows.entries()) {
  const found = index.nearest(profiled[place]!.profile, judged, (other) => other !== String(place)).map(({ id }) => Number(id));
  const ranked = judge(model, reports[place]!, found.map((other) => reports[other]!), compareOnce).map((score, at) => ({ other: found[at]!, score })).sort((a, b) => b.score - a.score);
  for (const { other, score } of ranked) {
    const key = [place, other].sort((a, b) => a - b).join();
    scores.set(key, Math.max(score, scores.get(key) ?? 0));
  }
  if (!rows.some((other) => other !== row && same(row, other))) continue;
  withPartner++;
  const rank = ranked.findIndex(({ other }) => same(row, rows[other]!));
  if (rank === 0) first++;
  if (rank >= 0 && rank < 3) third++;
}
const totalMs = performance.now() - started;

// One at a time, as reports come; the first has loaded the model.
const embedMs: number[] = [];
for (const row of rows.slice(0, 60)) {
  const begun = performance.now();
  await profileReports([row]);
  embedMs.push(performance.now() - begun);
}

const sizes = new Map<string, number>();
for (const { group } of rows) if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);
const due = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
const pairs = [...scores].map(([key, score]) => ({ score, rows: key.split(',').map((place) => rows[Number(place)]!) as [Row, Row] }));
const called = (line: number) => {
  const above = pairs.filter(({ score }) => score >= line);
  const hits = above.filter(({ rows: [a, b] }) => same(a, b)).length;
  const [precision, recall] = [share(hits, above.length), share(hits, due)];
  return { precision, recall, f1: precision + recall === 0 ? 0 : rounded((2 * precision * recall) / (precision + recall)) };
};
const figures = {
  n: rows.length,
  withPartner,
  recallAt1: share(first, withPartner),
  recallAt3: share(third, withPartner),
  threshold: model.lines.duplicate,
  pairs: due,
  ...called(model.lines.duplicate),
  similar: { threshold: model.lines.similar, ...called(model.lines.similar) },
  provider: profiled[0]!.origin,
  p50ms: quantileOf(embedMs, 0.5),
  p95ms: quantileOf(embedMs, 0.95),
  totalMs: Math.round(totalMs),
};
console.log(values.json ? JSON.stringify(figures) : figures);
if (values.wrong) {
  for (const { score, rows: [a, b] } of pairs.sort((x, y) => y.score - x.score)) {
    if (score >= model.lines.duplicate !== same(a, b)) console.log(`${same(a, b) ? 'missed' : 'called'} ${rounded(score)} ${a.id} ${b.id}: ${a.title} | ${b.title}`);
  }
}

/** A report without a group, or with an empty one, has no partner. */
function rowsIn(file: string): Row[] {
  try {
    const all = readLines(file, (row): Row => ({ id: String(row['id']), ...wordsIn(row), group: row['group'] == null || row['group'] === '' ? null : String(row['group']) }));
    if (all.length === 0) throw new Error(`${file} holds no reports.`);
    return all;
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
