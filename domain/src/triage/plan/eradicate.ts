import type { LibraryStep } from './situation.ts';

/** Removing the cause. */
export const eradicateSteps: readonly LibraryStep[] = [
  {
    id: 'who-else', phase: 'eradicate', owner: 'analyst', hours: 4, source: 'AU-6',
    step: 'Find in the logs who else opened it or answered it.',
    occasions: [{ technique: ['T1204.001', 'T1566'], why: 'for one who reports it, others have followed it in silence.' }, { category: ['phishing'], why: 'for one who reports it, others have followed it in silence.' }],
  },
  {
    id: 'rebuild-device', phase: 'eradicate', owner: 'it', hours: 24, source: 'M1049',
    step: 'Scan every device that met it, and set up anew those where it ran.',
    occasions: [{ technique: ['T1204.002', 'T1204.004', 'T1091', 'T1219', 'T1496', 'T1547', 'T1059', 'T1036', 'T1027'], why: 'removing what is visible leaves what is not.' }, { category: ['malware'], why: 'removing what is visible leaves what is not.' }],
  },
  {
    id: 'remove-persistence', phase: 'eradicate', owner: 'analyst', hours: 8, source: 'M1047',
    step: 'Look for autostarts, scheduled tasks, new accounts and web shells, and remove them.',
    occasions: [{ technique: ['T1053', 'T1547', 'T1136', 'T1505', 'T1098', 'T1176'], why: 'it is built to come back.' }],
  },
  {
    id: 'remove-remote-tool', phase: 'eradicate', owner: 'it', hours: 4, source: 'M1038',
    step: 'Remove the remote tool and block its kind.',
    occasions: [{ technique: ['T1219'], why: 'the door stays open with the tool.' }],
  },
  {
    id: 'change-what-was-told', phase: 'eradicate', owner: 'it', hours: 4, source: 'IA-5',
    step: 'Change what was told or typed: passwords, codes, door codes, security questions.',
    occasions: [{ fact: ['gave-code', 'gave-password'], why: 'what was said cannot be taken back.' }, { technique: ['T1111', 'T1598.004', 'T1566.004'], why: 'what was said cannot be taken back.' }, { category: ['social_engineering'], why: 'what was said cannot be taken back.' }],
  },
  {
    id: 'second-factor', phase: 'eradicate', owner: 'it', hours: 8, source: 'M1032',
    step: 'Check the second factors of the account, remove foreign ones, and ask for one wherever it is missing.',
    occasions: [{ technique: ['T1078', 'T1110', 'T1098', 'T1621', 'T1133'], why: 'a password alone should not be enough.' }, { category: ['unauthorized_access'], why: 'access travels from one account to the next.' }],
  },
  {
    id: 'rotate-keys', phase: 'eradicate', owner: 'it', hours: 8, source: 'M1027',
    step: 'Rotate the keys and secrets that lay open or within reach, and find where they were used.',
    occasions: [{ technique: ['T1552', 'T1195', 'T1539', 'T1555'], why: 'secrets that were seen are no secrets.' }],
  },
  {
    id: 'credentials-on-device', phase: 'eradicate', owner: 'it', hours: 8, source: 'IA-5',
    step: 'Change the credentials that were stored on what is gone.',
    occasions: [{ fact: ['device-lost'], why: 'a device is a bunch of keys.' }, { category: ['physical_security'], without: ['stranger', 'badge-lost'], why: 'a device is a bunch of keys.' }],
  },
  {
    id: 'find-scope', phase: 'eradicate', owner: 'analyst', hours: 24, source: 'IR-6',
    step: 'Find out whose and what data it was, and how many records.',
    occasions: [
      { fact: ['sensitive', 'scale'], why: 'deadlines and duties depend on it.' },
      { technique: ['T1530', 'T1213', 'T1048', 'T1567', 'T1052', 'T1114'], why: 'the harm lies in the data, not in the deed.' },
      { category: ['data_breach'], why: 'deadlines and duties depend on it.' },
    ],
  },
  {
    id: 'secure-proof', phase: 'eradicate', owner: 'analyst', hours: 8, source: 'AU-10',
    step: 'Secure logs and copies with a chain of custody.',
    occasions: [{ fact: ['paid'], why: 'the police and the insurer will ask for it.' }, { category: ['insider_threat'], why: 'it may be needed before a court.' }],
  },
  {
    id: 'close-hole', phase: 'eradicate', owner: 'it', hours: 24, source: 'M1051',
    step: 'Update or close what let it in.',
    occasions: [{ technique: ['T1190', 'T1505', 'T1189', 'T1195', 'T1021'], why: 'the hole is known to others, too.' }],
  },
  {
    id: 'filter-pattern', phase: 'eradicate', owner: 'analyst', hours: 4, source: 'SC-5',
    step: 'Find what the requests have in common and filter just that.',
    occasions: [{ technique: ['T1498', 'T1499', 'T1667'], why: 'blocking all is what the attacker wanted.' }, { category: ['denial_of_service'], why: 'blocking all is what the attacker wanted.' }],
  },
  {
    id: 'right-desk', phase: 'eradicate', owner: 'analyst', hours: 24, source: 'IR-7',
    step: 'Pass it to the right desk if it is no security incident.',
    occasions: [{ category: ['other'], why: 'somebody has asked for help.' }],
  },
];
