import { suiteUnderTest } from '../emulators/running.ts';
import { seedSuite } from '../emulators/seed.ts';

// A process of its own for each suite: Firebase's SDKs keep to the emulators that they met first.
await seedSuite(suiteUnderTest(), () => {});
process.exit(0);
