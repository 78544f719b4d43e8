import type { Fact } from './result.ts';
import { impactCues } from './impact.ts';
import { quantitiesIn, type QuantityKey } from './quantities.ts';
import { findCues, indexCues, type Cue, type Words } from './techniques/cues.ts';

/** What people did, what was done to them, and what it concerns, in words that say it plainly. */
const cues = {
  clicked: ['CLICKED ~ LINK', 'CLICKED on it', 'i|we|he|she|they CLICKED', 'LINK ~ CLICKED', 'i click|klick', 'scanned ~ code|qr', 'i|we|he|she scanned', 'OPENED the LINK'],
  'opened-file': ['OPENED ~ attachment*|attachement*|zip|iso|exe|docm|xlsm|invoice|cv', 'enabled content|macros', 'allowed ~ macros', 'enable content ~ did|so i', 'installed|instaled it|the', 'pressed install', 'double clicked', 'i opened it', 'OPENED the file|thing', 'plugged|stuck ~ in|into', 'command in run'],
  'gave-password': ['entered|typed|put|gave|wrote|filled|told ~ PASSWORD', 'logged|signed in ~ with|there|on it|so i', 'so i logged|signed in', 'i|he|she logged|signed in', 'asked ~ password ~ gave|put|typed|entered', 'wanted|asked|asks|needed ~ put it|them|mine|my', 'put it|them in twice|and|too', 'put my|his|her card|details|pass', 'entered my|his|her details|data', 'gave|read|told ~ details'],
  'gave-code': ['gave|told|read|sent|typed ~ code|codes|digits|otp|tan|pin', 'approved|accepted ~ prompt|request|push|sign', 'pressed ~ yes|approve|accept ~ prompt|phone|app', 'reset ~ for him|her|them'],
  paid: ['paid|payed|transferred|transfered|wired|released|sent ~ <money>|<thousands>|<hundreds>|k|euros|money|invoice', 'bought ~ vouchers|gift|cards', 'i|we paid|payed', 'paid|payed it', 'transfer* ~ went out|gone', 'already paid|transferred|sent', 'money|payment is gone', 'bank details ~ changed'],
  'device-lost': ['lost|left|stolen|stole|nicked|pinched|gone|missing|snatched|forgot|took ~ laptop*|notebook*|phone*|mobile|tablet*|ipad*|macbook*|scanner|stick|usb|drive|handheld|computer|server|camera', 'laptop*|notebook*|phone*|mobile|tablet*|ipad*|macbook*|stick|usb|scanner|handheld|drive|drives ~ lost|stolen|gone|missing|nicked|pinched|snatched|away|taken|left'],
  'badge-lost': ['lost|left|stolen|missing ~ badge|key|keys|card|fob|yubikey', 'badge|keys|fob|card|yubikey ~ lost|stolen|gone|missing'],
  stranger: ['stranger*|tailgat*|intruder*', 'man|men|woman|women|guy|guys|lads|lady|somebody|someone|bloke|kid ~ came in|behind|walked|inside|sat|no badge|roamed|wandered|photograph*', 'no badge|vest|appointment', 'broke|break|broken in|into', 'forced|jemmied|cut ~ door|window|lock|padlock|gate|hatch|fence', 'door|window|lock|padlock|gate|hatch|fence ~ forced|jemmied|cut|wedged|propped'],
  remote: ['teamviewer|anydesk|quickassist|ultraviewer', 'let|gave ~ him|her|them ~ in|control|computer|pc|screen', 'mouse|cursor|arrow|pointer ~ moves|moved|moving|jumps'],
  safety: ['injur*', 'threatened me', 'weapon*', 'a knife|gun', 'has a knife|gun', 'shooting', 'hostage*', 'a bomb', 'bomb threat|under|in|at', 'patient safety', 'life support', 'ambulance*', 'emergency calls|line|number', 'ventilator*|infusion|incubator*', 'dosing|chlorine', 'axe|machete|knifeman', 'police ~ called|coming', 'locked ourselves', 'attacked|hit|punched|pushed me|him|her|us|staff', 'patients ~ home|diverted|turned', 'operations|surgery|surgeries|theatre ~ cancelled|stopped|postponed', 'gas leak|alarm|sensors', 'restraining order'],
  ransom: ['ransom*', 'files|documents ~ encrypted|locked', 'encrypted files', 'everything ~ encrypted|locked'],
  sensitive: ['medical record*|file*|data', 'patient*', 'health data|record*', 'diagnos*', 'salary|salaries|payroll|payslip*', 'passport*', 'social security', 'credit|debit card*', 'card numbers|data', 'bank details', 'customer|client|personal data|list|file|files|folder', 'hr file*', 'sick leave'],
  scale: ['all|entire|whole customers|employees|department|company|patients|staff', 'the whole|entire company|department|school|ward|site|building', 'thousands', '<thousands> ~ customers|patients|records|people|employees|clients|cards|rows', 'hundreds of', 'everyone|everybody in', 'many|several|dozens colleagues|machines|pcs|computers', 'all ~ computers|machines|pcs|servers'],
  'critical-system': ['domain controller*|admin', 'production', 'server*', 'database*', 'erp', 'payment system', 'backup*', 'vpn', 'active directory', 'admin|administrator account', 'webshop', 'online|web shop', 'control room|computers|system'],
  active: ['right now', 'still happening|running|going|logged', 'spreading|spreads', 'ongoing', 'more and more', 'currently being', 'keeps coming', 'is|are encrypting', 'while i type', 'as we speak'],
  executive: ['our ceo|cfo', 'cfo|ceo', 'board member*', 'managing director', 'chief executive'],
  unencrypted: ['not encrypted', 'unencrypted', 'no password on it', 'without encryption', 'never encrypted|bitlockered', 'no bitlocker|encryption'],
  untouched: [
    "did|have|has not click*|open*|reply|replied|answer*|enter*|type*|give|given|gave|pay|paid|scan*|install*|plug*", "didn't|didnt|haven't|havent|hasn't click*|open*|reply|replied|answer*|enter*|type*|give|given|pay|paid|scan*|install*|plug*|do", 'not clicked|opened|answered|replied|paid',
    'nothing|nobody|noone|none ~ opened|clicked|happened|lost|sent|given|gave|entered', 'never clicked|opened|paid|answered', 'said|told ~ no', 'gave him|her|them nothing', 'hung|put up|down', 'put the phone down', 'refused|declined', 'blocked|stopped|caught ~ by|after|at', 'was|were|all|got blocked|stopped|quarantined', 'deleted it|them|both', 'binned it', 'in quarantine', 'cleaned up', 'all fail|failed ~ far', 'no effect|success', 'rate limiting held', 'no action needed', 'just asking|reporting|documenting|wondering', 'for info|information', 'fyi',
  ],
  returned: ['was|were returned', 'got|have it back', 'found it', 'handed in|it|to', 'turned up|out', 'remote|remotely wiped', 'wiped ~ remotely', 'recalled in time', 'was|is|are|fully encrypted', 'it encrypted', 'bitlocker|filevault', 'full disk encryption', 'locked with', 'no data on', 'removed after', 'has|have deleted it', 'confirmed ~ deleted', 'closed it', 'made|set it|to private'],
} satisfies Record<string, readonly Cue[]>;

export type FactKey = keyof typeof cues | keyof typeof impactCues | QuantityKey;

const index = indexCues(Object.entries({ ...cues, ...impactCues }).map(([key, words]) => ({ cues: words as readonly Cue[], owner: key as FactKey })));

/** What happened by the words of a report, each once, with the first place that says so. */
export function factsOf(fields: readonly Words[]): (Fact & { key: FactKey })[] {
  const told = findCues(index, fields, 'first').map(({ owner, field, start, end, text }) => ({ key: owner, span: { field, start, end, text } }));
  return [...told, ...quantitiesIn(fields)];
}

/** What tells how far something reaches, and nothing that could make it smaller. */
const reaches: readonly FactKey[] = ['sensitive', 'scale', 'critical-system', 'executive', 'vulnerable', 'people-hundreds', 'people-thousands', 'machines'];

/** What the answer to "who or what is affected" adds to the facts of a report. */
export function withAffected(facts: readonly (Fact & { key: FactKey })[], affected: Words): (Fact & { key: FactKey })[] {
  return [...facts, ...factsOf([affected]).filter(({ key }) => reaches.includes(key) && !facts.some((fact) => fact.key === key))];
}
