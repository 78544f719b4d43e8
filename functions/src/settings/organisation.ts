import { SecuraError } from '@secura/domain/platform/errors';
import { OrganisationChange } from '@secura/domain/settings/organisation';
import { audited } from '../platform/audit.ts';
import { operation } from '../platform/operation.ts';
import { organisationRef } from '../platform/organisation.ts';

export const setOrganisation = operation({
  name: 'settings.setOrganisation',
  summary: "Say which domains are the organisation's own, and which of its assets and departments matter most; what is left out stays",
  allow: 'settings:write',
  input: OrganisationChange,
  output: OrganisationChange,
  cost: 'write',
  rest: { method: 'post', path: '/api/settings/organisation' },
  async run({ actor, input, now, requestId }) {
    const { readHost } = await import('@secura/domain/observables/hosts');
    const change = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    // "co.uk" as one's own would make half a country's domains one's own.
    const impossible = input.domains?.find((domain) => readHost(domain)?.kind !== 'domain');
    if (impossible) {
      const message = `“${impossible}” is not a domain that an organisation can own.`;
      throw new SecuraError('invalid-argument', message, { fields: { domains: message } });
    }
    await audited({ action: 'settings.organisation', actor, data: change, now, requestId }, (tx) => tx.set(organisationRef(), change, { merge: true }));
    return change;
  },
});
