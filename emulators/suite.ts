import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { configFile, deriveConfig, webFolder, type ExtraCodebase, type FirebaseConfig } from './config.ts';
import { findFirestoreEmulator, missingEmulatorAdvice, type EmulatorSource } from './firestore-emulator.ts';
import type { GuardOrder, GuardReport } from './guard.ts';
import { requireJava } from './java.ts';
import { projectId, root, runFolder } from './paths.ts';
import { host, portsAt, requireFreePorts, type Ports } from './ports.ts';
import { suiteMark } from './processes.ts';
import { clearStaleSuites, stateFile, type SuiteInfo } from './running.ts';
import { findStorageRuntime } from './storage-runtime.ts';

/** The emulators that a suite can run. */
export type Service = 'auth' | 'firestore' | 'functions' | 'storage' | 'hosting'

export interface SuiteOptions {
  /** Shifts every port by this number, so that several suites can run side by side. */
  offset: number;
  /** Where the data is imported from when it is there, and exported to when the suite stops. */
  dataFolder?: string;
  /** Forgets the data of earlier runs. */
  fresh?: boolean;
  extraCodebases?: ExtraCodebase[];
  services?: Service[];
  /** Told what happens, in sentences; nothing is printed otherwise. */
  log?: (line: string) => void;
}

/** A running emulator suite. */
export interface Suite extends SuiteInfo {
  /** What a process needs in its environment to reach this suite. */
  env: Record<string, string>;
  /** Settles when the suite ends without having been asked to. */
  died: Promise<string>;
  stop(options?: { exportData?: boolean }): Promise<StopResult>;
}

export interface StopResult {
  exported: boolean;
  exportError?: string;
  /** Processes that could not be ended; always empty unless the machine is in trouble. */
  leftover: number[];
}

const allServices: Service[] = ['auth', 'firestore', 'functions', 'storage', 'hosting'];

