import { categories, categoryLabels, severities, type Category, type Severity } from '../incidents/vocabulary.ts';
import { firstAdvice } from './advice.ts';
import { asidesOf, without, type Aside } from './asides.ts';
import { contextFactors, type TriageContext } from './context.ts';
import { explainCategory, glue, wordingPoints, wordingSpan, type Reading } from './explain.ts';
import { factsOf, withAffected } from './facts.ts';
import { featuresOf, hashOf, Lexicon, unknown } from './features.ts';
import { isForeign } from './language.ts';
import { missingIn } from './missing.ts';
import { withoutPastedMails, withoutQuotes } from './quotes.ts';
import { sharesOf, vectorOf, type TriageModel } from './model.ts';
import type { SeverityFactor, TriageAssessment, TriageInput, TriageReason } from './result.ts';
import { assessSeverity, doubtIn, withoutShouting } from './severity.ts';
import { wordsIn, wordsOf, type Words } from './techniques/cues.ts';
import { tokenise } from './text.ts';
import { knowsUrgency, urgencyIn } from './urgency.ts';

/** Fewer known words than this say nothing: an empty, foreign or senseless text is unclear, never the largest class. */
const fewestKnownWords = 2;
const smallestKnownPart = 0.4;
/** In reports of these a pasted mail is the deceiver's; in others somebody tells in it what happened. */
const deceptive: readonly Category[] = ['phishing', 'social_engineering'];
/** The wording was learned from reports with the mails in them, so it is taken from the whole; a mail adds this much to it at most. */
const mostByMail = 0.5;
/** Shown for a text that says nothing. */
const noConfidence = 0.1;

/**
 * What a report is, without a key or a network: a trained linear model for the category, points for the severity. Pure
 * and linear in the text, so that the browser can run it while somebody types. What is recognised as
 * speaking to the triage itself does not decide the category, and makes no report less severe (`asides.ts`).
 * @param context what is known besides the words; the browser knows nothing of it
 */
export function assess(given: TriageInput, model: TriageModel, context?: TriageContext): TriageAssessment {
  return readReport(given, model, context).assessment;
}

/** Like {@link assess}, with the words of what the reporter wrote, for whatever else looks for some. */
export function readReport(given: TriageInput, model: TriageModel, context?: TriageContext): { assessment: TriageAssessment; words: Words[] } {
  const written = { ...given, description: withoutQuotes(given.description) };
  const asides = asidesIn(written, model);
  const words = wordsOf(written);
  const affected = wordsIn('affected', given.affected ?? '');
  const urgency = once(() => urgencyIn(words));
  const lexicon = new Lexicon(model.rowOf);
  // The category by what is told; the severity by whichever reading is worst.
  const readAll = (text: TriageInput): [OneReading, ...OneReading[]] => {
    const surroundings = context ? contextFactors(text, context) : [];
    const texts = [leaveOut(text, asides, ['order']), text, leaveOut(text, asides, ['order', 'code'])].filter(({ title, description }) => title.trim() !== '' || description.trim() !== '');
    const [first = text, ...others] = distinct(texts);
    const reading = (one: TriageInput): OneReading => read(one, () => (sameText(one, written) ? words : wordsOf(one)), { model, surroundings, lexicon, affected, urgency });
    return [reading(first), ...others.map(reading)];
  };
  const mail = withoutPastedMails(written.description);
  const whole = readAll(written);
  const own = mail === written.description ? whole : readAll({ ...written, description: mail });
  // A deceiver's mail may speak of anything: what it is, is then said by whoever got it.
  const told = !deceives(whole) && deceives(own) ? own : whole;
  const category = told[0].category();
  const shares = told[0].shares();
  const reasons = told[0].explain();
  const ofOwn = told !== own && deceives(told);
  const facts = (ofOwn ? own : told)[0].facts();
  // What a mail says may make it worse, never better: anybody may write that nothing happened.
  const alone = own === whole ? [] : own.slice(0, 1).map((reading) => reading.as(reading.category(), reading.wording()));
  const rated = ofOwn ? own.map((reading) => reading.as(category, Math.max(...told.map(({ wording }) => wording())))) : told.map((reading) => reading.as(reading.category(), reading.wording()));
  const severity = [...rated, ...alone].reduce((most, other) => (severities.indexOf(other.level) > severities.indexOf(most.level) ? other : most)).rate();
  const ranked = categories.map((other, index) => ({ category: other, confidence: shares?.[index] ?? 0 })).sort((one, two) => two.confidence - one.confidence);
  const confidence = shares ? rounded(ranked[0]!.confidence) : noConfidence;
  const strange = isForeign(words.flatMap(({ tokens }) => tokens), 1);
  const missing = strange ? [] : missingIn(words, facts, { category, confidence });
  const assessment: TriageAssessment = {
    provider: 'local',
    model: model.name,
    category,
    confidence,
    alternatives: shares ? ranked.slice(1, 3).filter((other) => other.confidence >= leastWorthNaming).map((other) => ({ category: other.category, confidence: rounded(other.confidence) })) : [],
    reasons,
    finding: strange && !shares ? 'Not in English, which is all that triage reads: a person has to read it.' : finding(category, reasons, missing),
    severity: { ...severity, factors: [...severity.factors, ...(strange && !shares ? [] : leftOut(given, asides))] },
    ...(missing.length > 0 && { missing }),
    advice: firstAdvice(category, facts, missing),
    facts,
  };
  return { assessment, words };
}

