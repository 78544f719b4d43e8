import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedByFirebaseTools, jarKey, type EmulatorBinary } from './firestore-emulator.ts';
import type { Java } from './java.ts';
import { makeLauncherJar, runJavaTool } from './launcher-jar.ts';
import { cacheFolder, root } from './paths.ts';

/**
 * Finds the program that evaluates storage.rules for the Storage emulator. Where only the Cloud
 * CLI's Firestore emulator is there, our own runtime drives the rules engine inside that jar.
 */
export function findStorageRuntime(
  java: Java,
  firestore: EmulatorBinary,
  env: NodeJS.ProcessEnv = process.env,
): EmulatorBinary {
  const named = env.STORAGE_EMULATOR_BINARY_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`STORAGE_EMULATOR_BINARY_PATH names ${named}, which does not exist.`);
    return { source: 'environment', path: named };
  }
  if (existsSync(cachedByFirebaseTools('storage', env))) return { source: 'firebase cache' };
  const jar = firestore.jar;
  if (!jar) return { source: 'download' };
  const source = join(root, 'emulators', 'StorageRulesRuntime.java');
  const path = join(cacheFolder, `storage-rules-${jarKey(jar, readFileSync(source, 'utf8'))}.jar`);
  makeLauncherJar({
    java,
    target: path,
    mainClass: 'StorageRulesRuntime',
    classPath: jar,
    compile: (folder) =>
      runJavaTool(java, 'javac', ['--release', '17', '-proc:none', '-nowarn', '-cp', jar, '-d', folder, source]),
  });
  return { source: 'Google Cloud CLI', path, jar };
}
