import { severityRank } from '../incidents/vocabulary.ts';
import { firstAdvice } from './advice.ts';
import { finding, readReport } from './assess.ts';
import { certaintyOf } from './certainty.ts';
import { pool, ranked, sharesOfOpinion, understands } from './combine.ts';
import { contextFactors, type TriageContext } from './context.ts';
import type { FactKey } from './facts.ts';
import type { TriageModel } from './model.ts';
import type { Fact, Opinion, PictureText, Span, TriageAssessment, TriageInput, TriageReason } from './result.ts';
import { assessSeverity } from './severity.ts';
import type { Words } from './techniques/cues.ts';

interface Reading {
  assessment: TriageAssessment;
  words: Words[];
}

interface Given {
  input: TriageInput;
  model: TriageModel;
  context: TriageContext | undefined;
}

/**
 * What a screen itself shows to be so. Of all else a picture says nothing: "your password was entered from abroad" is what
 * somebody wants the reader to believe.
 */
const shownFacts: readonly FactKey[] = ['ransom', 'safety'];
const mostReasons = 6;

/**
 * Joins a report with what was read in its pictures. Each is read by itself, since a picture often holds the attacker's words
 * and the report those of a witness: what a report says likely stands, where it says little the clearest picture
 * decides, in between their shares are pooled. The severity can rise, by what the category of the picture begins with and
 * by what the screen shows to be so; it never falls, and a picture never makes everyday trouble of a report.
 */
export function withPictures(report: Reading, pictures: readonly PictureText[], given: Given): Reading {
  if (pictures.length === 0) return report;
  const said = report.assessment;
  const seen = pictures.map((picture) => readPicture(picture, given.model));
  const facts = [...said.facts, ...shownIn(seen, said.facts)];
  const words = [...report.words, ...seen.flatMap((one) => one.words)];
  const readPictures = pictures.map(({ name }) => name);
  const clearest = seen.map(({ opinion, reasons }) => ({ opinion, reasons })).filter(({ opinion }) => tells(opinion)).sort((a, b) => b.opinion.confidence - a.opinion.confidence)[0];

  const spoken = opinionOf(said);
  const shares = clearest ? sharesOf(spoken, clearest.opinion) : null;
  const { category, confidence, alternatives } = shares ? ranked(shares) : said;
  const same = category === said.category;
  const reasons = clearest?.opinion.category === category ? [...(same ? said.reasons : []), ...clearest.reasons].slice(0, mostReasons + said.reasons.length) : said.reasons;
  const assessment: TriageAssessment = {
    ...said,
    category,
    confidence,
    alternatives,
    reasons,
    finding: same ? said.finding : finding(category, reasons),
    severity: severityOf(said, { category, facts }, given),
    missing: same ? said.missing : undefined,
    advice: firstAdvice(category, facts, same ? said.missing : []),
    facts,
    readPictures,
    ...(clearest && { opinions: [...(understands(spoken) ? [spoken] : []), clearest.opinion] }),
  };
  return { assessment, words };
}

interface Seen {
  opinion: Opinion;
  reasons: TriageReason[];
  facts: Fact[];
  words: Words[];
}

function readPicture({ name, text }: PictureText, model: TriageModel): Seen {
  const { assessment, words } = readReport({ title: '', description: text }, model);
  const placed = <S extends Span>(span: S): S => ({ ...span, field: 'picture', picture: name });
  const reasons = assessment.reasons.map(placed);
  return {
    reasons: reasons.filter(({ weight }) => weight > 0),
    opinion: { ...opinionOf({ ...assessment, reasons }), picture: name },
    facts: assessment.facts.map((fact) => ({ ...fact, span: placed(fact.span) })),
    words: words.filter(({ field }) => field === 'description').map((one) => ({ ...one, field: 'picture', picture: name })),
  };
}

function opinionOf({ provider, model, category, confidence, alternatives, severity, reasons }: TriageAssessment): Opinion {
  const quotes = reasons.filter(({ weight }) => weight > 0).map(({ weight: _weight, ...quote }) => quote);
  return { provider, model, category, confidence, alternatives, severity: severity.level, quotes };
}

const tells = (opinion: Opinion): boolean => opinion.category !== 'other' && certaintyOf(opinion.confidence) !== 'unclear';

function sharesOf(report: Opinion, picture: Opinion): number[] {
  if (!tells(report)) return sharesOfOpinion(picture);
  if (certaintyOf(report.confidence) === 'likely') return sharesOfOpinion(report);
  return pool([{ shares: sharesOfOpinion(report), weight: 0.5 }, { shares: sharesOfOpinion(picture), weight: 0.5 }]);
}

function shownIn(seen: readonly Seen[], said: readonly Fact[]): Fact[] {
  const shown = new Map(seen.flatMap(({ facts }) => facts).map((fact) => [fact.key, fact]));
  return [...shown.values()].filter(({ key }) => (shownFacts as readonly string[]).includes(key) && !said.some((fact) => fact.key === key));
}

/**
 * Where the joined category begins, and what happened. How the report is told counts where it is still about that; how an attacker
 * words it never does.
 */
function severityOf(said: TriageAssessment, { category, facts }: Pick<TriageAssessment, 'category' | 'facts'>, { input, model, context }: Given): TriageAssessment['severity'] {
  const same = category === said.category;
  if (same && facts.length === said.facts.length) return said.severity;
  const told = same ? said.severity.factors.find(({ key }) => key === 'wording') : undefined;
  const { factors, ...points } = assessSeverity(model.severity, facts, category, told ?? { points: 0, span: null }, context ? contextFactors(input, context) : []);
  const rated = { ...points, factors: told ? factors : factors.filter(({ key }) => key !== 'wording') };
  const [before, now] = [severityRank(said.severity.level), severityRank(rated.level)];
  return now > before || (now === before && !same) ? rated : said.severity;
}
