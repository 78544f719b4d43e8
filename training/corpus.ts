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

/** What other data sets call our categories; theirs that are ours already stand for themselves. */
const synonyms: Record<string, Category> = {
  ransomware: 'malware', web_attack: 'unauthorized_access', policy_violation: 'insider_threat', hacking: 'unauthorized_access', intrusion: 'unauthorized_access',
  error: 'data_breach', disposal: 'data_breach', misuse: 'insider_threat', theft: 'physical_security', loss: 'physical_security', physical: 'physical_security',
  ddos: 'denial_of_service', dos: 'denial_of_service', social: 'social_engineering', environmental: 'other', outage: 'other', not_an_incident: 'other', unclear: 'other', none: 'other',
};

function categoryOf(label: unknown): Category | null {
  if (typeof label !== 'string' || label === '') return null;
  const name = label.toLowerCase().replace(/[\s-]+/g, '_');
  return categories.find((category) => category === name) ?? synonyms[name] ?? 'other';
}

/**
 * Reads labelled reports: `{id, text? | title?, description, label | category, also_ok?, labels_all?, severity?, severity_ok?}` a line.
 * @throws Error that names the line which is no JSON
 */
export function readExamples(file: string, voice: Example['voice'] = 'employee'): Example[] {
  return readFileSync(file, 'utf8').split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [toExample(JSON.parse(line) as Record<string, unknown>, voice)];
    } catch (error) {
      throw new Error(`${file}, line ${index + 1}: ${(error as Error).message}`);
    }
  });
}

function groupOf(row: Record<string, unknown>, voice: Example['voice']): string {
  const extra = row['extra'] as { group?: unknown } | undefined;
  // Ours are named after their author: a-017.
  return voice === 'employee' ? String(row['id']).split('-')[0]! : String(extra?.group ?? row['id']);
}

function toExample(row: Record<string, unknown>, voice: Example['voice']): Example {
  const label = categoryOf(row['label'] ?? row['category']);
  const more = [row['also_ok'], row['labels_all']].flatMap((list) => (Array.isArray(list) ? list.map(categoryOf) : []));
  const severity = severities.find((level) => level === row['severity']) ?? null;
  const allowed = Array.isArray(row['severity_ok']) ? severities.filter((level) => (row['severity_ok'] as unknown[]).includes(level)) : [];
  return {
    id: String(row['id']),
    title: typeof row['title'] === 'string' ? row['title'] : '',
    description: String(row['description'] ?? row['text'] ?? ''),
    label,
    accepted: [...new Set([label, ...more].filter((category) => category !== null))],
    severity,
    acceptedSeverities: [...new Set([...(severity ? [severity] : []), ...allowed])],
    voice,
    group: groupOf(row, voice),
    tags: Array.isArray(row['tags']) ? row['tags'].map(String) : [],
  };
}
