import type { LibraryStep } from './situation.ts';

/** Stopping the harm. `{domains}` and the like become the values that the report names. */
export const containSteps: readonly LibraryStep[] = [
  {
    id: 'protect-people', phase: 'contain', owner: 'lead', hours: 0.25, fixed: true, source: 'IR-4',
    step: 'See that nobody is in danger: call the emergency services and building security first.',
    occasions: [{ fact: ['safety'], why: 'people come before systems.' }],
  },
  {
    id: 'call-bank', phase: 'contain', owner: 'lead', hours: 1, fixed: true, source: 'IR-4',
    step: 'Call the bank on its known number, within the first hour, and ask for the transfer to be recalled.',
    occasions: [
      { fact: ['paid'], why: 'a transfer can be recalled for a few hours only.' },
      { fact: ['paid'], why: 'if money has left, the first hour decides whether it comes back.' },
      { observable: ['accounts'], why: 'money may be on its way to that account.' },
    ],
  },
  {
    id: 'hold-payments', phase: 'contain', owner: 'lead', hours: 1, source: 'AC-5',
    step: 'Stop payments and changes of bank details that were asked for, until somebody has called back on a known number.',
    occasions: [
      { technique: ['T1657', 'T1565'], why: 'the same request may reach another colleague.' },
      { category: ['social_engineering'], fact: ['executive'], why: 'a name of rank is borrowed to hurry people.' },
      { category: ['social_engineering'], why: 'the next request often comes within the hour.' },
    ],
  },
  {
    id: 'reset-credentials', phase: 'contain', owner: 'it', hours: 1, source: 'M1027',
    step: 'Reset the passwords that were given away and wherever else they were used.',
    occasions: [
      { fact: ['gave-password'], why: 'a stolen password works until it is changed.' },
      { technique: ['T1078', 'T1110', 'T1552', 'T1555', 'T1056', 'T1111'], why: 'whoever has the password comes back with it.' },
      { category: ['unauthorized_access'], why: 'the intruder knows a password that works.' },
    ],
  },
  {
    id: 'end-sessions', phase: 'contain', owner: 'it', hours: 0.5, source: 'AC-12',
    step: 'End all sessions of the account and revoke its tokens.',
    occasions: [
      { fact: ['gave-password', 'gave-code'], why: 'a new password does not end a session that is open.' },
      { technique: ['T1078', 'T1539', 'T1528', 'T1550', 'T1621', 'T1606', 'T1098'], why: 'a session outlives the password.' },
      { category: ['unauthorized_access'], why: 'the intruder may still be signed in.' },
    ],
  },
  {
    id: 'revoke-app', phase: 'contain', owner: 'it', hours: 1, source: 'M1018',
    step: 'Withdraw the consent that was given to the application, for everybody who gave it.',
    occasions: [{ technique: ['T1528'], why: 'a consented application reads on after every reset of the password.' }],
  },
  {
    id: 'number-matching', phase: 'contain', owner: 'it', hours: 4, source: 'M1032',
    step: 'Ask for a number in sign-in prompts, and suspend prompts to this person until it is looked into.',
    occasions: [{ technique: ['T1621', 'T1111'], why: 'somebody has the password already and needs one tap more.' }],
  },
  {
    id: 'isolate-device', phase: 'contain', owner: 'it', hours: 0.5, source: 'IR-4',
    step: 'Take the device off the network and leave it switched on.',
    occasions: [
      { technique: ['T1204.002', 'T1204.004', 'T1059', 'T1486', 'T1091', 'T1219', 'T1071', 'T1496', 'T1547', 'T1200'], why: 'it stops the spreading and keeps the memory for analysis.' },
      { category: ['malware'], why: 'it stops the spreading and keeps the memory for analysis.' },
      { fact: ['opened-file'], why: 'what was opened may already be at work.' },
    ],
  },
  {
    id: 'look-for-same', phase: 'contain', owner: 'analyst', hours: 2, source: 'SI-4',
    step: 'Look on the other devices for the same file and the same process.',
    occasions: [{ technique: ['T1204.002', 'T1195', 'T1091'], why: 'it seldom comes to one device only.' }, { category: ['malware'], why: 'it seldom comes to one device only.' }],
  },
  {
    id: 'isolate-segment', phase: 'contain', owner: 'it', hours: 0.5, source: 'M1030',
    step: 'Separate the network segment and the shares that the device can reach.',
    occasions: [
      { technique: ['T1486', 'T1021'], why: 'it moves on to whatever it reaches.' },
      { fact: ['active'], category: ['malware'], why: 'it is still spreading.' },
      { fact: ['ransom'], why: 'shares are encrypted from one device.' },
    ],
  },
  {
    id: 'save-backups', phase: 'contain', owner: 'it', hours: 1, source: 'M1053',
    step: 'Cut the backups off from the network and check that the last ones are whole.',
    occasions: [
      { technique: ['T1486', 'T1485', 'T1490'], why: 'backups are the next thing to be destroyed.' },
      { fact: ['ransom'], why: 'backups are the next thing to be destroyed.' },
    ],
  },
  {
    id: 'block-domains', phase: 'contain', owner: 'it', hours: 1, source: 'M1021',
    step: 'Block {domains} at the mail and web gateways.', insteadOf: ['block-lure'],
    occasions: [{ observable: ['domains'], why: 'colleagues can still reach it.' }],
  },
  {
    id: 'block-senders', phase: 'contain', owner: 'it', hours: 1, source: 'SI-8',
    step: 'Block the sender {senders}.',
    occasions: [{ category: ['phishing', 'social_engineering', 'malware'], observable: ['senders'], why: 'the same sender writes to several people.' }],
  },
  {
    id: 'block-addresses', phase: 'contain', owner: 'it', hours: 2, source: 'M1037',
    step: 'Block {addresses} at the firewall and look for older connections to it.',
    occasions: [{ observable: ['addresses'], why: 'others may be talking to it already.' }],
  },
  {
    id: 'block-hashes', phase: 'contain', owner: 'analyst', hours: 2, source: 'SI-3',
    step: 'Block the file {files} on all devices and look where else it lies.',
    occasions: [{ observable: ['files'], why: 'other devices may hold the same file.' }],
  },
  {
    id: 'block-lure', phase: 'contain', owner: 'it', hours: 1, source: 'M1021',
    step: 'Find the sender and the links in the original message and block them at the gateways.',
    occasions: [{ technique: ['T1566.001', 'T1566.002', 'T1189'], why: 'colleagues have probably received the same.' }, { category: ['phishing'], why: 'colleagues have probably received the same.' }],
  },
  {
    id: 'pull-back-mail', phase: 'contain', owner: 'analyst', hours: 2, source: 'SI-8',
    step: 'Search all mailboxes for the same message and pull it back.',
    occasions: [{ technique: ['T1534'], why: 'it came from inside, so people trust it.' }, { technique: ['T1566.001', 'T1566.002'], why: 'one report usually stands for many recipients.' }, { category: ['phishing'], why: 'one report usually stands for many recipients.' }],
  },
  {
    id: 'remove-mail-rules', phase: 'contain', owner: 'it', hours: 1, source: 'M1042',
    step: 'Save and then remove foreign rules, forwards and delegates of the mailbox.',
    occasions: [{ technique: ['T1114', 'T1564.008'], why: 'until then every mail is read along.' }],
  },
  {
    id: 'remote-wipe', phase: 'contain', owner: 'it', hours: 1, source: 'AC-19',
    step: 'Lock the lost device from afar, wipe it, and revoke its certificates and its sign-ins.',
    occasions: [
      { fact: ['unencrypted'], without: ['stranger'], why: 'whoever has it can read it.' },
      { fact: ['device-lost'], why: 'before somebody looks inside.' },
      { category: ['physical_security'], without: ['stranger', 'badge-lost'], why: 'before somebody looks inside.' },
    ],
  },
  {
    id: 'revoke-badge', phase: 'contain', owner: 'it', hours: 1, source: 'PE-2',
    step: 'Revoke badges and keys that are gone, and change codes that others know.',
    occasions: [{ fact: ['badge-lost'], why: 'it opens doors for whoever carries it.' }, { category: ['physical_security'], why: 'a badge opens doors for whoever carries it.' }],
  },
  {
    id: 'walk-through', phase: 'contain', owner: 'analyst', hours: 2, source: 'PE-3',
    step: 'Walk through the rooms that were entered: look for devices left behind and for screens left unlocked.',
    occasions: [{ fact: ['stranger'], why: 'people who come in leave things behind, or take them along.' }],
  },
  {
    id: 'keep-footage', phase: 'contain', owner: 'analyst', hours: 4, source: 'PE-6',
    step: 'Inform building security and have the camera footage kept.',
    occasions: [
      { technique: ['T1200', 'T1123', 'T1125'], why: 'somebody was there to attach it; footage is overwritten within days.' },
      { category: ['physical_security'], why: 'footage is overwritten within days.' },
    ],
  },
  {
    id: 'remove-hardware', phase: 'contain', owner: 'analyst', hours: 1, source: 'M1034',
    step: 'Photograph the foreign device where it is, then take it off and keep it.',
    occasions: [{ technique: ['T1200'], why: 'it works as long as it is attached.' }],
  },
  {
    id: 'stop-exposure', phase: 'contain', owner: 'it', hours: 1, source: 'AC-22',
    step: 'Stop the exposure: recall, unshare, take offline.',
    occasions: [{ technique: ['T1530'], why: 'every hour more people can see it.' }, { category: ['data_breach'], why: 'every hour more people can see it.' }],
  },
  {
    id: 'ask-deletion', phase: 'contain', owner: 'analyst', hours: 4, source: 'AC-21',
    step: 'Ask the recipients in writing to delete it and to confirm.',
    occasions: [{ category: ['data_breach'], why: 'it lowers the harm and shows diligence.' }],
  },
  {
    id: 'bring-in-hr', phase: 'contain', owner: 'lead', hours: 4, source: 'PS-8',
    step: 'Bring in human resources and legal before anybody is confronted.',
    occasions: [{ category: ['insider_threat'], why: 'a wrong word harms people and proof.' }],
  },
  {
    id: 'reduce-access', phase: 'contain', owner: 'it', hours: 4, source: 'AC-6',
    step: 'Reduce the access concerned, quietly.',
    occasions: [{ category: ['insider_threat'], why: 'it must not go on while it is looked into.' }],
  },
  {
    id: 'block-upload', phase: 'contain', owner: 'it', hours: 2, source: 'M1057',
    step: 'Block the way by which data leaves, and keep what the data-loss rules recorded.',
    occasions: [{ technique: ['T1048', 'T1567', 'T1052', 'T1074', 'T1005', 'T1113'], why: 'more may follow by the same way.' }],
  },
  {
    id: 'provider-protection', phase: 'contain', owner: 'it', hours: 0.5, source: 'M1037',
    step: 'Switch on the provider’s protection and limit rates at the edge.',
    occasions: [{ technique: ['T1498', 'T1499'], why: 'it has to be stopped before it reaches us.' }, { category: ['denial_of_service'], why: 'it has to be stopped before it reaches us.' }],
  },
  {
    id: 'tell-users', phase: 'contain', owner: 'lead', hours: 1, source: 'IR-7',
    step: 'Tell users where things stand, on a channel that works.',
    occasions: [{ category: ['denial_of_service'], why: 'silence multiplies the load on the help desk.' }],
  },
  {
    id: 'warn-colleagues', phase: 'contain', owner: 'analyst', hours: 2, source: 'M1017',
    step: 'Warn the people who may be approached next.',
    occasions: [{ technique: ['T1656', 'T1566.004', 'T1598', 'T1566.003', 'T1585', 'T1586', 'T1557'], why: 'such people try several colleagues.' }, { category: ['social_engineering'], why: 'such callers try several colleagues.' }],
  },
  {
    id: 'keep-logs', phase: 'contain', owner: 'analyst', hours: 1, source: 'AU-11',
    step: 'Keep the sign-in, mail and access logs of the days around it.',
    occasions: [
      { technique: ['T1070', 'T1562', 'T1046'], why: 'traces are being removed.' },
      { category: ['unauthorized_access', 'insider_threat'], why: 'they are overwritten sooner than one thinks.' },
    ],
  },
  {
    id: 'take-site-offline', phase: 'contain', owner: 'it', hours: 1, source: 'IR-4',
    step: 'Take the altered page off the net and keep a copy of it.',
    occasions: [{ technique: ['T1491', 'T1505.003', 'T1190'], why: 'visitors see it, and may be harmed by it.' }],
  },
  {
    id: 'ask-reporter', phase: 'contain', owner: 'analyst', hours: 8, source: 'IR-6',
    step: 'Ask the reporter what exactly was seen, when and where.',
    occasions: [{ category: ['other'], why: 'it is not clear yet what this is.' }],
  },
  {
    id: 'look-for-others', phase: 'contain', owner: 'analyst', hours: 8, source: 'IR-5',
    step: 'Look whether others report the same.',
    occasions: [{ category: ['other'], why: 'what is odd once is a pattern the second time.' }],
  },
];
