import { createServer } from 'node:net';

/** The ports of one suite. */
export interface Ports {
  hosting: number;
  auth: number;
  firestore: number;
  firestoreWebsocket: number;
  functions: number;
  storage: number;
  hub: number;
  logging: number;
  eventarc: number;
  tasks: number;
}

/** The address that all emulators listen on: this machine only. */
export const host = '127.0.0.1';

const defaults: Ports = {
  hosting: 5000,
  auth: 9099,
  firestore: 8080,
  firestoreWebsocket: 9150,
  functions: 5001,
  storage: 9199,
  hub: 4400,
  // Not firebase-tools' own 4500, which is the hub of a suite 100 further on.
  logging: 4375,
  eventarc: 9299,
  tasks: 9499,
};

/** Ports that browsers and `fetch` refuse to talk to, in the range that a suite can reach. */
const blocked = new Set([4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080]);

/** The ports of the suite that is shifted by `offset`; a port that browsers refuse moves 20 further. */
export function portsAt(offset: number): Ports {
  const shifted = Object.entries(defaults).map(([name, port]) => {
    const wanted = port + offset;
    return [name, blocked.has(wanted) ? wanted + 20 : wanted];
  });
  return Object.fromEntries(shifted) as unknown as Ports;
}

/** Reads the value of `--port-offset`, or throws a sentence that says what is allowed. */
export function parseOffset(text: string): number {
  const offset = Number(text);
  const largest = 65_500 - Math.max(...Object.values(defaults));
  if (text.trim() && Number.isInteger(offset) && offset >= 0 && offset <= largest) return offset;
  throw new Error(`--port-offset takes a whole number from 0 to ${largest}, for example --port-offset 100.`);
}

/** Throws a sentence that names the ports in use, when there are any. */
export async function requireFreePorts(ports: Ports): Promise<void> {
  const taken = await takenPorts(ports);
  if (taken.length === 0) return;
  const list = taken.map(([name, port]) => `${port} (${name})`).join(', ');
  throw new Error(
    `${taken.length === 1 ? 'Port' : 'Ports'} ${list} already in use. Is Secura running in another terminal? ` +
      'Stop the other program, or choose other ports: npm start -- --port-offset 100',
  );
}

/** The first offset from `from` on at which every port is free. */
export async function freeOffset(from: number): Promise<number> {
  for (let offset = from; offset < from + 5_000; offset += 100) {
    if ((await takenPorts(portsAt(offset))).length === 0) return offset;
  }
  throw new Error('No free range of ports was found for the emulators.');
}

async function takenPorts(ports: Ports): Promise<[string, number][]> {
  const taken: [string, number][] = [];
  for (const [name, port] of Object.entries(ports) as [string, number][]) {
    if (!(await isFree(port))) taken.push([name, port]);
  }
  return taken;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
