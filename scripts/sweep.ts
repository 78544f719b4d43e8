import { parseArgs } from 'node:util';
import { sweepClocks } from '../functions/src/notifications/clock-sweep.ts';
import { sweepOutbox } from '../functions/src/notifications/outbox.ts';
import { chooseProject, runScript } from './project-choice.ts';

const usage = `npm run sweep -- [--project ID]

Does once what the function everyMinute does each minute: reminds of clocks that are about to run out or have, and sends
the mail and the pushes that are due. Emulators keep no clock, so that there it is done by hand.`;

await runScript(async () => {
  const { values } = parseArgs({ options: { project: { type: 'string' }, help: { type: 'boolean', default: false } } });
  if (values.help) {
    console.log(usage);
    return;
  }
  const { where } = chooseProject(values.project, usage);
  const now = new Date();
  const [read, mails] = await Promise.all([sweepClocks(now), sweepOutbox(now)]);
  console.log(`${where}: ${read} documents read for clocks, ${mails} mails and pushes were due.`);
});
