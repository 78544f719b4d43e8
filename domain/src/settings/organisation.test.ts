import { expect, it } from 'vitest';
import { OrganisationChange, readOrganisation } from './organisation.ts';

it('takes domains as people write them, each once and in order', () => {
  expect(OrganisationChange.parse({ domains: ['Secura.com', '@mail.secura.com', 'secura.com.', ' a.example '] }).domains).toEqual(['a.example', 'mail.secura.com', 'secura.com']);
});

it.each([['https://secura.com'], ['secura.com/x'], ['secura'], ['*.secura.com'], ['se cura.com'], ['-x.com'], ['a..com'], ['']])('refuses %s and says how it is written', (domain) => {
  expect(OrganisationChange.safeParse({ domains: [domain] }).success).toBe(false);
});

it('refuses a list without end, and what is no list', () => {
  for (const domains of [Array.from({ length: 51 }, (_, index) => `d${index}.com`), 'secura.com', { length: '9' }, [7]]) expect(OrganisationChange.safeParse({ domains }).success).toBe(false);
});

const change = (input: unknown) => OrganisationChange.safeParse(input);

it('takes assets and sensitive departments, and each part by itself', () => {
  expect(OrganisationChange.parse({ assets: [{ name: '  Payroll \n system ', criticality: 'critical' }] })).toEqual({ assets: [{ name: 'Payroll system', criticality: 'critical' }] });
  expect(OrganisationChange.parse({ sensitiveDepartments: [' Finance '] })).toEqual({ sensitiveDepartments: ['Finance'] });
  expect(OrganisationChange.parse({ assets: [], sensitiveDepartments: [] })).toEqual({ assets: [], sensitiveDepartments: [] });
});

it.each([
  ['nothing', {}],
  ['an asset without a name', { assets: [{ name: ' ', criticality: 'high' }] }],
  ['an asset of one letter, which stands in every text', { assets: [{ name: 'a', criticality: 'high' }] }],
  ['an asset of signs', { assets: [{ name: '.*', criticality: 'high' }] }],
  ['an asset of no known criticality', { assets: [{ name: 'SAP', criticality: 'low' }] }],
  ['an asset with more than it needs', { assets: [{ name: 'SAP', criticality: 'high', points: 99 }] }],
  ['an asset twice, with two criticalities', { assets: [{ name: 'SAP', criticality: 'high' }, { name: 'sap', criticality: 'critical' }] }],
  ['too many assets', { assets: Array.from({ length: 51 }, (_, index) => ({ name: `asset ${index}`, criticality: 'high' })) }],
  ['a department twice', { sensitiveDepartments: ['Finance', 'finance'] }],
  ['too many departments', { sensitiveDepartments: Array.from({ length: 31 }, (_, index) => `d ${index}`) }],
  ['what is no list', { assets: 'SAP' }],
  ['what it does not know', { assets: [], more: 1 }],
])('refuses %s', (_, input) => {
  expect(change(input).success).toBe(false);
});

it('reads what was stored before there were assets, and nothing at all', () => {
  expect(readOrganisation({ domains: ['a.example'] })).toEqual({ domains: ['a.example'], assets: [], sensitiveDepartments: [] });
  expect(readOrganisation(undefined)).toEqual({ domains: [], assets: [], sensitiveDepartments: [] });
});

it('says which of two equal names is one too many', () => {
  const refused = change({ assets: [{ name: 'SAP', criticality: 'critical' }, { name: 'CRM', criticality: 'high' }, { name: 'sap', criticality: 'high' }] });
  expect(refused.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([['assets.2', '“sap” is there twice.']]);
});
