// Runs before Hosting is deployed: the content security policy in firebase.json names the host of
// the callable functions exactly, so a project with another id would be cut off from them.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'firebase.json');
const project = process.env.GCLOUD_PROJECT;
const needed = `https://europe-west1-${project}.cloudfunctions.net`;

if (project && !readFileSync(file, 'utf8').includes(needed)) {
  console.error(
    `The Content-Security-Policy in firebase.json does not allow ${needed}, so the app of project ` +
      `"${project}" could not call its functions. Add that address to connect-src and deploy again.`,
  );
  process.exit(1);
}