/** Starts the emulators, waits until every one of them answers, and returns how to reach and stop them. */
export async function startSuite(options: SuiteOptions): Promise<Suite> {
  const { offset, dataFolder, log = () => {}, services = allServices } = options;
  const ports = portsAt(offset);
  await clearStaleSuites();
  await requireFreePorts(ports);
  if (options.fresh && dataFolder) rmSync(dataFolder, { recursive: true, force: true });

  const java = requireJava();
  const firestore = findFirestoreEmulator(java);
  const storage = findStorageRuntime(java, firestore);
  log(`Java ${java.major}, Firestore emulator from ${origin(firestore.source)}`);

  const id = randomUUID();
  const config = writeConfig(offset, ports, options.extraCodebases);
  const temporary = mkdtempSync(join(tmpdir(), 'secura-'));
  const folder = join(runFolder, String(offset));
  const imported = dataFolder && existsSync(join(dataFolder, 'firebase-export-metadata.json'));
  const info: SuiteInfo = { id, offset, ports, projectId, origin: `http://${host}:${ports.hosting}`, folder, services };
  const guard = fork(join(root, 'emulators', 'guard.ts'), [], {
    cwd: root,
    execArgv: ['--import', 'tsx'],
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const reports = new Reports(guard);
  send(guard, {
    kind: 'run',
    spec: {
      id,
      command: process.execPath,
      args: [
        firebaseEntry(),
        'emulators:start',
        ...['--config', config, '--project', projectId, '--only', services.join(',')],
        ...(imported ? ['--import', dataFolder] : []),
        '--non-interactive',
      ],
      env: emulatorEnvironment(java.home, temporary, firestore.path, storage.path),
      folder,
      log: join(folder, 'emulators.log'),
      temporary: [temporary, config],
      hub: `http://${host}:${ports.hub}`,
      exportTo: dataFolder,
      stateFile: stateFile(offset),
      state: { ...info },
    },
  });

  await reports.ready.catch((error: Error) => {
    const download = [firestore.source, storage.source].includes('download') && /download|ENOTFOUND|EAI_AGAIN/i.test(error.message);
    throw new Error(download ? `${missingEmulatorAdvice}\n\n${error.message}` : error.message);
  });
  return {
    ...info,
    env: suiteEnvironment(info),
    died: reports.died,
    async stop({ exportData = Boolean(dataFolder) } = {}) {
      if (guard.connected) send(guard, { kind: 'stop', exportData });
      return reports.stopped;
    },
  };
}

/** What a process needs in its environment so that Firebase's SDKs and our tests find this suite. */
export function suiteEnvironment(info: SuiteInfo): Record<string, string> {
  const { ports } = info;
  return {
    SECURA_SUITE: JSON.stringify(info),
    GCLOUD_PROJECT: info.projectId,
    METADATA_SERVER_DETECTION: 'none',
    FIREBASE_AUTH_EMULATOR_HOST: `${host}:${ports.auth}`,
    FIRESTORE_EMULATOR_HOST: `${host}:${ports.firestore}`,
    FIREBASE_STORAGE_EMULATOR_HOST: `${host}:${ports.storage}`,
    STORAGE_EMULATOR_HOST: `http://${host}:${ports.storage}`,
  };
}

/** Follows what the guard says, as promises. */
class Reports {
  readonly ready: Promise<void>;
  readonly died: Promise<string>;
  readonly stopped: Promise<StopResult>;

  constructor(guard: ReturnType<typeof fork>) {
    let last: StopResult = { exported: false, leftover: [] };
    let isReady = false;
    let failure = 'The process that watches the emulators ended too early.';
    const died = deferred<string>();
    const ready = deferred<void>();
    const stopped = deferred<StopResult>();
    guard.on('message', (report: GuardReport) => {
      if (report.kind === 'ready') {
        isReady = true;
        ready.resolve();
      } else if (report.kind === 'stopped') {
        last = report;
      } else {
        failure = report.reason;
        if (isReady) died.resolve(report.reason);
      }
    });
    guard.once('exit', () => {
      if (!isReady) ready.reject(new Error(failure));
      stopped.resolve(last);
    });
    this.ready = ready.promise;
    this.died = died.promise;
    this.stopped = stopped.promise;
  }
}

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: Error) => void } {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

function send(guard: ReturnType<typeof fork>, order: GuardOrder): void {
  guard.send(order);
}

function writeConfig(offset: number, ports: Ports, extraCodebases: ExtraCodebase[] | undefined): string {
  const production = JSON.parse(readFileSync(join(root, 'firebase.json'), 'utf8')) as FirebaseConfig;
  const derived = deriveConfig(production, { ports, webFolder: webFolder(offset), extraCodebases });
  mkdirSync(join(root, webFolder(offset)), { recursive: true });
  const file = join(root, configFile(offset));
  writeFileSync(file, `${JSON.stringify(derived, null, 2)}\n`);
  return file;
}

/** The emulators get an environment in which nothing can be asked, tracked, updated or reached outside. */
function emulatorEnvironment(javaHome: string, temporary: string, firestore?: string, storage?: string): NodeJS.ProcessEnv {
  const { GOOGLE_APPLICATION_CREDENTIALS: _account, FIREBASE_TOKEN: _token, NODE_OPTIONS: _options, ...inherited } = process.env;
  for (const name of Object.keys(inherited)) {
    if (name.startsWith('VITEST') || name === suiteMark || name === 'SECURA_SUITE' || name.endsWith('_EMULATOR_HOST')) {
      delete inherited[name];
    }
  }
  const local = [inherited.NO_PROXY, host, 'localhost'].filter(Boolean).join(',');
  return {
    ...inherited,
    JAVA_HOME: javaHome,
    PATH: [join(javaHome, 'bin'), inherited.PATH].join(delimiter),
    ...(firestore ? { FIRESTORE_EMULATOR_BINARY_PATH: firestore } : {}),
    ...(storage ? { STORAGE_EMULATOR_BINARY_PATH: storage } : {}),
    CI: 'true',
    NO_UPDATE_NOTIFIER: '1',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    NODE_ENV: 'production',
    NO_PROXY: local,
    no_proxy: local,
    TMPDIR: temporary,
    XDG_CONFIG_HOME: join(temporary, 'config'),
    METADATA_SERVER_DETECTION: 'none',
    FUNCTIONS_EMULATOR_PARALLEL: inherited.FUNCTIONS_EMULATOR_PARALLEL ?? '8',
    FUNCTIONS_DISCOVERY_TIMEOUT: '60',
  };
}

function firebaseEntry(): string {
  const folder = dirname(createRequire(import.meta.url).resolve('firebase-tools/package.json'));
  return join(folder, 'lib', 'bin', 'firebase.js');
}

function origin(source: EmulatorSource): string {
  const names: Record<EmulatorSource, string> = {
    environment: 'the path in the environment',
    'firebase cache': "firebase-tools' cache",
    'Google Cloud CLI': 'the Google Cloud CLI',
    download: "firebase-tools' download",
  };
  return names[source];
}
