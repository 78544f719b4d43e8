import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clamdPath, missingClamdAdvice, startClamd, type Clamd } from '../../../../emulators/clamd.ts';
import { eicar, hostileFiles } from '../../../../tests/evidence/hostile.ts';
import { lookInto } from '../inspect/look-into.ts';
import { clamdScanner } from './clamd.ts';
import { embeddedScanner } from './embedded.ts';
import { ScannerDown, ScannerRefused, type MalwareScanner } from './port.ts';

const path = clamdPath();
if (!path) console.warn(`The tests with a real clamd are skipped. ${missingClamdAdvice}`);

let clamd: Clamd | undefined;
beforeAll(async () => {
  if (path) clamd = await startClamd(path, { streamMaxLength: '12M' });
}, 180_000);
afterAll(() => clamd?.stop());

const scanners: [string, () => MalwareScanner][] = [['the embedded scanner', () => embeddedScanner]];
if (path) scanners.push(['a real clamd', () => clamdScanner(clamd!)]);

describe.each(scanners)('the port for malware scans: %s', (_, scanner) => {
  it.each(hostileFiles.filter(({ state }) => state === 'infected').map(({ what, bytes }) => [what, bytes] as const))('finds %s', async (__, bytes) => {
    expect(await scanner().scan(bytes)).toMatchObject({ infected: true, signature: expect.stringMatching(/eicar/i) });
  });

  it('finds nothing in a harmless file, in ten megabytes of them either', async () => {
    expect(await scanner().scan(Buffer.from('A note.'))).toEqual({ infected: false });
    expect(await scanner().scan(Buffer.alloc(10 * 1024 * 1024, 'A line of a log.\n'))).toEqual({ infected: false });
  });

  it('looks at twenty files at once without mixing them up', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, (__, index) => scanner().scan(index % 2 ? eicar : Buffer.from(`note ${index}`))));
    expect(results.map(({ infected }) => infected)).toEqual(Array.from({ length: 20 }, (__, index) => index % 2 === 1));
  });
});

describe.skipIf(!path)('a whole look with a real clamd', () => {
  const look = (bytes: Buffer, scanner = clamdScanner(clamd!)) => lookInto(bytes, 'note.txt', () => Promise.resolve(scanner));

  it('says that it was ClamAV who looked, and what it found', async () => {
    expect(await look(Buffer.from('A note.'))).toMatchObject({ type: 'text', scanner: 'ClamAV', signature: null, reasons: [] });
    expect(await look(eicar)).toMatchObject({ scanner: 'ClamAV', signature: expect.stringMatching(/Eicar/), reasons: [{ code: 'malware' }] });
  });

  it('leaves a file closed once clamd is gone', async () => {
    const other = await startClamd(path!);
    const scanner = clamdScanner(other);
    expect((await look(Buffer.from('A note.'), scanner)).reasons).toEqual([]);
    await other.stop();
    expect((await look(Buffer.from('A note.'), scanner)).reasons).toEqual([{ code: 'scanner_down' }]);
  });
});

describe('clamd', () => {
  it.skipIf(!path)('that will not take a file of this size has not found it clean', async () => {
    await expect(clamdScanner(clamd!).scan(Buffer.alloc(13 * 1024 * 1024))).rejects.toThrow(ScannerRefused);
  });

  it('that is not there has not found anything clean', async () => {
    await expect(clamdScanner({ host: '127.0.0.1', port: 9 }).scan(Buffer.from('x'))).rejects.toThrow(ScannerDown);
  });

  it.each([
    ['hangs up', (server: Server) => server.on('connection', (socket) => socket.destroy()), ScannerDown],
    ['answers nothing', (server: Server) => server.on('connection', (socket) => socket.on('error', () => undefined)), ScannerDown],
    ['answers nonsense', (server: Server) => server.on('connection', (socket) => socket.on('error', () => undefined).end('HTTP/1.1 200 OK\r\n')), ScannerRefused],
    ['says only part of a verdict', (server: Server) => server.on('connection', (socket) => socket.on('error', () => undefined).end('stream: O')), ScannerRefused],
  ] as const)('that %s has not found anything clean', async (_, behave, kind) => {
    const server = createServer();
    behave(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      await expect(clamdScanner({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, patience: 300 }).scan(Buffer.from('x'))).rejects.toThrow(kind);
    } finally {
      server.close();
    }
  });
});
