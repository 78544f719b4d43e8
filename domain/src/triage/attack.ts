/** `models/attack.json`, written by `npm run extract:attack`: MITRE ATT&CK and NIST SP 800-53 by their ids. */
export interface Attack {
  version: string;
  source: string;
  /** MITRE's terms: they travel with every copy. */
  notice: string;
  changes: string;
  nist: { source: string; notice: string };
  techniques: Record<string, [name: string, tactics: string[], mitigations: string[]]>;
  mitigations: Record<string, string>;
  controls: Record<string, string>;
}

/** The whole of it, about 70 kB: loaded by what needs it and by nothing else. */
export async function loadAttack(): Promise<Attack> {
  return (await import('../../models/attack.json')).default as unknown as Attack;
}

/** Where MITRE describes a technique. */
export function attackUrl(techniqueId: string): string {
  return `https://attack.mitre.org/techniques/${techniqueId.replace('.', '/')}/`;
}
