import { clamdPath, missingClamdAdvice, startClamd } from '../emulators/clamd.ts';
import { Refusal, runScript } from './project-choice.ts';

await runScript(async () => {
  const path = clamdPath();
  if (!path) throw new Refusal(missingClamdAdvice);
  const clamd = await startClamd(path, { port: 3310 });
  console.log(`clamd answers at ${clamd.host}:${clamd.port}. It knows one signature, that of the EICAR test file.`);
  console.log(`In another terminal: CLAMD_HOST=${clamd.host} npm start`);
  console.log('Ctrl-C ends it.');
  process.once('SIGINT', () => void clamd.stop());
  process.once('SIGTERM', () => void clamd.stop());
});
