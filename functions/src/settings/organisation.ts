import { SecuraError } from '@secura/domain/platform/errors';
import { Organisation } from '@secura/domain/settings/organisation';
import { audited } from '../platform/audit.ts';
import { operation } from '../platform/operation.ts';
import { organisationRef } from '../platform/organisation.ts';

export const setOrganisation = operation({
  name: 'settings.setOrganisation',
  summary: "Say which domains are the organisation's own",
  allow: 'settings:write',
  input: Organisation,
  output: Organisation,
  cost: 'write',
  rest: { method: 'post', path: '/api/settings/organisation' },
  async run({ actor, input, now, requestId }) {
    const { readHost } = await import('@secura/domain/observables/hosts');
    // "co.uk" as one's own would make half a country's domains one's own.
    const impossible = input.domains.find((domain) => readHost(domain)?.kind !== 'domain');
    if (impossible) {
      const message = `“${impossible}” is not a domain that an organisation can own.`;
      throw new SecuraError('invalid-argument', message, { fields: { domains: message } });
    }
    await audited({ action: 'settings.organisation', actor, data: input, now, requestId }, (tx) => tx.set(organisationRef(), input));
    return input;
  },
});
