import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../emulators/paths.ts';
import { host } from '../emulators/ports.ts';
import type { InSuite } from './run.ts';

const bare = `
    // The bench's floor: whoever is signed in.
    match /floor/{id} {
      allow read, create: if request.auth != null;
    }
`;

/** Lets the running emulator accept the floor's documents, besides what the rules of the product say. */
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
