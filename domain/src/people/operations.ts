import { z } from 'zod';
import { documentId, line } from '../platform/text.ts';
import { roles, workStates } from './vocabulary.ts';

export const phone = line('The phone number', 0, 30)
  .refine((value) => value === '' || /^\+?[0-9 ()/.-]{5,30}$/.test(value), 'A phone number has 5 to 30 digits, blanks, or +().-/')
  .nullish()
  .transform((value) => value || null);

export const CreateProfileInput = z.strictObject({
  name: line('Your name', 2, 100),
  department: line('The department', 1, 60),
  phone,
});

export const ProfileView = z.object({
  uid: z.string(),
  name: z.string(),
  email: z.string(),
  department: z.string(),
  phone: z.string().nullable(),
  role: z.enum(roles),
  lead: z.boolean(),
});

export const SetWorkStateInput = z
  .strictObject({ kind: z.enum(workStates, 'There is no such work state.'), incidentId: documentId.nullish() })
  .refine((input) => input.kind === 'investigating' || !input.incidentId, 'Only "investigating" names an incident.');

export const WorkStateView = z.object({
  kind: z.enum(workStates),
  incidentId: z.string().nullable(),
  incidentNumber: z.string().nullable(),
  since: z.iso.datetime(),
});
