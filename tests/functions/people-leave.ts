import { afterAll } from 'vitest';
import { madePeople } from './made-people.ts';

// For each file, though they share a process: the whole team is told of every report, so that who stays makes all later ones dearer.
afterAll(async () => {
  await Promise.all([...madePeople].map((profile) => profile.delete()));
  madePeople.clear();
});
