/** What a scanner says about a file. */
export type ScanResult = { infected: false } | { infected: true; signature: string };

/** Looks for malware. */
export interface MalwareScanner {
  /** As the screen names it. */
  readonly name: string;
  /** @throws ScannerDown when it gave no answer, ScannerRefused when it would not look: the file stays closed either way */
  scan(bytes: Buffer): Promise<ScanResult>;
}

export class ScannerDown extends Error {}
export class ScannerRefused extends Error {}

/** clamd where it is set up, else the embedded scanner. */
export async function malwareScanner(env: NodeJS.ProcessEnv = process.env): Promise<MalwareScanner> {
  const host = env['CLAMD_HOST'];
  if (!host) return (await import('./embedded.ts')).embeddedScanner;
  const { clamdScanner } = await import('./clamd.ts');
  return clamdScanner({ host, port: Number(env['CLAMD_PORT'] ?? 3310) });
}
