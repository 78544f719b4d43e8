/** The custom among those who hand malware to one another: it keeps programs from opening it by accident, and is no secret. */
export const sealPassword = 'infected';

/** Locks a file into a ZIP file (AES-256), so that nothing opens or runs it by accident. */
export async function seal(bytes: Buffer, name: string): Promise<Buffer> {
  const { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } = await import('@zip.js/zip.js');
  configure({ useWebWorkers: false });
  const zip = new ZipWriter(new Uint8ArrayWriter(), { password: sealPassword, encryptionStrength: 3 });
  await zip.add(name, new Uint8ArrayReader(bytes));
  return Buffer.from(await zip.close());
}

/** Takes a file out of what {@link seal} made. @throws Error when its bytes were altered */
export async function unseal(zip: Buffer): Promise<Buffer> {
  const { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } = await import('@zip.js/zip.js');
  configure({ useWebWorkers: false });
  const [entry] = await new ZipReader(new Uint8ArrayReader(zip), { password: sealPassword }).getEntries();
  if (!entry || entry.directory) throw new Error('there is nothing in it');
  return Buffer.from(await entry.getData(new Uint8ArrayWriter(), { checkSignature: true }));
}
