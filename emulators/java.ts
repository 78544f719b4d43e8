import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { installSystemPackage } from './system-packages.ts';

/** A Java installation found on this machine. */
export interface Java {
  home: string;
  major: number;
  /** True for a JDK (with `javac` and `jar`), false for a bare runtime. */
  compiler: boolean;
}

/** The oldest Java that firebase-tools 15 runs on. */
export const oldestJava = 21;

const suffix = process.platform === 'win32' ? '.exe' : '';

/** Reads the major version out of `25.0.1`, `1.8.0_392` or the whole output of `java -version`. */
export function parseJavaMajor(text: string): number {
  const match = /"?(\d+)(?:\.(\d+))?/.exec(/version "([^"]+)"/.exec(text)?.[1] ?? text);
  if (!match) return 0;
  const first = Number(match[1]);
  return first === 1 && match[2] ? Number(match[2]) : first;
}

/** Every Java of this machine, newest first; of equal versions a JDK comes before a runtime. */
export function findJavas(env: NodeJS.ProcessEnv = process.env, folders = usualFolders()): Java[] {
  const homes = new Set<string>();
  const add = (home: string | undefined): void => {
    if (home && existsSync(join(home, 'bin', `java${suffix}`))) homes.add(realpathSync(home));
  };
  add(env.JAVA_HOME);
  for (const entry of (env.PATH ?? '').split(delimiter)) {
    const java = join(entry, `java${suffix}`);
    if (entry && existsSync(java)) add(dirname(dirname(realpathSync(java))));
  }
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder)) {
      add(join(folder, name));
      add(join(folder, name, 'Contents', 'Home'));
      add(join(folder, name, 'libexec', 'openjdk.jdk', 'Contents', 'Home'));
    }
  }
  return [...homes]
    .map((home) => ({ home, major: majorOf(home), compiler: existsSync(join(home, 'bin', `javac${suffix}`)) }))
    .sort((a, b) => b.major - a.major || Number(b.compiler) - Number(a.compiler));
}

/** The newest Java that the emulators can run on; installs one, or throws a sentence that says what to install. */
export function requireJava(): Java {
  const found = pick(findJavas());
  if (found) return found;
  for (const name of ['openjdk-25-jdk-headless', 'openjdk-21-jdk-headless']) {
    if (!installSystemPackage(name)) continue;
    const installed = pick(findJavas());
    if (installed) return installed;
  }
  const newest = findJavas()[0];
  throw new Error(
    `The Firebase emulators need Java ${oldestJava} or newer (a JDK), and ` +
      (newest ? `the newest found here is Java ${newest.major} in ${newest.home}. ` : 'no Java was found here. ') +
      'Install a JDK 21 or newer, for example with `apt-get install openjdk-21-jdk-headless`, ' +
      '`brew install openjdk` or from https://adoptium.net, or point JAVA_HOME at one.',
  );
}

function pick(javas: Java[]): Java | undefined {
  const usable = javas.filter((java) => java.major >= oldestJava);
  return usable.find((java) => java.compiler) ?? usable[0];
}

function majorOf(home: string): number {
  const release = join(home, 'release');
  if (existsSync(release)) {
    const version = /JAVA_VERSION="([^"]+)"/.exec(readFileSync(release, 'utf8'))?.[1];
    if (version) return parseJavaMajor(version);
  }
  const result = spawnSync(join(home, 'bin', `java${suffix}`), ['-version'], { encoding: 'utf8' });
  return parseJavaMajor(`${result.stderr}${result.stdout}`);
}

function usualFolders(): string[] {
  const home = homedir();
  return [
    '/usr/lib/jvm',
    '/usr/java',
    '/opt/java',
    '/Library/Java/JavaVirtualMachines',
    '/opt/homebrew/opt',
    '/usr/local/opt',
    join(home, 'Library', 'Java', 'JavaVirtualMachines'),
    join(home, '.sdkman', 'candidates', 'java'),
    join(home, '.jdks'),
    'C:\\Program Files\\Java',
    'C:\\Program Files\\Eclipse Adoptium',
    'C:\\Program Files\\Microsoft',
  ];
}
