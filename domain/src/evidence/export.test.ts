import { beforeEach, describe, expect, it } from 'vitest';
import { link, sha256Hex, type Head } from '../incidents/chain.ts';
import type { EventBody, IncidentEvent } from '../incidents/events.ts';
import { blockBytes, blocksOf, custodyLines, verifyExport, type ExportedFile, type Manifest } from './export.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const bytes = Uint8Array.from({ length: 3 * blockBytes + 100 }, (_, index) => index % 251);
const hash = bytesToHex(sha256(bytes));
const facts = { evidenceId: 'e1', name: 'a.log', sha256: hash };
const file: ExportedFile = { ...facts, path: 'files/01 a.log', sealed: false, leftOut: null, size: bytes.length, blocks: blocksOf(bytes), state: 'clean', type: 'log', reasons: [], addedBy: 'Ana', addedAt: '2026-01-01T00:00:00.000Z' };
const manifest: Manifest = { format: 'secura-evidence-2', incident: { id: 'i', number: 'INC-2026-0001' }, exportedAt: '', exportedBy: { uid: 'u', name: 'U' }, reason: null, blockBytes, files: [file] };

function chain(text: string): IncidentEvent[] {
  const bodies: EventBody[] = [
    { type: 'incident.reported', data: { title: 'Secret title', descriptionSha256: '', reporter: { uid: 'r', name: 'R' }, source: 'report' } },
    { type: 'evidence.inspected', data: { ...facts, state: 'clean', fileType: 'log', scanner: 'ClamAV', reasons: [] } },
    { type: 'severity.changed', data: { from: null, to: 'low', reason: 'Team talk' } },
    { type: 'evidence.exported', data: { evidenceIds: ['e1'], manifestSha256: sha256Hex(text), reason: 'Police' } },
  ];
  let head: Head | null = null;
  return bodies.map((body) => {
    const event = link(head, { ...body, at: 'now' }) as unknown as IncidentEvent;
    head = event;
    return event;
  });
}

let text: string;
let custody: string;
beforeEach(() => {
  text = JSON.stringify(manifest);
  custody = custodyLines(chain(text));
});
const verify = (content: Uint8Array | null = bytes, original: Uint8Array | null = null) => verifyExport(text, custody, () => Promise.resolve(content), () => Promise.resolve(original));
const problemWith = async (...given: Parameters<typeof verify>) => (await verify(...given)).problems.join();
const changed = (...places: number[]) => {
  const altered = Uint8Array.from(bytes);
  for (const at of places) altered[at]! ^= 1;
  return altered;
};
const hex = (byte: number | undefined) => `0x${byte!.toString(16).padStart(2, '0')}`;

describe('an export', () => {
  it('is genuine as it was given out, and tells nothing but the custody', async () => {
    expect(await verify()).toMatchObject({ genuine: true, problems: [] });
    expect(custody).not.toContain('Secret title');
    expect(custody).not.toContain('Team talk');
  });

  it.each([0, 511, 512, 2 * blockBytes + 7, bytes.length - 1])('with one bit flipped in byte %i is not, and says that it is this byte and what it was', async (at) => {
    const { genuine, problems } = await verify(changed(at));
    expect(genuine).toBe(false);
    expect(problems).toEqual([`files/01 a.log: is not the file that was exported; the first difference is byte ${at}: it was ${hex(bytes[at])} and is ${hex(bytes[at]! ^ 1)}.`]);
  });

  it('with one byte changed in each of several blocks names the first', async () => {
    expect(await problemWith(changed(600, 1300, 1301))).toMatch(/first difference is byte 600: it was 0x62 and/);
  });

  it('with several bytes of a block changed says in which bytes, and that the original would be needed to know more', async () => {
    expect(await problemWith(changed(600, 601))).toMatch(/first difference lies in bytes 512 to 1023, and more than one byte of these differs\. To know which is the first, give the original as well/);
  });

  it('says which byte it is, whatever was done, once the original is there', async () => {
    expect(await problemWith(changed(600, 601), bytes)).toMatch(/first difference is byte 600: it was 0x62 and is 0x63\./);
    const shifted = Uint8Array.from([...bytes.subarray(0, 700), 1, ...bytes.subarray(700)]);
    expect(await problemWith(shifted, bytes)).toMatch(/first difference is byte 700: it was .* It has 1637 bytes instead of 1636\./);
    expect(await problemWith(bytes.subarray(0, 700), bytes)).toMatch(/it ends before byte 700, which was/);
  });

  it('does not take for the original what is not', async () => {
    expect(await problemWith(changed(600, 601), changed(3))).toMatch(/lies in bytes 512 to 1023/);
  });

  it('with a file cut short, longer, missing or unreadable is not, and says so', async () => {
    expect(await problemWith(bytes.subarray(0, blockBytes + 1))).toMatch(/lies in bytes 512 to 1023.* It has 513 bytes instead of 1636\./);
    expect(await problemWith(bytes.subarray(0, blockBytes))).toMatch(/it ends before byte 512\. It has 512 bytes/);
    expect(await problemWith(new Uint8Array(0))).toMatch(/it ends before byte 0\./);
    expect(await problemWith(Uint8Array.from([...bytes, 1]))).toMatch(/all of the original is there, and more was added from byte 1636 on\. It has 1637/);
    expect(await problemWith(null)).toMatch(/is missing/);
    expect((await verifyExport(text, custody, () => Promise.reject(new Error('altered')))).problems[0]).toMatch(/cannot be unpacked \(altered\)/);
  });

  it('keeps its manifest small: 2.4 % of the files', () => {
    expect(blocksOf(new Uint8Array(1_048_576)).length).toBeLessThanOrEqual(1_048_576 * 0.024);
  });

  it('with a manifest made to fit an altered file is not', async () => {
    const forged = Uint8Array.from([1, 2, 3]);
    const forgedHash = bytesToHex(sha256(forged));
    text = JSON.stringify({ ...manifest, files: [{ ...file, sha256: forgedHash, size: 3, blocks: blocksOf(forged) }] });
    const { problems } = await verify(forged);
    expect(problems).toEqual([expect.stringMatching(/manifest.json is not the one/), expect.stringMatching(/another SHA-256 than the custody chain/)]);
  });

  it('with a link of the chain changed, taken out or put in is not', async () => {
    const lines = custody.trim().split('\n');
    custody = lines.map((line) => line.replace('ClamAV', 'NoScan')).join('\n');
    expect((await verify()).problems[0]).toMatch(/link 2 was changed/);
    custody = [lines[0], lines[2], lines[3]].join('\n');
    expect((await verify()).problems[0]).toMatch(/link 2 is missing/);
    custody = lines.slice(0, 3).join('\n');
    expect((await verify()).problems[0]).toMatch(/does not end with the export/);
    custody = 'not json';
    expect((await verify()).genuine).toBe(false);
  });
});
