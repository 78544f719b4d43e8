import { setGlobalOptions } from 'firebase-functions/v2';

// Imported first by index.ts: functions read these where they are defined, which is when their module loads.
setGlobalOptions({ region: 'europe-west1', maxInstances: 20, memory: '512MiB' });
