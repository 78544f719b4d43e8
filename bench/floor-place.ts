import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../emulators/paths.ts';
import { createId } from '@secura/domain/platform/ids';
import { collection, doc, getDocs, writeBatch } from 'firebase/firestore';
import { host } from '../emulators/ports.ts';
import { withoutBackgroundFunctions } from '../seed/background.ts';
import { asOwner } from './client.ts';
import type { InSuite } from './run.ts';

const bare = `
    // The bench's floor: whoever is signed in.
    match /floor/{id} {
      allow read, create: if request.auth != null;
      match /messages/{messageId} {
        allow read, create: if request.auth != null;
      }
    }
`;

/**
 * Makes room for the floor: the running emulator accepts its documents besides what the product's rules say, and its
 * collection holds what that of the incidents holds. With each write the emulator goes through the whole collection of
 * every live query, which the real Firestore does not; so both must be equally long and heavy to be compared.
 */
export async function prepareFloor(place: InSuite['place']): Promise<void> {
  await allowFloor(place);
  const owner = asOwner(place);
  const incidents = await getDocs(collection(owner.db, 'incidents'));
  await withoutBackgroundFunctions(place.ports, async () => {
    const batch = writeBatch(owner.db);
    for (const incident of incidents.docs) batch.set(doc(owner.db, 'floor', createId()), { ...incident.data(), seen: true });
    await batch.commit();
  });
  await owner.close();
}

/** The running emulator accepts the floor's documents besides what the product's rules say. */
export async function allowFloor({ ports, projectId }: InSuite['place']): Promise<void> {
  const rules = readFileSync(join(root, 'firestore.rules'), 'utf8');
  const opening = 'match /databases/{database}/documents {';
  if (!rules.includes(opening)) throw new Error('firestore.rules does not begin as the bench expects.');
  const content = rules.replace(opening, opening + bare);
  const answer = await fetch(`http://${host}:${ports.firestore}/emulator/v1/projects/${projectId}:securityRules`, {
    method: 'PUT',
    body: JSON.stringify({ rules: { files: [{ name: 'firestore.rules', content }] } }),
  });
  if (!answer.ok) throw new Error(`The Firestore emulator refused the bench's rules: ${await answer.text()}`);
}
