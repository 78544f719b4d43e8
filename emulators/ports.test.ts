import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { freeOffset, host, parseOffset, portsAt, requireFreePorts } from './ports.ts';

describe('parseOffset', () => {
  it.each([
    ['0', 0],
    ['1000', 1000],
  ])('takes %s', (text, offset) => expect(parseOffset(text)).toBe(offset));

  it.each(['', ' ', 'abc', '-1', '1.5', '70000'])('refuses %j and says what is allowed', (text) => {
    expect(() => parseOffset(text)).toThrow(/--port-offset takes a whole number from 0 to \d+/);
  });
});

describe('portsAt', () => {
  it('shifts every port', () => {
    expect(portsAt(300)).toMatchObject({ hosting: 5300, auth: 9399, firestore: 8380, functions: 5301 });
  });

  it('avoids the ports that browsers refuse', () => {
    expect(portsAt(1000).hosting).toBe(6020);
    expect(portsAt(2000).firestore).toBe(10_100);
  });

  it('never gives one port twice', () => {
    for (let offset = 0; offset < 20_000; offset += 100) {
      const ports = Object.values(portsAt(offset));
      expect(new Set(ports).size).toBe(ports.length);
    }
  });
});

describe('requireFreePorts', () => {
  it('names the port in use, its user and the way to other ports', async () => {
    const ports = portsAt(await freeOffset(20_000));
    const other = createServer().listen(ports.auth, host);
    await new Promise((resolve) => other.once('listening', resolve));
    try {
      await expect(requireFreePorts(ports)).rejects.toThrow(new RegExp(`Port ${ports.auth} \\(auth\\).*--port-offset`));
    } finally {
      await new Promise((resolve) => other.close(resolve));
    }
    await expect(requireFreePorts(ports)).resolves.toBeUndefined();
  });
});
