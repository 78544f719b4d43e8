import { crc32, deflateRawSync } from 'node:zlib';

export interface PackedFile {
  name: string;
  content: Buffer | string;
  /** Packing method; 0 keeps the bytes as they are. */
  method?: number;
  /** General purpose flags; bit 0 says "encrypted". */
  flags?: number;
  /** What its own header says in place of the name. */
  localName?: string;
  /** The size that its record claims. */
  claims?: number;
}

/** Packs a ZIP file by hand, so that it can lie in ways that no packer offers. */
export function packZip(files: readonly PackedFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const content = Buffer.from(file.content);
    const method = file.method ?? 8;
    const packed = method === 8 ? deflateRawSync(content) : content;
    const name = Buffer.from(file.name);
    const localName = Buffer.from(file.localName ?? file.name);
    const facts = Buffer.alloc(22);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE((file.flags ?? 0) | 0x800, 2);
    facts.writeUInt16LE(method, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(file.claims ?? content.length, 18);
    const lengths = (length: number): Buffer => Buffer.from([length & 255, length >> 8, 0, 0]);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, lengths(localName.length), localName, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), facts, lengths(name.length), place, name]));
    parts.push(local);
    at += local.length;
  }
  return Buffer.concat([...parts, ...directory, zipEnd(files.length, Buffer.concat(directory).length, at)]);
}

/** The record that closes a ZIP file. */
export function zipEnd(count: number, directorySize: number, directoryAt: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(directoryAt, 16);
  return end;
}
