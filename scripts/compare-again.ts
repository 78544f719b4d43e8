import { parseArgs } from 'node:util';
import { db } from '../functions/src/platform/firebase.ts';
import { recordSimilar } from '../functions/src/similar/record.ts';
import { sendAllWaiting } from '../functions/src/similar/send-waiting.ts';
import { outsideIndex } from '../functions/src/similar/vector-index.ts';
import { chooseProject, runScript } from './project-choice.ts';

const usage = `npm run compare-again -- [--project ID] [--write]

Makes every report comparable anew, oldest first: after a change of the model, or with GEMINI_API_KEY set for the first
time. Vectors of different models are never compared, so without it old reports stay unseen. Reporters are not told anew
how many colleagues they have. Without --write it only says how many reports there are.`;

await runScript(async () => {
  const { values } = parseArgs({ options: { project: { type: 'string' }, write: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } });
  if (values.help) {
    console.log(usage);
    return;
  }
  const { where } = chooseProject(values.project, usage);
  const incidents = await db().collection('incidents').orderBy('createdAt').select('createdAt').get();
  if (!values.write) {
    console.log(`${incidents.size} reports of ${where} would be compared anew. --write does it.`);
    return;
  }
  for (const doc of incidents.docs) await recordSimilar(doc.id, new Date(), { anew: true });
  const outside = await outsideIndex();
  // What failed to go there on the way.
  if (outside) await sendAllWaiting(outside);
  console.log(`${incidents.size} reports of ${where} were compared anew${outside ? `, and ${outside.provider} knows of them` : ''}.`);
});
