import { z } from 'zod';
import { line } from '../platform/text.ts';

export const mostOwnDomains = 50;

/** A domain name in lower case and punycode, as far as its form says; whether it can be owned, the server decides. */
const domainName = line('A domain', 1, 253)
  .transform((value) => value.toLowerCase().replace(/^@|\.$/g, ''))
  .pipe(z.string().regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/, 'Write a domain as company.com: without https://, without a path.'));

/** `settings/organisation`: what is the organisation's own. */
export const Organisation = z.strictObject({
  domains: z
    .array(z.string('A domain is a text.'))
    .pipe(z.array(z.string()).max(mostOwnDomains, `At most ${mostOwnDomains} domains.`))
    .pipe(z.array(domainName))
    .transform((domains) => [...new Set(domains)].sort()),
});
export type Organisation = z.infer<typeof Organisation>;
