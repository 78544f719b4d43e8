import type { AbsenceReason } from '@secura/domain/triage/result';

/** Why a provider gave no answer; what asked goes on without it. */
export class ProviderFailure extends Error {
  override readonly name = 'ProviderFailure';
  readonly reason: AbsenceReason;

  constructor(reason: AbsenceReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
