import { expect, test } from 'vitest';
import { deviceLabel, deviceSlots, slotFor } from './device.ts';

const device = (id: string, token: string, minutes: number) => ({ id, uid: 'ana', token, label: 'x', at: new Date(minutes * 60_000) });

test('a device keeps its place, a new one takes a free one, an eleventh that of the one not heard of for longest', () => {
  const some = [device('0', 'a', 5), device('2', 'b', 1)];
  expect(slotFor('b', some)).toBe('2');
  expect(slotFor('c', some)).toBe('1');
  expect(slotFor('c', [])).toBe('0');
  const full = deviceSlots.map((slot, index) => device(slot, `token-${slot}`, slot === '7' ? 0 : index + 1));
  expect(slotFor('c', full)).toBe('7');
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'Edge on Windows'],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36', 'Chrome on Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1', 'Safari on iPhone'],
  ['', 'A browser'],
])('a browser that calls itself %s is “%s”', (agent, label) => expect(deviceLabel(agent)).toBe(label));
