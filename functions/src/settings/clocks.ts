import { ClockSettingsInput } from '@secura/domain/settings/clocks';
import { audited } from '../platform/audit.ts';
import { clockSettingsRef } from '../platform/clocks.ts';
import { operation } from '../platform/operation.ts';

/** Holds for reports from now on, and for incidents whose severity is changed: what was promised before stays. */
export const setClocks = operation({
  name: 'settings.setClocks',
  summary: 'Say how long the team gives itself for each severity, and when it works',
  allow: 'settings:write',
  input: ClockSettingsInput,
  output: ClockSettingsInput,
  cost: 'write',
  rest: { method: 'post', path: '/api/settings/clocks' },
  async run({ actor, input, now, requestId }) {
    await audited({ action: 'settings.clocks', actor, data: input, now, requestId }, (tx) => tx.set(clockSettingsRef(), input));
    return input;
  },
});
