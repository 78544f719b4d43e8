import { accessTo } from '@secura/domain/evidence/access';
import { evidenceLimits } from '@secura/domain/evidence/evidence';
import { cleanName } from '@secura/domain/evidence/name';
import { judge, reasons, tellReason } from '@secura/domain/evidence/reasons';
import type { Actor } from '@secura/domain/people/permissions';
import { describe, expect, it } from 'vitest';
import { harmlessFiles, hostileFiles, pdf } from '../../../../tests/evidence/hostile.ts';
import { packZip } from '../../../../tests/evidence/pack.ts';
import { embeddedScanner } from '../scan/embedded.ts';
import { ScannerDown, ScannerRefused, type MalwareScanner } from '../scan/port.ts';
import { sha256 } from '../../platform/storage.ts';
import { judgeArrival } from './arrival.ts';
import { examine } from './examine.ts';
import { lookInto, nothingFound } from './look-into.ts';

const reporter: Actor = { uid: 'r', name: 'Rea', role: 'employee', lead: false };
const scanner = () => Promise.resolve(embeddedScanner);

describe('a hostile file', () => {
  it('is here at least sixty times', () => expect(hostileFiles.length).toBeGreaterThanOrEqual(60));

  it.each([
    ['renamed executables', 'program', 6],
    ['polyglots', 'appended', 5],
    ['ZIP bombs', 'archive_bomb', 6],
    ['names that leave their folder', 'archive_path', 2],
    ['macros', 'macro', 4],
    ['SVG and HTML with scripts', 'web_page', 6],
    ['oversized', 'too_large', 1],
    ['zero bytes', 'empty', 1],
    ['lengths that are not true', 'size_differs', 2],
    ['malware', 'malware', 6],
  ] as const)('is here of each kind: %s', (_, reason, times) => {
    expect(hostileFiles.filter((file) => file.reason === reason).length).toBeGreaterThanOrEqual(times);
  });

  it.each(hostileFiles.map((file) => [file.what, file] as const))('%s', async (_, { bytes, name, state, reason, announced }) => {
    // As the function does it: what is too large is never read.
    const arrived = judgeArrival({ size: bytes.length, sha256: sha256(bytes), ...announced }, bytes.length > evidenceLimits.bytes ? 'too-large' : bytes);
    const found = arrived.length > 0 ? { ...nothingFound, reasons: arrived } : await lookInto(bytes, name, scanner);
    expect({ state: judge(found.reasons), codes: found.reasons.map(({ code }) => code) }).toEqual({ state, codes: expect.arrayContaining([reason]) });
    if (state !== 'flagged') expect(found.copy).toBeNull();
    for (const said of found.reasons) expect(tellReason(said)).not.toMatch(/%/);
    // Nor does its name do anything anywhere.
    expect(cleanName(name)).not.toMatch(/[/\\\r\n\u202e]/);
    // None reaches a reader: whoever reported it gets nothing of it but a picture drawn anew.
    const access = accessTo(reporter, { reporter: { uid: 'r' }, memberUids: ['r'], visibility: 'team', status: 'open' }, { state: judge(found.reasons), type: found.type, view: found.view });
    expect(access.file).toBeNull();
    expect(access.look).toBe(found.view === 'picture');
  });
});

describe('a file as people really send it', () => {
  it.each(harmlessFiles.map((file) => [file.what, file] as const))('%s', async (_, { bytes, name }) => {
    const { reasons, type } = await lookInto(bytes, name, scanner);
    expect(reasons).toEqual([]);
    expect(type).not.toBeNull();
  });
});

describe('the copy for looking at', () => {
  it('holds nothing of the file but its picture', async () => {
    const hidden = harmlessFiles[0]!.bytes;
    const file = Buffer.concat([hidden, Buffer.from('<script>alert(1)</script>GPSLatitude')]);
    const { copy, thumbnail } = await lookInto(file, 'a.png', scanner);
    expect(copy?.bytes.subarray(8, 12).toString()).toBe('WEBP');
    expect(copy?.bytes.includes('alert')).toBe(false);
    expect(copy?.bytes.includes('GPSLatitude')).toBe(false);
    expect(thumbnail).toMatch(/^data:image\/webp;base64,/);
    expect(thumbnail!.length).toBeLessThan(12_000);
  });
});

describe('a scanner that gives no answer', () => {
  const failing = (error: Error) => (): Promise<MalwareScanner> => Promise.resolve({ name: 'ClamAV', scan: () => Promise.reject(error) });

  it('leaves the file closed, whatever the file is', async () => {
    const { bytes, name } = harmlessFiles[0]!;
    const away = await lookInto(bytes, name, failing(new ScannerDown('ECONNREFUSED')));
    expect(judge(away.reasons)).toBe('failed');
    expect(away.copy).toBeNull();
    const refused = await lookInto(bytes, name, failing(new ScannerRefused('INSTREAM size limit exceeded. ERROR')));
    expect(judge(refused.reasons)).toBe('failed');
    expect(tellReason(refused.reasons[0]!)).toContain('size limit exceeded');
  });
});

describe('work that a file can cause', () => {
  const within = (ms: number, work: () => void): void => {
    const started = performance.now();
    work();
    expect(performance.now() - started).toBeLessThan(ms);
  };

  it('stays in bounds for ten megabytes made to be slow', () => {
    const ten = 10 * 1024 * 1024;
    const fill = (text: string): Buffer => Buffer.alloc(ten, text);
    within(4000, () => examine(Buffer.concat([Buffer.from('%PDF-1.7\n'), fill('stream\x78')]), 'a.pdf'));
    within(4000, () => examine(Buffer.concat([Buffer.from('%PDF-1.7\n'), fill('stream\n\x78\x9c'), Buffer.from('endstream')]), 'a.pdf'));
    within(4000, () => examine(fill('<!-- '), 'a.txt'));
    within(4000, () => examine(fill('From: a\n'), 'a.eml'));
    within(4000, () => examine(fill('PK\x05\x06'), 'a.zip'));
    within(4000, () => examine(packZip([{ name: '[Content_Types].xml', content: 'x' }, { name: 'word/_rels/a.rels', content: Buffer.alloc(9_000_000, '<Relationship ') }]), 'a.docx'));
    within(4000, () => examine(pdf(`/J#${'#4'.repeat(1_000_000)}`), 'a.pdf'));
  });

  it('is at most 60 ms for one megabyte in the embedded scanner', async () => {
    const megabyte = Buffer.alloc(1024 * 1024, 'a line of a log without anything in it\n');
    await embeddedScanner.scan(megabyte);
    const started = performance.now();
    await embeddedScanner.scan(megabyte);
    expect(performance.now() - started).toBeLessThan(60);
  });
});

it('has a whole sentence for every reason, with and without a detail', () => {
  for (const code of Object.keys(reasons) as (keyof typeof reasons)[]) {
    for (const said of [tellReason({ code }), tellReason({ code, detail: '$& x' })]) expect(said).toMatch(/^[A-Z][^%]+\.$/);
  }
});
