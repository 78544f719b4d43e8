import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where the demo data of `npm start` is kept between two starts. */
export const dataFolder = join(root, '.data');

/** What running suites write: their state files and logs. */
export const runFolder = join(root, '.emulators');

/** Compiled helpers, rebuilt whenever their source changes. */
export const cacheFolder = join(root, 'node_modules', '.cache', 'secura-emulators');

/** The one project id of the emulators: the prefix keeps every SDK from reaching a cloud. */
export const projectId = 'demo-secura';
