import type { LibraryStep } from './situation.ts';

/** Getting back to work, and learning from it. */
export const afterSteps: readonly LibraryStep[] = [
  {
    id: 'watch-accounts', phase: 'recover', owner: 'analyst', hours: 24, source: 'AU-6',
    step: 'Watch the affected accounts for new rules, forwards and sign-ins for two weeks.',
    occasions: [{ fact: ['gave-password', 'gave-code'], why: 'attackers often leave a way back.' }, { technique: ['T1078', 'T1114', 'T1564.008', 'T1534', 'T1098'], why: 'attackers often leave a way back.' }, { category: ['phishing', 'unauthorized_access', 'social_engineering'], why: 'the first contact is seldom the last.' }],
  },
  {
    id: 'restore-data', phase: 'recover', owner: 'it', hours: 48, source: 'M1053',
    step: 'Restore from a backup older than the intrusion, after testing it.',
    occasions: [{ technique: ['T1486', 'T1485', 'T1490', 'T1491'], why: 'a backup may hold the intruder, too.' }, { category: ['malware'], why: 'a backup may hold the malware, too.' }],
  },
  {
    id: 'undo-changes', phase: 'recover', owner: 'it', hours: 24, source: 'CM-3',
    step: 'Undo what was changed: rules, members, permissions, records.',
    occasions: [{ technique: ['T1098', 'T1136', 'T1565', 'T1531'], why: 'quiet changes outlive the intruder.' }, { category: ['unauthorized_access'], why: 'quiet changes outlive the intruder.' }],
  },
  {
    id: 'inform-dpo', phase: 'recover', owner: 'lead', hours: 24, fixed: true, source: 'IR-6',
    step: 'Inform the data protection officer and decide about notification.',
    occasions: [{ fact: ['sensitive', 'scale', 'unencrypted'], why: 'GDPR Art. 33 gives 72 hours from awareness.' }, { category: ['data_breach'], why: 'GDPR Art. 33 gives 72 hours from awareness.' }],
  },
  {
    id: 'police-report', phase: 'recover', owner: 'lead', hours: 48, source: 'IR-6',
    step: 'Report it to the police and to the insurer.',
    occasions: [{ fact: ['paid', 'ransom'], why: 'the bank, the insurer and the authorities ask for the report.' }, { technique: ['T1486', 'T1657'], why: 'the bank, the insurer and the authorities ask for the report.' }, { category: ['physical_security'], why: 'the insurer and the regulator will ask for it.' }],
  },
  {
    id: 'check-books', phase: 'recover', owner: 'analyst', hours: 24, source: 'AU-6',
    step: 'Check the payments and the bank data of the last weeks.',
    occasions: [{ technique: ['T1657', 'T1565'], why: 'the one that was noticed need not be the first.' }],
  },
  {
    id: 'data-back', phase: 'recover', owner: 'analyst', hours: 72, source: 'PS-4',
    step: 'Find which data left, and get it back or have it deleted.',
    occasions: [{ category: ['insider_threat'], why: 'the harm lies in the data, not in the deed.' }],
  },
  {
    id: 'bring-back-services', phase: 'recover', owner: 'it', hours: 8, source: 'CP-10',
    step: 'Bring services back one by one and watch.',
    occasions: [{ category: ['denial_of_service'], why: 'waves often come in twos.' }, { technique: ['T1489', 'T1529'], why: 'what was stopped from outside may be stopped again.' }, { fact: ['critical-system'], why: 'much depends on this system.' }],
  },
  {
    id: 'replace-device', phase: 'recover', owner: 'reporter', hours: 72, source: 'PE-16',
    step: 'Replace it, and hand in what the inventory needs.',
    occasions: [{ fact: ['device-lost'], why: 'the work must go on.' }],
  },
  {
    id: 'tell-reporter', phase: 'recover', owner: 'analyst', hours: 48, source: 'IR-7',
    step: 'Tell the reporter what it was.',
    occasions: [{ category: ['other'], why: 'whoever gets an answer reports again.' }],
  },
  {
    id: 'teach-recognition', phase: 'learn', owner: 'lead', hours: 72, source: 'M1017',
    step: 'Tell colleagues how it could be recognised, with this case as the example.',
    occasions: [{ technique: ['T1566', 'T1598', 'T1204', 'T1656', 'T1621'], why: 'the next one will look alike.' }, { category: ['phishing'], why: 'the next one will look alike.' }],
  },
  {
    id: 'call-back-rule', phase: 'learn', owner: 'lead', hours: 168, source: 'AT-2',
    step: 'Agree on a call-back rule for requests about money and access.',
    occasions: [{ technique: ['T1656', 'T1657'], why: 'one known number to call back ends most of these frauds.' }, { category: ['social_engineering'], why: 'one known number to call back ends most of these frauds.' }],
  },
  {
    id: 'find-entry', phase: 'learn', owner: 'analyst', hours: 120, source: 'IR-4',
    step: 'Find how it got in, and close that way.',
    occasions: [{ category: ['malware', 'unauthorized_access'], why: 'otherwise it comes back.' }],
  },
  {
    id: 'was-data-read', phase: 'learn', owner: 'analyst', hours: 48, source: 'IR-6',
    step: 'Record whether personal data was read.',
    occasions: [{ category: ['unauthorized_access'], why: 'a duty to notify may depend on it.' }],
  },
  {
    id: 'change-process', phase: 'learn', owner: 'lead', hours: 168, source: 'CM-3',
    step: 'Change the step at which it could go wrong.',
    occasions: [{ category: ['data_breach'], why: 'people err; processes should hold.' }],
  },
  {
    id: 'was-it-encrypted', phase: 'learn', owner: 'analyst', hours: 48, source: 'M1041',
    step: 'Check whether the data on it was encrypted, and record it.',
    occasions: [{ fact: ['unencrypted'], why: 'it decides whether this is a data breach.' }, { category: ['physical_security'], without: ['stranger', 'badge-lost'], why: 'it decides whether this is a data breach.' }],
  },
  {
    id: 'close-door', phase: 'learn', owner: 'lead', hours: 168, source: 'PE-3',
    step: 'Change how the door, the reception or the lock let it happen.',
    occasions: [{ fact: ['stranger', 'badge-lost'], why: 'the same way is open to the next.' }, { category: ['physical_security'], why: 'the same way is open to the next.' }],
  },
  {
    id: 'review-access', phase: 'learn', owner: 'lead', hours: 240, source: 'AC-6',
    step: 'Review who else has access without needing it.',
    occasions: [{ technique: ['T1213', 'T1199'], why: 'least privilege is the only lasting answer.' }, { category: ['insider_threat'], why: 'least privilege is the only lasting answer.' }],
  },
  {
    id: 'was-it-cover', phase: 'learn', owner: 'analyst', hours: 48, source: 'AU-6',
    step: 'Check whether it was a cover for something else.',
    occasions: [{ technique: ['T1667'], why: 'a flood of mail hides the one that matters.' }, { category: ['denial_of_service'], why: 'noise hides intrusions.' }],
  },
  {
    id: 'test-restore', phase: 'learn', owner: 'it', hours: 240, source: 'CP-4',
    step: 'Rehearse the recovery, with the time that it takes.',
    occasions: [{ technique: ['T1486', 'T1490'], why: 'a backup is only as good as its last restore.' }],
  },
  {
    id: 'note-signs', phase: 'learn', owner: 'analyst', hours: 72, source: 'IR-5',
    step: 'Record what would have told at once what it is.',
    occasions: [{ category: ['other'], why: 'the next unclear report will be like it.' }],
  },
];
