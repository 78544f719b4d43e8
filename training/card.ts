import { categories, categoryLabels } from '../domain/src/incidents/vocabulary.ts';
import type { TriageModel } from '../domain/src/triage/model.ts';
import type { Example } from './corpus.ts';
import { interval, type Figures } from './measure.ts';

/** What a model is worth on reports that it was not trained on, and what the one before it was. */
export interface Measured {
  name: string;
  before: Figures | null;
  after: Figures;
}

interface Card {
  model: TriageModel;
  trainedAt: Date;
  seed: number;
  bytes: number;
  sha256: string;
  sources: readonly { name: string; examples: readonly Example[] }[];
  measured: readonly Measured[];
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function shareWithInterval(share: number | null, n: number): string {
  if (share === null) return '–';
  const [low, high] = interval(share, n);
  return `${percent(share)} (${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)})`;
}

/** The model card (Mitchell et al. 2019): what it is, what it was made of, what it is worth, where it fails. */
export function modelCard({ model, trainedAt, seed, bytes, sha256, sources, measured }: Card): string {
  const counts = categories.map((category) => `| ${categoryLabels[category]} | ${sources.map(({ examples }) => examples.filter(({ label }) => label === category).length).join(' | ')} |`);
  const rows = measured.map(({ name, after }) =>
    `| ${[name, after.n, shareWithInterval(after.accuracy, after.n), shareWithInterval(after.top2, after.n), after.macroF1.toFixed(3), after.ece.toFixed(3), after.severityAccuracy === null ? '–' : shareWithInterval(after.severityAccuracy, after.n), after.nonIncidentsCalledIncident === null ? '–' : percent(after.nonIncidentsCalledIncident)].join(' | ')} |`,
  );
  const perClass = categories.map((category) => `| ${categoryLabels[category]} | ${measured.map(({ after }) => {
    const { precision, recall, f1, n } = after.perClass[category];
    return n === 0 ? '–' : `${precision.toFixed(2)} / ${recall.toFixed(2)} / ${f1.toFixed(2)} (${n})`;
  }).join(' | ')} |`);
  return `# Model card: ${model.name}

Written by \`npm run train:triage\`; not edited by hand.

- What it does: names the category of a report of a security incident and how severe it is, with the words that speak for it. It suggests; people decide.
- What it is: nine linear machines for each of two voices over words, pairs of words and letters inside words, weighted by naive Bayes contrasts
  (docs/decisions/0006-trained-triage.md); ${model.features.toLocaleString('en')} hashed features with weights in 8 bits; no texts.
- File: ${bytes.toLocaleString('en')} bytes, SHA-256 \`${sha256}\`.
- Trained: ${trainedAt.toISOString().slice(0, 10)}, with seed ${seed}. The same data and seed give the same bytes.
- Temperatures: ${model.temperatures.employee} for employees' own words, ${model.temperatures.summary} for summaries. Confidence is one of four steps, how often such a report
  was right when its author was unknown: ${model.steps.employee.join(', ')} for employees' own words, ${model.steps.summary.join(', ')} for summaries.
- Severity is also learned from 146 reports in \`bench/eval/data/severity-train.jsonl\`, which tell one event with several ends.
- Language: English.

## What it was made of

| category | ${sources.map(({ name }) => name).join(' | ')} |
|---|${sources.map(() => '---|').join('')}
${counts.join('\n')}
| together | ${sources.map(({ examples }) => examples.length).join(' | ')} |

Public summaries: VERIS Community Database (github.com/vz-risk/VCDB, CC BY-SA 4.0; texts shortened, names redacted, labels mapped) and
breach reports of the US Department of Health and Human Services (US federal text). They are not part of the project.
The other reports were written for the project (bench/eval/data); people, companies and numbers in them are invented.

## What it is worth on reports that it never saw

Shares with 95 % intervals (Wilson). A category counts as right when an expert would accept it. The public summaries were used for choosing
between models, and so were the reports of author c. Those of author w were written before this model was begun, and nothing was chosen by them.
Author n's severities were read to find errors, so that his severity figure is no longer one of reports never seen. Those of author x were written
before this model; their writer also wrote the 146 reports with several ends afterwards, which flatters the severity there.

| reports | n | right | right among two | macro-F1 | calibration error | severity accepted | non-incidents called an incident |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

Precision / recall / F1 (reports) by category:

| category | ${measured.map(({ name }) => name).join(' | ')} |
|---|${measured.map(() => '---|').join('')}
${perClass.join('\n')}

## Where it fails

${failures(measured).map((line) => `- ${line}\n`).join('')}
What was tried against it is in docs/decisions/0006-trained-triage.md under "Known failures".
`;
}

const poorRecall = 0.75;

/** Where it is weakest, by the figures above. */
function failures(measured: readonly Measured[]): string[] {
  const poor = measured.flatMap(({ name, after }) =>
    categories.flatMap((category) => {
      const { recall, n } = after.perClass[category];
      return n > 0 && recall < poorRecall ? [`${categoryLabels[category].toLowerCase()} in ${name} (${percent(recall)} of ${n})`] : [];
    }),
  );
  const rated = measured.flatMap(({ name, after: { severityAccuracy } }) => (severityAccuracy === null ? [] : [{ name, severityAccuracy }])).sort((a, b) => a.severityAccuracy - b.severityAccuracy);
  const alarmed = measured.filter(({ after }) => (after.nonIncidentsCalledIncident ?? 0) > 0);
  return [
    ...(poor.length > 0 ? [`Fewer than three of four are found: ${poor.join(', ')}.`] : []),
    ...(rated[0] ? [`How severe a report is depends on who rates: for ${rated[0].name} ${percent(rated[0].severityAccuracy)} lie in the accepted range, for ${rated.at(-1)!.name} ${percent(rated.at(-1)!.severityAccuracy)}.`] : []),
    ...(alarmed.length > 0 ? [`Everyday trouble is called an incident: ${alarmed.map(({ name, after }) => `${name}: ${percent(after.nonIncidentsCalledIncident!)}`).join(', ')}.`] : []),
    'Reports in other languages than English are called unclear, whatever they say, and so are those of which few words are known.',
    'A reporter who says that nothing happened is believed: the severity falls, whoever wrote it.',
  ];
}
