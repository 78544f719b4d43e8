import { defineSecret } from 'firebase-functions/params';

export type SecretParam = ReturnType<typeof defineSecret>;

/**
 * What functions that triage may read. Only where `GEMINI=on` stands in functions/.env.PROJECT: a deployment asks for
 * every secret that is defined, and one without a key needs none.
 */
export const triageSecrets: readonly SecretParam[] = process.env['GEMINI'] === 'on' ? [defineSecret('GEMINI_API_KEY')] : [];
