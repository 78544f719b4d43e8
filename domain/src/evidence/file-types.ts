type Family = 'picture' | 'document' | 'text' | 'mail' | 'capture' | 'archive';

interface FileType {
  label: string;
  family: Family;
  mime: string;
  /** Endings that go with it, the usual one first. */
  endings: readonly string[];
}

/** The allow-list: what evidence may be, by content. Everything else is refused. */
export const fileTypes = {
  png: { label: 'PNG picture', family: 'picture', mime: 'image/png', endings: ['png'] },
  jpeg: { label: 'JPEG picture', family: 'picture', mime: 'image/jpeg', endings: ['jpg', 'jpeg', 'jfif'] },
  gif: { label: 'GIF picture', family: 'picture', mime: 'image/gif', endings: ['gif'] },
  webp: { label: 'WebP picture', family: 'picture', mime: 'image/webp', endings: ['webp'] },
  avif: { label: 'AVIF picture', family: 'picture', mime: 'image/avif', endings: ['avif'] },
  tiff: { label: 'TIFF picture', family: 'picture', mime: 'image/tiff', endings: ['tif', 'tiff'] },
  heic: { label: 'HEIC photo', family: 'picture', mime: 'image/heic', endings: ['heic', 'heif'] },
  bmp: { label: 'BMP picture', family: 'picture', mime: 'image/bmp', endings: ['bmp'] },
  pdf: { label: 'PDF document', family: 'document', mime: 'application/pdf', endings: ['pdf'] },
  docx: { label: 'Word document', family: 'document', mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx', 'docm', 'dotx', 'dotm'] },
  xlsx: { label: 'Excel workbook', family: 'document', mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx', 'xlsm', 'xltx', 'xltm'] },
  pptx: { label: 'PowerPoint presentation', family: 'document', mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', endings: ['pptx', 'pptm', 'potx', 'ppsx'] },
  office97: { label: 'Office 97 document', family: 'document', mime: 'application/x-ole-storage', endings: ['doc', 'xls', 'ppt', 'dot', 'xlt', 'pps'] },
  text: { label: 'Text', family: 'text', mime: 'text/plain', endings: ['txt', 'md', 'text', 'asc'] },
  csv: { label: 'CSV table', family: 'text', mime: 'text/csv', endings: ['csv', 'tsv'] },
  log: { label: 'Log', family: 'text', mime: 'text/plain', endings: ['log', 'out', 'err'] },
  json: { label: 'JSON', family: 'text', mime: 'application/json', endings: ['json', 'jsonl', 'ndjson', 'har'] },
  eml: { label: 'E-mail', family: 'mail', mime: 'message/rfc822', endings: ['eml'] },
  msg: { label: 'Outlook e-mail', family: 'mail', mime: 'application/vnd.ms-outlook', endings: ['msg'] },
  pcap: { label: 'Network capture', family: 'capture', mime: 'application/vnd.tcpdump.pcap', endings: ['pcap', 'cap', 'pcapng'] },
  zip: { label: 'ZIP archive', family: 'archive', mime: 'application/zip', endings: ['zip'] },
} as const satisfies Record<string, FileType>;

export type FileTypeId = keyof typeof fileTypes;

/** The ending of a name in lower case, without its dot; empty when there is none. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

const familyOfEnding = new Map<string, Family>(Object.values(fileTypes).flatMap(({ endings, family }) => endings.map((ending): [string, Family] => [ending, family])));

/**
 * Whether a name promises another kind of file than its bytes are: a picture that is a document. Browsers and phones
 * mix up pictures among themselves, and any ending may hold text or, in text, a mail.
 */
export function isDisguised(name: string, type: FileTypeId): boolean {
  const promised = familyOfEnding.get(endingOf(name));
  const { family } = fileTypes[type];
  if (promised === undefined || promised === family) return false;
  return !(family === 'mail' && promised === 'text') && !(family === 'text' && promised === 'mail');
}
