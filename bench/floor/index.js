// The least that the platform can do: what Secura's own functions are compared with. Loaded by the bench's emulators
// only, never deployed.
import { setGlobalOptions } from 'firebase-functions/v2';
import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import { onCall } from 'firebase-functions/v2/https';

setGlobalOptions({ region: 'europe-west1' });

/** Writes one field. */
export const floorTrigger = onDocumentCreated('floor/{id}', async ({ data }) => {
  await data.ref.update({ seen: true });
});

/** Does nothing. */
export const floorCall = onCall(() => ({ ok: true }));
