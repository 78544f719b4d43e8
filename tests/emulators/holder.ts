// Holds a suite until it is killed: the test beside it wants to see what remains then.
import { startSuite } from '../../emulators/suite.ts';

const suite = await startSuite({ offset: Number(process.argv[2]), services: ['firestore', 'storage'] });
process.send?.({ id: suite.id, ports: suite.ports });
setInterval(() => {}, 60_000);
