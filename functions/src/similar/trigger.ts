import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import { indexSecrets, triageSecrets } from '../platform/secrets.ts';

/**
 * A report is to be compared with the others, or taken out of what they are shown. Few instances, so that what they remember of
 * the others is used again; a model of 200 MiB, which no other function loads.
 */
export const onComparison = onDocumentCreated(
  { document: 'comparisons/{id}', retry: true, memory: '512MiB', cpu: 1, concurrency: 4, maxInstances: 2, timeoutSeconds: 120, secrets: [...triageSecrets, ...indexSecrets] },
  async ({ params, data }) => {
    if (!data) return;
    const [{ recordSimilar }, { forgetRequest }] = await Promise.all([import('./record.ts'), import('./requests.ts')]);
    await recordSimilar(data.get('incidentId') as string, new Date());
    await forgetRequest(params.id);
  },
);
