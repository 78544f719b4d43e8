import { readFileSync } from 'node:fs';
import { categories, severities, type Category, type Severity } from '../domain/src/incidents/vocabulary.ts';

/** A labelled report. */
export interface Example {
  id: string;
  title: string;
  description: string;
  /** Null where a source allows several and says none first. */
  label: Category | null;
  /** Every category that counts as right, the label among them. */
  accepted: readonly Category[];
  severity: Severity | null;
  acceptedSeverities: readonly Severity[];
  /** An employee's own words, or a summary by somebody else. */
  voice: 'employee' | 'summary';
  /** What must not be split when reports are kept apart: all by one author, or all about one event. */
  group: string;
  tags: readonly string[];
}

/** What other data sets call our categories, by the mapping that the public data came with; ours stand for themselves. */
const synonyms: Record<string, Category> = {
  ransomware: 'malware', web_attack: 'unauthorized_access', policy_violation: 'insider_threat', hacking: 'unauthorized_access', intrusion: 'unauthorized_access',
  error: 'data_breach', disposal: 'data_breach', improper_disposal: 'data_breach', misuse: 'insider_threat', theft: 'physical_security', loss: 'physical_security', physical: 'physical_security',
  ddos: 'denial_of_service', dos: 'denial_of_service', hacking_dos: 'denial_of_service', social: 'social_engineering', social_phishing: 'phishing', spear_phishing: 'phishing', smishing: 'phishing', vishing: 'social_engineering',
  environmental: 'other', outage: 'other', not_an_incident: 'other', unclear: 'other', none: 'other',
};

const named = (name: string): Category | undefined => categories.find((category) => category === name) ?? synonyms[name];

/** `social.Phishing` and `Hacking/IT Incident` by the whole name, or else by what stands before the mark. */
function categoryOf(label: unknown): Category | null {
  if (typeof label !== 'string' || label.trim() === '') return null;
  const whole = label.trim().toLowerCase();
  return [whole, whole.split(/[./:]/, 1)[0]!].map((name) => named(name.trim().replace(/[^a-z]+/g, '_'))).find((category) => category !== undefined) ?? 'other';
}

function severityOf(level: unknown): Severity | null {
  const name = typeof level === 'string' ? level.trim().toLowerCase() : null;
  return severities.find((severity) => severity === name) ?? null;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * The objects of a file that holds one JSON object a line, each as `read` takes it.
 * @throws Error in one sentence: the file cannot be read, or which line is no object
 */
export function readLines<T>(file: string, read: (row: Record<string, unknown>) => T): T[] {
  return textIn(file).split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      const row = JSON.parse(line) as unknown;
      if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new Error('It is no JSON object.');
      return [read(row as Record<string, unknown>)];
    } catch (error) {
      throw new Error(`${file}, line ${index + 1}: ${(error as Error).message}`, { cause: error });
    }
  });
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw new Error(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`, { cause: error });
  }
}

/**
 * Reads labelled reports: `{id, text? | title?, description, label | category, also_ok?, labels_all?, severity?, severity_ok?}` a line.
 * @throws Error that names the line which is no JSON
 */
export function readExamples(file: string, voice: Example['voice'] = 'employee'): Example[] {
  return readLines(file, (row) => toExample(row, voice));
}

/** The words of a row: a title, if it has one, and a description or text. */
export function wordsIn(row: Record<string, unknown>): Pick<Example, 'title' | 'description'> {
  return { title: textOf(row['title']), description: textOf(row['description']) || textOf(row['text']) };
}

function groupOf(row: Record<string, unknown>, voice: Example['voice']): string {
  const extra = row['extra'] as { group?: unknown } | undefined;
  // Ours are named after their author: a-017.
  return voice === 'employee' ? String(row['id']).split('-')[0]! : String(extra?.group ?? row['id']);
}

function toExample(row: Record<string, unknown>, voice: Example['voice']): Example {
  const label = categoryOf(row['label'] ?? row['category']);
  const more = [row['also_ok'], row['labels_all']].flatMap(listOf).map(categoryOf);
  const severity = severityOf(row['severity']);
  const allowed = listOf(row['severity_ok']).flatMap((level) => severityOf(level) ?? []);
  return {
    id: String(row['id']),
    ...wordsIn(row),
    label,
    accepted: [...new Set([label, ...more].filter((category) => category !== null))],
    severity,
    acceptedSeverities: [...new Set([...(severity ? [severity] : []), ...allowed])],
    voice,
    group: groupOf(row, voice),
    tags: Array.isArray(row['tags']) ? row['tags'].map(String) : [],
  };
}
