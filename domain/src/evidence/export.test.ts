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
const manifest: Manifest = { format: 'secura-evidence-1', incident: { id: 'i', number: 'INC-2026-0001' }, exportedAt: '', exportedBy: { uid: 'u', name: 'U' }, reason: null, blockBytes, files: [file] };

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
const verify = (content: Uint8Array | null = bytes) => verifyExport(text, custody, () => Promise.resolve(content));

describe('an export', () => {
  it('is genuine as it was given out, and tells nothing but the custody', async () => {
    expect(await verify()).toMatchObject({ genuine: true, problems: [] });
    expect(custody).not.toContain('Secret title');
    expect(custody).not.toContain('Team talk');
  });

  it('with one flipped bit is not, and says in which bytes', async () => {
    const altered = Uint8Array.from(bytes);
    altered[2 * blockBytes + 7]! ^= 1;
    const { genuine, problems } = await verify(altered);
    expect(genuine).toBe(false);
    expect(problems).toEqual([`files/01 a.log: is not the file that was exported; the first difference lies in bytes ${2 * blockBytes} to ${3 * blockBytes - 1}.`]);
  });

  it('with a file cut short, longer, missing or unreadable is not, and says so', async () => {
    expect((await verify(bytes.subarray(0, blockBytes + 1))).problems[0]).toMatch(/bytes 4096 to 8191, and it has 4097 bytes instead of/);
    expect((await verify(Uint8Array.from([...bytes, 1]))).problems[0]).toMatch(/first difference lies in bytes 12288 to/);
    expect((await verify(null)).problems[0]).toMatch(/is missing/);
    expect((await verifyExport(text, custody, () => Promise.reject(new Error('altered')))).problems[0]).toMatch(/cannot be unpacked \(altered\)/);
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
