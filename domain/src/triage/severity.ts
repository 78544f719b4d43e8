import { severities, type Category, type Severity } from '../incidents/vocabulary.ts';
import { findCues, type Cue } from './matcher.ts';
import type { SeverityFactor, TriageInput, TriageResult } from './result.ts';

/** Points at which a level begins. */
const thresholds: Record<Severity, number> = { low: 0, medium: 3, high: 6, critical: 9 };

/** Where each category begins before anything else is known. */
const priors: Record<Category, number> = {
  phishing: 2,
  malware: 4.5,
  unauthorized_access: 4.5,
  data_breach: 4,
  social_engineering: 3,
  physical_security: 3,
  insider_threat: 4,
  denial_of_service: 4.5,
  other: 0,
};

interface Rule {
  key: string;
  meaning: string;
  points: number;
  cues: readonly string[];
  /** Holds only in these categories; everywhere when absent. */
  only?: readonly Category[];
}

const rules: readonly Rule[] = [
  { key: 'safety', meaning: 'People may be in danger', points: 6, cues: ['injur*', 'threatened me', 'weapon', 'bomb', 'patient safety', 'life support'] },
  { key: 'ransom', meaning: 'Files are held to ransom', points: 4, cues: ['ransom*', 'files~encrypted', 'encrypted files', 'all files~locked'] },
  { key: 'credentials', meaning: 'A password or code was given away', points: 2.5, cues: ['entered my password', 'typed my password', 'entered my credentials', 'gave~password', 'gave~code', 'entered my details', 'put in my password', 'approved~prompt', 'approved~request'] },
  { key: 'opened', meaning: 'The link or file was opened', points: 1.5, cues: ['clicked~link', 'clicked on it', 'i clicked', 'opened~attachment', 'opened the file', 'i opened it', 'enabled macros', 'installed it'] },
  { key: 'sensitive', meaning: 'Sensitive personal data is involved', points: 2, cues: ['medical record*', 'patient*', 'health data', 'salary', 'salaries', 'payroll', 'passport*', 'social security', 'credit card*', 'bank details', 'customer data', 'personal data', 'customer list', 'hr file*'] },
  { key: 'scale', meaning: 'Many people or records', points: 2, cues: ['all customers', 'all employees', 'whole department', 'entire department', 'thousands', 'hundreds of', 'everyone in', 'the whole company', 'many colleagues', 'several colleagues', 'all patients'] },
  { key: 'critical-system', meaning: 'A system that much depends on', points: 2, cues: ['domain controller', 'production', 'server*', 'database', 'erp', 'payment system', 'backup*', 'vpn', 'active directory', 'admin account', 'administrator account', 'webshop', 'online shop'] },
  { key: 'money', meaning: 'Money was or may be lost', points: 2, cues: ['transferred', 'wire transfer', 'paid the', 'gift card*', 'already paid', 'lost~euros', 'fraudulent payment', 'change~bank details'] },
  { key: 'active', meaning: 'It is happening now or spreading', points: 2, cues: ['right now', 'still happening', 'spreading', 'ongoing', 'more and more', 'still logged in', 'currently being', 'keeps coming back', 'is encrypting'] },
  { key: 'executive', meaning: 'A senior person is the target', points: 1, cues: ['our ceo', 'cfo', 'board member*', 'managing director', 'chief executive'] },
  { key: 'unencrypted', meaning: 'The lost device was not encrypted', points: 1.5, cues: ['not encrypted', 'unencrypted', 'no password on it', 'without encryption'], only: ['physical_security', 'data_breach'] },
  { key: 'untouched', meaning: 'Nothing was opened or given away', points: -1.5, cues: ['did not click', "didn't click", 'not clicked', 'did not open', "didn't open", 'have not opened', 'did not reply', 'nothing was opened', 'blocked by', 'was blocked', 'deleted it', 'in quarantine'] },
  { key: 'returned', meaning: 'It came back or was undone', points: -1.5, cues: ['was returned', 'got it back', 'found it again', 'remote wiped', 'remotely wiped', 'recalled in time', 'was encrypted', 'full disk encryption'] },
];

const cueLists = new Map<string, readonly Cue[]>(rules.map((rule) => [rule.key, rule.cues.map((cue): Cue => [cue, 1])]));

/**
 * Adds up what speaks for and against. Shouting counts for nothing: "urgent" is in no list.
 * @param input without quoted lines, as `analyse` passes it
 */
export function assessSeverity(input: TriageInput, category: Category): TriageResult['severity'] {
  const factors: SeverityFactor[] = [
    { key: 'category', meaning: 'Where this kind of incident begins', points: priors[category], span: null },
  ];
  if (category !== 'other') {
    for (const rule of rules) {
      if (rule.only && !rule.only.includes(category)) continue;
      const match = findCues(input, cueLists.get(rule.key) ?? [])[0];
      if (!match) continue;
      const { field, start, end, text } = match;
      factors.push({ key: rule.key, meaning: rule.meaning, points: rule.points, span: { field, start, end, text } });
    }
  }
  const points = Math.max(0, factors.reduce((sum, factor) => sum + factor.points, 0));
  const level = severities.findLast((candidate) => points >= thresholds[candidate]) ?? 'low';
  const above = severities[severities.indexOf(level) + 1];
  return { level, points, next: above ? { level: above, pointsAway: thresholds[above] - points } : null, factors };
}
