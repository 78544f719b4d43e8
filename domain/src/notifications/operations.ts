import { z } from 'zod';

export const ReadAllInput = z.strictObject({});
export const ReadAllOutput = z.object({ read: z.int(), more: z.boolean() });

export const RetryMailInput = z.strictObject({
  /** Of the failed delivery. */
  id: z.string().regex(/^[A-Za-z0-9_-]{8,300}$/, 'This is not a valid id.'),
});
export const RetryMailOutput = z.object({ id: z.string(), waiting: z.boolean() });

export const RetryMailsInput = z.strictObject({
  /** Only what was given up by then: what fails again at once is not tried for ever. */
  before: z.iso.datetime(),
});
export const RetryMailsOutput = z.object({
  retried: z.int(),
  /** Where the next call goes on; null when there is nothing left. */
  next: z.iso.datetime().nullable(),
});

export const ConfirmMailInput = RetryMailInput;
export const ConfirmMailOutput = z.object({ id: z.string(), sent: z.boolean() });

export const ClearMailTroubleInput = z.strictObject({
  /** Of the person whose address gets mail again. */
  uid: z.string().regex(/^[^/]{1,128}$/, 'This is not a valid id.'),
});
export const ClearMailTroubleOutput = z.object({ uid: z.string(), cleared: z.boolean() });
