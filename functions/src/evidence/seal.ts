/** Locks a file into a ZIP file (AES-256), so that nothing opens or runs it by accident. */
export async function seal(bytes: Buffer, name: string, password: string): Promise<Buffer> {
  const { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } = await import('@zip.js/zip.js');
  configure({ useWebWorkers: false });
  const zip = new ZipWriter(new Uint8ArrayWriter(), { password, encryptionStrength: 3 });
  await zip.add(name, new Uint8ArrayReader(bytes));
  return Buffer.from(await zip.close());
}