const deceives = ([first]: readonly [OneReading, ...OneReading[]]): boolean => deceptive.includes(first.category());

type Asides = Record<'title' | 'description', Aside[]>;

function asidesIn({ title, description }: TriageInput, model: TriageModel): Asides {
  const known = (word: string): boolean => model.rowOf(hashOf(0, word)) !== -1;
  return { title: asidesOf(title, known), description: asidesOf(description, known) };
}

function leaveOut(input: TriageInput, asides: Asides, kinds: readonly Aside['kind'][]): TriageInput {
  const of = (field: keyof Asides): string => without(input[field], asides[field].filter(({ kind }) => kinds.includes(kind)));
  return { ...input, title: of('title'), description: of('description') };
}

const sameText = (one: TriageInput, other: TriageInput): boolean => one.title === other.title && one.description === other.description;

function distinct(texts: readonly TriageInput[]): TriageInput[] {
  return texts.filter((text, index) => texts.findIndex((other) => sameText(other, text)) === index);
}

function leftOut(given: TriageInput, asides: Asides): SeverityFactor[] {
  return (['description', 'title'] as const).flatMap((field) =>
    asides[field].filter(({ kind }) => kind === 'order').map(({ start, end }) => ({
      key: 'aside', meaning: 'Left out, since it is addressed to the triage, said over and over, or no English', points: 0, span: { field, start, end, text: given[field].slice(start, end) },
    })),
  ).slice(0, 1);
}

interface Reader {
  model: TriageModel;
  surroundings: readonly SeverityFactor[];
  /** By rows of the model. */
  lexicon: Lexicon;
  affected: Words;
  /** Of the whole report, whatever its category. */
  urgency(): readonly SeverityFactor[];
}

/** How severe a reading is; what costs most is asked of one of them only. */
interface Rating {
  level: Severity;
  rate(): TriageAssessment['severity'];
}

/** A reading of a report. Nothing is worked out that nobody asks for, and nothing twice: most readings only rate. */
interface OneReading {
  shares(): number[] | null;
  category(): Category;
  /** Points of the wording. */
  wording(): number;
  facts(): TriageAssessment['facts'];
  explain(): TriageReason[];
  /** Rates it as a category; the wording adds no more than its own points and what a pasted mail may add, and no more than given. */
  as(category: Category, wording: number): Rating;
}

/** What is worked out when it is asked for the first time. */
function once<T extends string | number | boolean | object | null>(work: () => T): () => T {
  let done: T | undefined;
  return () => (done === undefined ? (done = work()) : done);
}

