import { crc32, deflateSync } from 'node:zlib';

const width = 360;
const height = 220;
type Colour = readonly [number, number, number];

const paper: Colour = [247, 248, 250];
const ink: Colour = [96, 108, 128];
const bars: readonly Colour[] = [[30, 64, 120], [126, 34, 52], [20, 94, 89], [88, 60, 130]];

/** Draws a small window with lines of "text" and a button, the same for the same seed, as a PNG file. */
export function drawPicture(seed: number): Buffer {
  const pixels = Buffer.alloc(height * (1 + width * 3));
  const fill = (x0: number, y0: number, w: number, h: number, [r, g, b]: Colour): void => {
    for (let y = y0; y < y0 + h; y++) {
      for (let x = x0; x < x0 + w; x++) pixels.set([r, g, b], y * (1 + width * 3) + 1 + x * 3);
    }
  };
  const random = generator(seed);
  const bar = bars[seed % bars.length]!;
  fill(0, 0, width, height, paper);
  fill(0, 0, width, 28, bar);
  fill(10, 9, 90, 10, paper);
  for (let line = 0; line < 7; line++) {
    let x = 20;
    while (x < 300 - random() * 80) {
      const word = 12 + Math.floor(random() * 42);
      fill(x, 46 + line * 16, Math.min(word, 340 - x), 6, ink);
      x += word + 7;
    }
  }
  fill(20, 172, 130, 28, bar);
  return png(pixels);
}

function generator(seed: number): () => number {
  let state = seed * 2654435761;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function png(rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
