import { describe, expect, it } from 'vitest';
import { roles } from '../people/vocabulary.ts';
import { isInAudience, keysOf, mostDepartments, reachOf, tellAudience, type AlertAudience } from './audience.ts';

const everybody: AlertAudience = { roles: [], departments: [] };
const erin = { role: 'employee', department: 'Finance' } as const;

describe('an audience', () => {
  it('is everybody unless it names somebody', () => {
    for (const role of roles) expect(isInAudience(everybody, { role, department: 'Anything' })).toBe(true);
  });
  it('takes people of its roles who are of its departments as well', () => {
    expect(isInAudience({ roles: ['employee'], departments: [] }, erin)).toBe(true);
    expect(isInAudience({ roles: [], departments: ['Sales', 'Finance'] }, erin)).toBe(true);
    expect(isInAudience({ roles: ['employee', 'admin'], departments: ['Finance'] }, erin)).toBe(true);
    expect(isInAudience({ roles: ['security_team'], departments: ['Finance'] }, erin)).toBe(false);
    expect(isInAudience({ roles: ['employee'], departments: ['Sales'] }, erin)).toBe(false);
  });
  it('is not entered by a department that is named like a key', () => {
    for (const department of ['*', 'x/*', '*/Finance', 'employee/Finance']) {
      expect(isInAudience({ roles: ['security_team'], departments: [] }, { ...erin, department })).toBe(false);
      expect(isInAudience({ roles: [], departments: ['Finance'] }, { ...erin, department })).toBe(false);
    }
  });
  it('has no more keys than one query may ask for, and a person four', () => {
    const departments = Array.from({ length: mostDepartments }, (_, index) => `Department ${index}`);
    expect(reachOf({ roles: [...roles], departments })).toHaveLength(30);
    expect(reachOf({ roles: ['admin', 'admin'], departments: ['IT', 'IT'] })).toEqual(['admin/IT']);
    expect(new Set(keysOf(erin)).size).toBe(4);
  });
  it('is told in words', () => {
    expect(tellAudience(everybody)).toBe('everybody');
    expect(tellAudience({ roles: ['employee', 'admin'], departments: ['IT', 'Legal', 'Sales'] })).toBe('employees and administrators of IT, Legal and Sales');
  });
});
