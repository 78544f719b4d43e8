import { parseArgs } from 'node:util';
import { analyse } from '../../domain/src/triage/analyse.ts';
import { cutPoints } from '../../domain/src/triage/certainty.ts';
import { readExamples } from '../../training/corpus.ts';
import { shippedModel } from '../../training/files.ts';

const help = `npm run -s eval:certainty -- --data FILE.jsonl

How often the local triage is right at each confidence, and from where on it is right in 90 % of reports ("likely") and
60 % ("possible"): for holding domain/src/triage/certainty.ts against.`;

const { values } = parseArgs({ options: { data: { type: 'string', multiple: true }, help: { type: 'boolean', default: false } } });
if (values.help || !values.data) {
  console.log(help);
  process.exit(values.help ? 0 : 1);
}

const model = shippedModel();
const judged = values.data
  .flatMap((file) => readExamples(file))
  .filter(({ accepted }) => accepted.length > 0)
  .map((example) => {
    const { category, confidence } = analyse(example, model);
    return { confidence, right: example.accepted.includes(category) };
  });

const shareRight = (some: typeof judged): number => some.filter(({ right }) => right).length / some.length;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

for (let low = 0; low < 10; low++) {
  const within = judged.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === low);
  if (within.length > 0) console.log(`${(low / 10).toFixed(1)} to ${((low + 1) / 10).toFixed(1)}: ${percent(shareRight(within))} right of ${within.length}`);
}

/**
 * Right shares made monotone: neighbours that contradict one another are joined (pool adjacent violators, Ayer et al.
 * 1955). The lowest confidence of the first group that reaches the aim is the cut point.
 */
function cutPoint(aim: number): number | null {
  const groups: { from: number; right: number; count: number }[] = [];
  for (const { confidence, right } of [...judged].sort((a, b) => a.confidence - b.confidence)) {
    groups.push({ from: confidence, right: Number(right), count: 1 });
    for (let last = groups.at(-1)!, before = groups.at(-2); before && before.right / before.count >= last.right / last.count; last = groups.at(-1)!, before = groups.at(-2)) {
      groups.splice(-2, 2, { from: before.from, right: before.right + last.right, count: before.count + last.count });
    }
  }
  return groups.find(({ right, count }) => right / count >= aim)?.from ?? null;
}

console.log(`right in 90 % from ${cutPoint(0.9)} on, in 60 % from ${cutPoint(0.6)} on`);
const words = { likely: judged.filter(({ confidence }) => confidence >= cutPoints.likely), possible: judged.filter(({ confidence }) => confidence >= cutPoints.possible && confidence < cutPoints.likely) };
for (const [word, some] of Object.entries(words)) console.log(`“${word}” (from ${cutPoints[word as keyof typeof cutPoints]} on): ${some.length === 0 ? 'none' : `${percent(shareRight(some))} right of ${some.length}`}`);
