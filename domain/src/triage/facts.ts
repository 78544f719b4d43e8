import type { Fact, SeverityFactor } from './result.ts';
import { findCues, indexCues, isDeniedAt, type Cue, type Words } from './techniques/cues.ts';

/** What people did or what was done to them, in words that say it plainly. */
const cues = {
  clicked: ['CLICKED ~ LINK', 'CLICKED on it', 'i|we|he|she|they CLICKED', 'LINK ~ CLICKED', 'i click|klick', 'scanned ~ code|qr', 'i|we|he|she scanned', 'OPENED the LINK'],
  'opened-file': ['OPENED ~ attachment*|attachement*|zip|iso|exe|docm|xlsm|invoice|cv', 'enabled content|macros', 'enable content ~ did|so i', 'installed|instaled it|the', 'double clicked'],
  'gave-password': ['entered|typed|put|gave|wrote|filled|told ~ PASSWORD', 'logged|signed in ~ with|there|on it|so i', 'so i logged|signed in', 'i logged|signed in', 'asked ~ password ~ gave|put|typed|entered', 'put it in', 'put my|his|her card|details', 'entered my|his|her details|data'],
  'gave-code': ['gave|told|read|sent|typed ~ code|codes|digits|otp|tan|pin', 'approved|accepted ~ prompt|request|push|sign', 'pressed ~ yes|approve|accept ~ prompt|phone|app'],
  paid: ['paid|payed|transferred|transfered|wired|released|sent ~ <money>|<thousands>|<hundreds>|k|euros|money|invoice', 'bought ~ vouchers|gift|cards', 'i|we paid|payed', 'transfer* ~ went out|gone', 'already paid|transferred|sent'],
  'device-lost': ['lost|left|stolen|stole|nicked|pinched|gone|missing|snatched|forgot|took ~ laptop*|notebook*|phone*|mobile|tablet*|ipad*|macbook*|scanner|stick|usb|drive|handheld|computer|server|camera', 'laptop*|notebook*|phone*|mobile|tablet*|ipad*|macbook*|stick|usb|scanner|handheld|drive|drives ~ lost|stolen|gone|missing|nicked|pinched|snatched|away|taken|left'],
  'badge-lost': ['lost|left|stolen|missing ~ badge|key|keys|card|fob|yubikey', 'badge|keys|fob|card|yubikey ~ lost|stolen|gone|missing'],
  stranger: ['stranger*|tailgat*|intruder*', 'man|men|woman|women|guy|guys|lads|lady|somebody|someone|bloke|kid ~ came in|behind|walked|inside|sat|no badge|roamed|wandered|photograph*', 'no badge|vest|appointment', 'broke|break|broken in|into', 'forced|jemmied|cut ~ door|window|lock|padlock|gate|hatch|fence', 'door|window|lock|padlock|gate|hatch|fence ~ forced|jemmied|cut|wedged|propped'],
  remote: ['teamviewer|anydesk|quickassist|ultraviewer', 'let|gave ~ him|her|them ~ in|control|computer|pc|screen', 'mouse|cursor|arrow|pointer ~ moves|moved|moving|jumps'],
} satisfies Record<string, readonly Cue[]>;

/** Keys of the severity's rules that say that something happened; the others rate it. */
const ofSeverity = ['safety', 'ransom', 'credentials', 'opened', 'sensitive', 'scale', 'critical-system', 'money', 'active', 'executive', 'unencrypted', 'untouched'] as const;

export type FactKey = keyof typeof cues | (typeof ofSeverity)[number];

const index = indexCues(Object.entries(cues).map(([key, words]) => ({ cues: words as readonly Cue[], owner: key as FactKey })));

/** What happened by the words of a report, each once: the severity's rules that are not denied, and more. */
export function factsOf(fields: readonly Words[], factors: readonly SeverityFactor[]): Fact[] {
  const facts = new Map<string, Fact>();
  for (const { key, span } of factors) {
    if (!span || !(ofSeverity as readonly string[]).includes(key)) continue;
    // "untouched" is a denial by itself.
    if (key === 'untouched' || !isDeniedAt(fields, span)) facts.set(key, { key, span });
  }
  for (const { owner, field, start, end, text } of findCues(index, fields)) if (!facts.has(owner)) facts.set(owner, { key: owner, span: { field, start, end, text } });
  return [...facts.values()];
}
