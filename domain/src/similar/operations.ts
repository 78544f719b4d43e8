import { z } from 'zod';
import { documentId, line } from '../platform/text.ts';
import { campaignStates } from './campaign.ts';

const expectedVersion = z.int('The version is a whole number.').min(0).optional();

export const LinkInput = z.strictObject({ id: documentId, other: documentId, expectedVersion });
export const MergeInput = z.strictObject({ id: documentId, into: documentId, expectedVersion });
export const UnmergeInput = z.strictObject({ id: documentId, expectedVersion });
export const JoinInput = z.strictObject({ id: documentId });
export const Joined = z.object({ id: z.string(), joined: z.boolean() });

/** A campaign is decided on as it was seen. */
const campaign = { id: documentId, expectedVersion };
export const DecideCampaignInput = z.strictObject({ ...campaign, decision: z.enum(['confirm', 'dismiss', 'close'], 'Choose what to do.') });
export const ChangeCampaignInput = z
  .strictObject({ ...campaign, add: documentId.optional(), remove: documentId.optional(), name: line('The name', 3, 100).optional() })
  .refine(({ add, remove, name }) => [add, remove, name].filter((given) => given !== undefined).length === 1, 'Do one thing at a time: add, remove or rename.');
export const CampaignView = z.object({ id: z.string(), name: z.string(), state: z.enum(campaignStates), members: z.int(), version: z.int() });
export type CampaignView = z.infer<typeof CampaignView>;
