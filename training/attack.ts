import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Attack } from '../domain/src/triage/attack.ts';
import { root } from '../emulators/paths.ts';

const help = `npm run extract:attack -- --data DIR

Writes what Secura needs of MITRE ATT&CK (DIR/attack.json) and of NIST SP 800-53 (DIR/nist_800_53.json) to
domain/models/attack.json, and MITRE's notice beside it. The same data give the same bytes.`;

/** MITRE's licence and disclaimers in full (github.com/mitre/cti, LICENSE.txt): both travel with every copy. */
const licence = [
  'The MITRE Corporation (MITRE) hereby grants you a non-exclusive, royalty-free license to use ATT&CK® for research, development, and commercial purposes. Any copy you make for such purposes is authorized provided that you reproduce MITRE\'s copyright designation and this license in any such copy.',
  '"© 2025 The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation."',
  'MITRE does not claim ATT&CK enumerates all possibilities for the types of actions and behaviors documented as part of its adversary model and framework of techniques. Using the information contained within ATT&CK to address or cover full categories of techniques will not guarantee full defensive coverage as there may be undisclosed techniques or variations on existing techniques not documented by ATT&CK.',
  'ALL DOCUMENTS AND THE INFORMATION CONTAINED THEREIN ARE PROVIDED ON AN "AS IS" BASIS AND THE CONTRIBUTOR, THE ORGANIZATION HE/SHE REPRESENTS OR IS SPONSORED BY (IF ANY), THE MITRE CORPORATION, ITS BOARD OF TRUSTEES, OFFICERS, AGENTS, AND EMPLOYEES, DISCLAIM ALL WARRANTIES, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO ANY WARRANTY THAT THE USE OF THE INFORMATION THEREIN WILL NOT INFRINGE ANY RIGHTS OR ANY IMPLIED WARRANTIES OF MERCHANTABILITY OR FITNESS FOR A PARTICULAR PURPOSE.',
];

interface AttackSource {
  source: string;
  tactics: { shortname: string; name: string }[];
  techniques: { id: string; name: string; tactics: string[] }[];
  mitigations: { id: string; name: string }[];
  relations: { technique: string; mitigation: string }[];
}

const { values } = parseArgs({ options: { data: { type: 'string' }, help: { type: 'boolean', default: false } } });
if (values.help || !values.data) {
  console.log(help);
  process.exit(values.help ? 0 : 1);
}

const read = <T>(name: string): T => JSON.parse(readFileSync(join(values.data!, name), 'utf8')) as T;
const byId = <T>(entries: [string, T][]): Record<string, T> => Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));

const attack = read<AttackSource>('attack.json');
const nist = read<{ source: string; license: string; controls: { id: string; title: string }[] }>('nist_800_53.json');
const tacticNames = new Map(attack.tactics.map(({ shortname, name }) => [shortname, name]));
const mitigationsOf = new Map<string, string[]>();
for (const { technique, mitigation } of attack.relations) mitigationsOf.set(technique, [...(mitigationsOf.get(technique) ?? []), mitigation].sort());

const extraction: Attack = {
  version: /ATT&CK v([\d.]+)/.exec(attack.source)?.[1] ?? 'unknown',
  source: attack.source,
  notice: licence.join(' '),
  changes: 'Reduced to ids, names, tactics and mitigation ids. NIST control ids and titles added from another source.',
  nist: { source: nist.source, notice: nist.license },
  techniques: byId(attack.techniques.map(({ id, name, tactics }) => [id, [name, tactics.map((tactic) => tacticNames.get(tactic) ?? tactic), mitigationsOf.get(id) ?? []]])),
  mitigations: byId(attack.mitigations.map(({ id, name }) => [id, name])),
  controls: byId(nist.controls.filter(({ id }) => !id.includes('.')).map(({ id, title }) => [id, title])),
};

/** One entry a line, so that a new version of ATT&CK can be read as a difference. */
function lines(value: object): string {
  const members = Object.entries(value).map(([key, member]) => {
    const nested = ['techniques', 'mitigations', 'controls'].includes(key);
    const text = nested ? `{\n${Object.entries(member as object).map(([id, entry]) => `${JSON.stringify(id)}:${JSON.stringify(entry)}`).join(',\n')}\n}` : JSON.stringify(member);
    return `${JSON.stringify(key)}:${text}`;
  });
  return `{\n${members.join(',\n')}\n}\n`;
}

const file = join(root, 'domain', 'models', 'attack.json');
const bytes = lines(extraction);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, bytes);
writeFileSync(
  join(dirname(file), 'attack.NOTICE'),
  `attack.json holds parts of MITRE ATT&CK(R), version ${extraction.version}.\n\n${licence.join('\n\n')}\n\nSource: ${attack.source}\nChanged: ${extraction.changes}\n\nThe titles of NIST SP 800-53 controls in the same file: ${nist.license}\nSource: ${nist.source}\n`,
);
console.log(`${file}: ${Object.keys(extraction.techniques).length} techniques, ${Object.keys(extraction.mitigations).length} mitigations, ${Object.keys(extraction.controls).length} controls, ${Math.round(bytes.length / 1024)} kB, sha256 ${createHash('sha256').update(bytes).digest('hex')}`);
