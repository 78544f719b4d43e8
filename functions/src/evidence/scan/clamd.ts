import { connect, type Socket } from 'node:net';
import { ScannerDown, ScannerRefused, type MalwareScanner } from './port.ts';

const chunkBytes = 256 * 1024;
const patienceMs = 60_000;

/** ClamAV's daemon over TCP (clamd(8), command INSTREAM). */
export function clamdScanner({ host, port, patience = patienceMs }: { host: string; port: number; patience?: number }): MalwareScanner {
  return {
    name: 'ClamAV',
    async scan(bytes) {
      const answer = await ask(connect({ host, port }), patience, async (socket) => {
        await write(socket, Buffer.from('zINSTREAM\0'));
        for (let at = 0; at < bytes.length; at += chunkBytes) {
          const chunk = bytes.subarray(at, at + chunkBytes);
          const length = Buffer.alloc(4);
          length.writeUInt32BE(chunk.length);
          await write(socket, length);
          await write(socket, chunk);
        }
        await write(socket, Buffer.alloc(4));
      });
      if (answer === 'stream: OK') return { infected: false };
      const found = /^stream: (.{1,200}) FOUND$/.exec(answer);
      if (found) return { infected: true, signature: found[1]! };
      // "INSTREAM size limit exceeded. ERROR" and its like: it was not scanned, so it is not clean.
      throw new ScannerRefused(answer.slice(0, 200) || 'no answer');
    },
  };
}

function ask(socket: Socket, patience: number, send: (socket: Socket) => Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const fail = (error: Error): void => {
      socket.destroy();
      // It closes the connection as soon as it has refused: what it said counts more than that.
      if (answer.includes('ERROR')) resolve(clean(answer));
      else reject(new ScannerDown(error.message, { cause: error }));
    };
    socket.setTimeout(patience, () => fail(new Error(`no answer within ${patience} ms`)));
    socket.on('data', (data) => (answer += data.toString('utf8').slice(0, 1000)));
    socket.on('error', fail);
    socket.on('end', () => {
      socket.destroy();
      if (answer === '') reject(new ScannerDown('it closed the connection without an answer'));
      else resolve(clean(answer));
    });
    send(socket).catch(fail);
  });
}

const clean = (answer: string): string => answer.replaceAll('\0', '').trim();

function write(socket: Socket, data: Buffer): Promise<void> {
  return new Promise((resolve, reject) => socket.write(data, (error) => (error ? reject(error) : resolve())));
}
