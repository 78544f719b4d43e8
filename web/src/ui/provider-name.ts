import type { AbsenceReason } from '@secura/domain/triage/result';

const names: Record<string, string> = { local: 'Own model', gemini: 'Gemini' };

/** Who gave an opinion, for people: `local+gemini` is "Own model and Gemini". */
export function providerName(provider: string): string {
  return provider.split('+').map((one) => names[one] ?? one).join(' and ');
}

/** Why a provider has no part in something, after its name. */
export const absences: Record<AbsenceReason, string> = {
  timeout: 'did not answer in time',
  busy: 'was too busy',
  unavailable: 'could not be reached',
  rejected: 'did not accept the request',
  refused: 'refused to read this text',
  invalid: 'gave an answer that could not be used',
  budget: 'was not asked: the tokens of the day are used up',
  paused: 'was not asked: it had failed several times just before',
};
