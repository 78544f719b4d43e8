import { z } from 'zod';
import { line } from '../platform/text.ts';

export const mostOwnDomains = 50;

/** A domain name in lower case and punycode, as far as its form says; whether it can be owned, the server decides. */
const domainName = line('A domain', 1, 253)
  .transform((value) => value.toLowerCase().replace(/^@|\.$/g, ''))
  .pipe(z.string().regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/, 'Write a domain as company.com: without https://, without a path.'));

/** Assets that matter more than others; a report that names one is more severe. */
export interface Asset {
  name: string;
  criticality: (typeof criticalities)[number];
}
const criticalities = ['high', 'critical'] as const;
export const mostAssets = 50;
export const mostSensitiveDepartments = 30;

const assetName = line("An asset's name", 2, 60).refine((name) => /[\p{L}\p{N}]/u.test(name), "An asset's name has a letter or a digit.");
const department = line('A department', 1, 60);

/** Refuses names that are there twice, whatever the case, at the place of the second one. */
function refuseTwice(names: readonly string[], context: { addIssue(issue: { code: 'custom'; message: string; path: PropertyKey[] }): void }): void {
  const plain = names.map((name) => name.toLowerCase());
  const second = plain.findIndex((name, index) => plain.indexOf(name) !== index);
  if (second >= 0) context.addIssue({ code: 'custom', message: `“${names[second]!}” is there twice.`, path: [second] });
}

const domains = z
  .array(z.string('A domain is a text.'))
  .pipe(z.array(z.string()).max(mostOwnDomains, `At most ${mostOwnDomains} domains.`))
  .pipe(z.array(domainName))
  .transform((names) => [...new Set(names)].sort());

const assets = z
  .array(z.strictObject({ name: z.string("An asset's name is a text."), criticality: z.enum(criticalities, 'Choose "high" or "critical".') }), 'Assets are a list.')
  .pipe(z.array(z.strictObject({ name: assetName, criticality: z.enum(criticalities) })).max(mostAssets, `At most ${mostAssets} assets.`))
  .superRefine((list, context) => refuseTwice(list.map(({ name }) => name), context));

const sensitiveDepartments = z
  .array(z.string('A department is a text.'), 'Departments are a list.')
  .pipe(z.array(department).max(mostSensitiveDepartments, `At most ${mostSensitiveDepartments} departments.`))
  .superRefine(refuseTwice);

/** What of the settings is set; the rest stays as it is. */
export const OrganisationChange = z
  .strictObject({ domains: domains.optional(), assets: assets.optional(), sensitiveDepartments: sensitiveDepartments.optional() })
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'There is nothing to change.');

/** `settings/organisation`: what is the organisation's own, and what of it matters most. */
export interface Organisation {
  domains: string[];
  assets: Asset[];
  sensitiveDepartments: string[];
}

/** Until an administrator says otherwise, and for what was stored before there was more to say. */
export function readOrganisation(stored: Partial<Organisation> | undefined): Organisation {
  return { domains: [], assets: [], sensitiveDepartments: [], ...stored };
}
