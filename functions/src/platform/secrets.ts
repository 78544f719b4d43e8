import { defineSecret } from 'firebase-functions/params';

export type SecretParam = ReturnType<typeof defineSecret>;

/**
 * What functions that ask Gemini may read, for an answer or for the meaning of a text. Only where `GEMINI=on` stands in functions/.env.PROJECT: a deployment asks for
 * every secret that is defined, and one without a key needs none.
 */
export const triageSecrets: readonly SecretParam[] = process.env['GEMINI'] === 'on' ? [defineSecret('GEMINI_API_KEY')] : [];

/** What functions that hand pictures to ImageKit may read. Only where `IMAGEKIT=on` stands in functions/.env.PROJECT, for the same reason. */
export const pictureSecrets: readonly SecretParam[] = process.env['IMAGEKIT'] === 'on' ? [defineSecret('IMAGEKIT_PRIVATE_KEY')] : [];

/** What functions that send mail may read. Only where `SENDGRID=on` stands in functions/.env.PROJECT, for the same reason. */
export const mailSecrets: readonly SecretParam[] = process.env['SENDGRID'] === 'on' ? [defineSecret('SENDGRID_API_KEY'), defineSecret('UNSUBSCRIBE_KEY')] : [];

/** What functions that compare reports may read besides. Only where `PINECONE=on` stands in functions/.env.PROJECT, for the same reason. */
export const indexSecrets: readonly SecretParam[] = process.env['PINECONE'] === 'on' ? [defineSecret('PINECONE_API_KEY')] : [];
