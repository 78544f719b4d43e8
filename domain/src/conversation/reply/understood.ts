import type { Category } from '../../incidents/vocabulary.ts';
import type { FactKey } from '../../triage/facts.ts';

const kinds: Record<Category, string | null> = {
  phishing: 'a message that may be phishing',
  malware: 'a device that may have malicious software on it',
  unauthorized_access: 'somebody who may have got into an account or a system',
  data_breach: 'data that may have reached people who should not have it',
  social_engineering: 'somebody who may have tried to deceive people',
  physical_security: 'something that was lost, taken or entered',
  insider_threat: 'a use of data or access that may be against our rules',
  denial_of_service: 'a service that does not answer as it should',
  other: null,
};

const happened: Partial<Record<FactKey, string>> = {
  safety: 'people may be in danger',
  paid: 'money was or may be lost',
  'gave-password': 'a password was given away',
  'gave-code': 'a code was given away or a sign-in approved',
  remote: 'somebody else controlled the device',
  'opened-file': 'a file was opened or installed',
  clicked: 'the link was opened',
  ransom: 'a ransom is asked for',
  'device-lost': 'a device is gone',
  unencrypted: 'it was not encrypted',
  'badge-lost': 'a badge or key is gone',
  stranger: 'somebody was where they should not be',
  active: 'it is still going on',
  returned: 'it came back or was undone',
  untouched: 'nothing was opened or given away',
};
/** What nobody can have left untouched. */
const touched: readonly FactKey[] = ['paid', 'gave-password', 'gave-code', 'remote', 'opened-file', 'clicked'];
const mostClauses = 3;

/** What was understood of a report, in one sentence for whoever wrote it; null when there is nothing to say. */
export function understood(category: Category | null, facts: ReadonlySet<string>): string | null {
  const kind = kinds[category ?? 'other'];
  const clauses = (Object.keys(happened) as FactKey[])
    .filter((key) => facts.has(key) && !(key === 'untouched' && touched.some((other) => facts.has(other))))
    .slice(0, mostClauses)
    .map((key) => happened[key]!);
  if (!kind && clauses.length === 0) return null;
  const list = clauses.length > 1 ? `${clauses.slice(0, -1).join(', ')} and ${clauses.at(-1)}` : clauses[0];
  const told = [kind, list].filter(Boolean).join('; ');
  return `This is how I understand it: ${told}. Please tell me if that is wrong.`;
}