/** One reading of a report: what it is and how severe, by exactly this text. */
function read(input: TriageInput, wordsOfIt: () => readonly Words[], { model, surroundings, lexicon, affected, urgency }: Reader): OneReading {
  const words = once(wordsOfIt);
  const reading = once(() => readingOf(input, words().map(({ tokens }) => tokens), model, lexicon));
  const calm = once(() => calmed(reading(), lexicon));
  const says = once(() => saysSomething(reading()));
  const shares = once(() => (says() ? sharesOf(model, reading().vector()) : null));
  const category = once((): Category => {
    const parts = shares();
    return parts ? categories[parts.indexOf(Math.max(...parts))]! : 'other';
  });
  const wording = once(() => (says() ? wordingPoints(calm()) : 0));
  const facts = once(() => withAffected(factsOf(words()), affected));
  return {
    shares,
    category,
    wording,
    facts,
    explain: () => (says() ? explainCategory(reading(), categories.indexOf(category())) : []),
    as(kind, most) {
      const points = Math.min(most, wording() + mostByMail);
      const parts = shares();
      const besides = [...surroundings, ...(knowsUrgency(kind) ? urgency() : []), ...(parts ? doubtIn(model.severity, parts, kind) : [])];
      const rated = (span: () => TriageReason | null) => assessSeverity(model.severity, facts(), kind, says() ? { points, span: span() } : null, besides);
      return { level: rated(() => null).level, rate: () => rated(() => wordingSpan(calm(), points)) };
    },
  };
}

function readingOf(input: TriageInput, fields: Reading['fields'], model: TriageModel, lexicon: Lexicon): Reading {
  const features = featuresOf(fields, lexicon);
  // The lexicon counts by rows already.
  return { model, input, fields, features, vector: once(() => vectorOf({ ...model, rowOf: (row) => row }, features)) };
}

/** Without the words of those who shout. */
function calmed(reading: Reading, lexicon: Lexicon): Reading {
  const fields = reading.fields.map(withoutShouting);
  if (fields.every((tokens, index) => tokens.length === reading.fields[index]!.length)) return reading;
  return readingOf(reading.input, fields, reading.model, lexicon);
}

/** What each category's part is, in the order of `categories`; zeros for a text that says nothing. */
export function categoryShares(input: TriageInput, model: TriageModel): number[] {
  const reading = readingOf(input, [tokenise(input.title), tokenise(withoutQuotes(input.description))], model, new Lexicon(model.rowOf));
  return saysSomething(reading) ? sharesOf(model, reading.vector()) : categories.map(() => 0);
}

/** Numbers and addresses tell nothing, and neither do words that only join others. */
function saysSomething({ fields, features: { counts, words, byToken } }: Reading): boolean {
  const tokens = fields.flat();
  const known = new Set(tokens.flatMap(({ text }, index) => (byToken[index]!.word === unknown || text.startsWith('<') ? [] : [text])));
  const knownPart = counts[0]!.size / words;
  return known.size >= fewestKnownWords && knownPart >= smallestKnownPart && [...known].some((word) => !glue.has(word)) && !isForeign(tokens, knownPart);
}

/** No model is ever certain. */
const mostConfidence = 0.99;
const leastWorthNaming = 0.01;

const rounded = (share: number): number => Math.min(mostConfidence, Math.round(share * 1000) / 1000);

/** One line for the queue: the category, and the words that say most for it; or that it is too vague. */
export function finding(category: Category, reasons: readonly TriageReason[], missing: readonly string[] = []): string {
  const leading = reasons.filter(({ weight }) => weight > 0).slice(0, 2);
  const words = leading.map(({ text, picture }, index) => {
    // Said once where both stand in the same one.
    const place = picture === undefined || picture === leading[index + 1]?.picture ? '' : ` in the picture ${picture}`;
    return `“${text.replace(/\s+/g, ' ')}”${place}`;
  });
  if (category === 'other' && missing.length > 0) return 'Too little to go by. The reporter is asked for more.';
  if (category === 'other') return words.length > 0 ? `Everyday trouble by its words: ${words.join(', ')}.` : 'No sign of a known kind of incident.';
  return words.length > 0 ? `${categoryLabels[category]}, because of ${words.join(' and ')}.` : `${categoryLabels[category]}, by its wording as a whole.`;
}
