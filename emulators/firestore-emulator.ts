import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Java } from './java.ts';
import { makeLauncherJar } from './launcher-jar.ts';
import { cacheFolder } from './paths.ts';
import { installSystemPackage } from './system-packages.ts';

/** Which of the ways to an emulator was taken. */
export type EmulatorSource = 'environment' | 'firebase cache' | 'Google Cloud CLI' | 'download'

/** How to run one emulator: what to tell firebase-tools through its environment. */
export interface EmulatorBinary {
  source: EmulatorSource;
  /** The file to run instead of firebase-tools' own copy. */
  path?: string;
  /** Google's jar, which also holds the rules engine. */
  jar?: string;
}

const component = join('platform', 'cloud-firestore-emulator', 'cloud-firestore-emulator.jar');
const debianPackage = 'google-cloud-cli-firestore-emulator';

/**
 * Finds the Firestore emulator: a path from the environment, then the copy that firebase-tools has
 * cached, then the Google Cloud CLI's component, then (an empty path) firebase-tools' own download.
 */
export function findFirestoreEmulator(java: Java, env: NodeJS.ProcessEnv = process.env): EmulatorBinary {
  const named = env.FIRESTORE_EMULATOR_BINARY_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`FIRESTORE_EMULATOR_BINARY_PATH names ${named}, which does not exist.`);
    return { source: 'environment', path: named };
  }
  if (existsSync(cachedByFirebaseTools('firestore', env))) return { source: 'firebase cache' };
  const jar = findCloudCliJar(env) ?? (installSystemPackage(debianPackage) ? findCloudCliJar(env) : undefined);
  if (!jar) return { source: 'download' };
  const path = join(cacheFolder, `firestore-${jarKey(jar)}.jar`);
  makeLauncherJar({
    java,
    target: path,
    mainClass: 'com.google.cloud.datastore.emulator.firestore.CloudFirestore',
    classPath: jar,
  });
  return { source: 'Google Cloud CLI', path, jar };
}

/** Where firebase-tools keeps its own download of an emulator, whether it is there or not. */
export function cachedByFirebaseTools(name: 'firestore' | 'storage', env: NodeJS.ProcessEnv = process.env): string {
  const folder = dirname(createRequire(import.meta.url).resolve('firebase-tools/package.json'));
  const details = JSON.parse(
    readFileSync(join(folder, 'lib', 'emulator', 'downloadableEmulatorInfo.json'), 'utf8'),
  ) as Record<string, { downloadPathRelativeToCacheDir: string }>;
  const cache = env.FIREBASE_EMULATORS_PATH ?? join(homedir(), '.cache', 'firebase', 'emulators');
  return join(cache, details[name]?.downloadPathRelativeToCacheDir ?? '');
}

/** A short name for exactly this jar, without reading its 60 MB. */
export function jarKey(jar: string, ...more: string[]): string {
  const { size, mtimeMs } = statSync(jar);
  const hash = createHash('sha256').update([jar, size, mtimeMs, ...more].join('\n'));
  return hash.digest('hex').slice(0, 16);
}

/** The sentence for a machine where no emulator was found and none could be downloaded. */
export const missingEmulatorAdvice =
  'The Firestore emulator was not found, and firebase-tools could not download it. Secura runs on the emulators, ' +
  `so it needs one copy: install the Google Cloud CLI's component (\`apt-get install ${debianPackage}\` or ` +
  '`gcloud components install cloud-firestore-emulator`), or run `npx firebase setup:emulators:firestore` with ' +
  'network access, or point FIRESTORE_EMULATOR_BINARY_PATH at a copy.';

function findCloudCliJar(env: NodeJS.ProcessEnv): string | undefined {
  const likely = [
    env.CLOUDSDK_ROOT_DIR,
    '/usr/lib/google-cloud-sdk',
    '/usr/share/google-cloud-sdk',
    '/opt/google-cloud-sdk',
    '/snap/google-cloud-cli/current',
    join(homedir(), 'google-cloud-sdk'),
    '/opt/homebrew/share/google-cloud-sdk',
    '/usr/local/share/google-cloud-sdk',
  ];
  for (const folder of likely) if (folder && existsSync(join(folder, component))) return join(folder, component);
  const listed = output('dpkg', ['-L', debianPackage])
    .split('\n')
    .find((line) => line.endsWith('cloud-firestore-emulator.jar'));
  if (listed && existsSync(listed)) return listed;
  const sdkRoot = output('gcloud', ['info', '--format=value(installation.sdk_root)']).trim();
  return sdkRoot && existsSync(join(sdkRoot, component)) ? join(sdkRoot, component) : undefined;
}

function output(command: string, args: string[]): string {
  const result = spawnSync(command, args, { encoding: 'utf8', timeout: 20_000 });
  return result.status === 0 ? result.stdout : '';
}
