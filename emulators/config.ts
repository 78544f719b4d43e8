import { join } from 'node:path';
import { host, type Ports } from './ports.ts';

interface HostingHeader {
  source: string;
  headers: { key: string; value: string }[];
}

/** The parts of firebase.json that the emulators change. */
export interface FirebaseConfig {
  functions: Record<string, unknown>[];
  hosting: { public: string; headers?: HostingHeader[]; predeploy?: unknown } & Record<string, unknown>;
  emulators?: unknown;
  [key: string]: unknown
}

/** One more set of functions, loaded beside the deployed ones (the bench compares with bare ones). */
export interface ExtraCodebase {
  codebase: string;
  /** Its folder, relative to the repository. */
  source: string;
}

interface Derivation {
  ports: Ports;
  webFolder: string;
  extraCodebases?: ExtraCodebase[];
}

/** The file name of the derived configuration: every suite has its own, so that several can run. */
export function configFile(offset: number): string {
  return offset === 0 ? 'firebase.emulators.json' : `firebase.emulators.${offset}.json`;
}

/** Turns the production firebase.json into the one that the emulators run with. */
export function deriveConfig(production: FirebaseConfig, { ports, webFolder, extraCodebases = [] }: Derivation): FirebaseConfig {
  const { predeploy: _hostingPredeploy, ...hosting } = production.hosting;
  return {
    ...production,
    functions: [
      ...production.functions.map(({ predeploy: _predeploy, ...entry }) => entry),
      ...extraCodebases.map(({ codebase, source }) => ({ codebase, source, runtime: 'nodejs22', ignore: ['node_modules'] })),
    ],
    hosting: { ...hosting, public: webFolder, headers: hosting.headers?.map((entry) => withEmulatorHosts(entry, ports)) },
    emulators: {
      // The tests of the rules have a project of their own, and every request of theirs would be warned of.
      singleProjectMode: false,
      ui: { enabled: false },
      hub: { host, port: ports.hub },
      // Two suites that start at once would both take the first one that is free.
      logging: { host, port: ports.logging },
      auth: { host, port: ports.auth },
      firestore: { host, port: ports.firestore, websocketPort: ports.firestoreWebsocket },
      functions: { host, port: ports.functions },
      storage: { host, port: ports.storage },
      hosting: { host, port: ports.hosting },
      eventarc: { host, port: ports.eventarc },
      tasks: { host, port: ports.tasks },
    },
  };
}

/** Lets pages reach the emulators: the production policy allows only the real services. */
export function emulatorPolicy(policy: string, ports: Ports): string {
  const used = [ports.auth, ports.firestore, ports.functions, ports.storage];
  const http = used.map((port) => `http://${host}:${port}`).join(' ');
  const webSockets = `ws://${host}:${ports.firestoreWebsocket}`;
  return policy
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'upgrade-insecure-requests')
    .map((part) => {
      if (part.startsWith('connect-src ')) return `${part} ${http} ${webSockets}`;
      if (part.startsWith('img-src ')) return `${part} http://${host}:${ports.storage}`;
      return part;
    })
    .join('; ');
}

/** The folder of the web build for the suite at `offset`: the build holds the suite's ports. */
export function webFolder(offset: number): string {
  return join('web', 'dist-emulator', String(offset));
}

function withEmulatorHosts(entry: HostingHeader, ports: Ports): HostingHeader {
  const headers = entry.headers.map(({ key, value }) =>
    key.toLowerCase() === 'content-security-policy' ? { key, value: emulatorPolicy(value, ports) } : { key, value },
  );
  return { ...entry, headers };
}
