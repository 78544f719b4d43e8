import { parseArgs } from 'node:util';
import { sweepPictures } from '../functions/src/evidence/pictures/take-back.ts';
import { sweepOrphans } from '../functions/src/evidence/sweep.ts';
import { sweepClocks } from '../functions/src/notifications/clock-sweep.ts';
import { sweepOutbox } from '../functions/src/notifications/outbox.ts';
import { askAgain } from '../functions/src/similar/requests.ts';
import { chooseProject, runScript } from './project-choice.ts';

const usage = `npm run sweep -- [--project ID]

Does once what scheduled functions do: reminds of clocks that are about to run out or have, sends the mail and the pushes that
are due, asks again for comparisons that nobody made (everyMinute), and deletes bytes of files without a record,
here and where pictures are given out (sweepEvidence). Emulators keep no clock, so that there it is
done by hand. Files lie in the bucket that STORAGE_BUCKET names, PROJECT.appspot.com unless it does.`;

await runScript(async () => {
  const { values } = parseArgs({ options: { project: { type: 'string' }, help: { type: 'boolean', default: false } } });
  if (values.help) {
    console.log(usage);
    return;
  }
  const { where } = chooseProject(values.project, usage);
  const now = new Date();
  const [read, mails, asked, { deleted }, { dropped }] = await Promise.all([sweepClocks(now), sweepOutbox(now), askAgain(now), sweepOrphans(now), sweepPictures(now)]);
  console.log(`${where}: ${read} documents read for clocks, ${mails} mails and pushes were due, ${asked} comparisons were asked for again, ${deleted.length} files without a record were deleted, ${dropped} pictures taken back from their host.`);
});
