import type { Category, Severity } from '../incidents/vocabulary.ts';
import type { PlanStep } from './result.ts';

type Step = Omit<PlanStep, 'id' | 'hours'> & { hours: number };

const step = (phase: Step['phase'], text: string, owner: Step['owner'], hours: number, why: string, source: string): Step => ({
  phase, step: text, owner, hours, why, source,
});

const plans: Record<Category, readonly Step[]> = {
  phishing: [
    step('contain', 'Block the sender, the links and the domain at the mail and web gateways.', 'it', 1, 'Colleagues have probably received the same mail.', 'ATT&CK M1021'),
    step('contain', 'Search all mailboxes for the same message and pull it back.', 'analyst', 2, 'One report usually stands for many recipients.', 'NIST SI-8'),
    step('eradicate', 'Reset the password and end the sessions of everybody who gave credentials.', 'it', 1, 'A stolen password works until it is changed.', 'ATT&CK M1027'),
    step('recover', 'Watch the affected accounts for new rules, forwards and sign-ins.', 'analyst', 24, 'Attackers often leave a way back in the mailbox.', 'NIST AU-6'),
    step('learn', 'Tell colleagues how this mail could be recognised.', 'lead', 72, 'The next one will look alike.', 'ATT&CK M1017'),
  ],
  malware: [
    step('contain', 'Take the device off the network but leave it switched on.', 'reporter', 0.5, 'It stops the spreading and keeps the memory for analysis.', 'NIST IR-4'),
    step('contain', 'Block the hashes and addresses involved.', 'analyst', 2, 'Other devices may hold the same file.', 'ATT&CK M1037'),
    step('eradicate', 'Scan or rebuild every device that met it.', 'it', 24, 'Removing what is visible leaves what is not.', 'ATT&CK M1049'),
    step('recover', 'Restore data from a backup older than the infection, after testing it.', 'it', 48, 'A backup may hold the malware too.', 'ATT&CK M1053'),
    step('learn', 'Find how it got in and close that way.', 'analyst', 120, 'Otherwise it comes back.', 'NIST IR-4'),
  ],
  unauthorized_access: [
    step('contain', 'End all sessions of the account and lock it.', 'it', 0.5, 'The intruder may still be signed in.', 'ATT&CK M1036'),
    step('contain', 'Keep the sign-in and access logs.', 'analyst', 1, 'They are overwritten sooner than one thinks.', 'NIST AU-11'),
    step('eradicate', 'Change credentials and keys that the account could reach, ask for a second factor.', 'it', 4, 'Access travels from one account to the next.', 'ATT&CK M1032'),
    step('recover', 'Undo what was changed: rules, members, permissions, files.', 'it', 24, 'Quiet changes outlive the intruder.', 'NIST AC-2'),
    step('learn', 'Record how the access was won, and whether personal data was read.', 'analyst', 48, 'A notification duty may depend on it.', 'NIST IR-6'),
  ],
  data_breach: [
    step('contain', 'Stop the exposure: recall, unshare, take offline.', 'it', 1, 'Every hour more people can see it.', 'NIST IR-9'),
    step('contain', 'Ask the recipients in writing to delete it and to confirm.', 'analyst', 4, 'It lowers the harm and shows diligence.', 'NIST IR-9'),
    step('eradicate', 'Find out whose and what data it was, and how many records.', 'analyst', 24, 'Deadlines and duties depend on it.', 'NIST IR-6'),
    step('recover', 'Inform the data protection officer; decide about notification.', 'lead', 24, 'GDPR Art. 33 gives 72 hours from awareness.', 'NIST IR-6'),
    step('learn', 'Change the step at which it could go wrong.', 'lead', 168, 'People err; processes should hold.', 'NIST AT-2'),
  ],
  social_engineering: [
    step('contain', 'Stop payments and changes that were asked for; call the bank if money left.', 'lead', 0.5, 'A transfer can be recalled for a few hours only.', 'NIST IR-4'),
    step('contain', 'Warn the people who may be approached next.', 'analyst', 2, 'Such callers try several colleagues.', 'ATT&CK M1017'),
    step('eradicate', 'Change whatever was told: passwords, codes, door codes.', 'it', 4, 'What was said cannot be taken back.', 'ATT&CK M1027'),
    step('recover', 'Check the accounts and bank data that were spoken of.', 'analyst', 24, 'The call is often only the first step.', 'NIST AU-6'),
    step('learn', 'Agree on a call-back rule for such requests.', 'lead', 168, 'One known number to call back ends most of these frauds.', 'NIST AT-2'),
  ],
  physical_security: [
    step('contain', 'Lock and wipe the device or badge from afar.', 'it', 1, 'Before somebody looks inside.', 'NIST AC-19'),
    step('contain', 'Inform building security and keep the camera footage.', 'analyst', 4, 'Footage is overwritten within days.', 'NIST PE-6'),
    step('eradicate', 'Change credentials that were stored on it.', 'it', 8, 'A device is a bunch of keys.', 'ATT&CK M1027'),
    step('recover', 'Replace it, and report a theft to the police.', 'reporter', 72, 'The insurer and the regulator will ask for it.', 'NIST PE-16'),
    step('learn', 'Check whether the data on it was encrypted, and record it.', 'analyst', 48, 'It decides whether this is a data breach.', 'ATT&CK M1041'),
  ],
  insider_threat: [
    step('contain', 'Bring in human resources and legal before anybody is confronted.', 'lead', 4, 'A wrong word harms people and proof.', 'NIST PS-8'),
    step('contain', 'Reduce the access concerned, quietly.', 'it', 4, 'It must not go on while it is looked into.', 'NIST AC-6'),
    step('eradicate', 'Secure logs and copies with a chain of custody.', 'analyst', 8, 'It may be needed before a court.', 'NIST AU-10'),
    step('recover', 'Find which data left, and get it back or have it deleted.', 'analyst', 72, 'The harm lies in the data, not in the deed.', 'NIST IR-4'),
    step('learn', 'Review who else has access without needing it.', 'lead', 240, 'Least privilege is the only lasting answer.', 'ATT&CK M1018'),
  ],
  denial_of_service: [
    step('contain', 'Switch on the provider’s protection; limit rates at the edge.', 'it', 0.5, 'It has to be stopped before it reaches us.', 'ATT&CK M1037'),
    step('contain', 'Tell users where things stand, on a channel that works.', 'lead', 1, 'Silence multiplies the load on the help desk.', 'NIST IR-7'),
    step('eradicate', 'Identify the pattern and filter it.', 'analyst', 4, 'Blocking all is what the attacker wanted.', 'NIST SC-5'),
    step('recover', 'Bring services back one by one and watch.', 'it', 8, 'Waves often come in twos.', 'NIST CP-10'),
    step('learn', 'Check whether it was a cover for something else.', 'analyst', 48, 'Noise hides intrusions.', 'NIST AU-6'),
  ],
  other: [
    step('contain', 'Ask the reporter what exactly was seen, when and where.', 'analyst', 8, 'It is not clear yet what this is.', 'NIST IR-6'),
    step('learn', 'Pass it to the right desk if it is no security incident.', 'analyst', 24, 'Somebody has asked for help.', 'NIST IR-7'),
  ],
};

/** The response plan for a category; at high and critical the time targets are halved. */
export function responsePlan(category: Category, severity: Severity): PlanStep[] {
  const faster = severity === 'high' || severity === 'critical' ? 0.5 : 1;
  return plans[category].map((planned, index) => ({ ...planned, hours: planned.hours * faster, id: `${category.replaceAll('_', '-')}-${index + 1}` }));
}

const advice: Record<Category, readonly string[]> = {
  phishing: ['Do not click anything in it and do not answer.', 'Do not delete it: the team may need it.', 'If you typed a password anywhere, change it now from another device.'],
  malware: ['Unplug the network cable or switch Wi-Fi off.', 'Leave the device switched on and do not use it.', 'Do not connect USB sticks or other drives.'],
  unauthorized_access: ['Change the password of that account from another device.', 'Refuse sign-in prompts that you did not cause.', 'Do not delete messages or history: they show what happened.'],
  data_breach: ['If you can, recall or unshare it now.', 'Note who may have seen it and when.', 'Do not try to cover it up: acting early protects you and the people concerned.'],
  social_engineering: ['Do nothing more of what they ask, and end the contact.', 'Note the number, name and what you told them.', 'If money or a code was given, say so to the team at once.'],
  physical_security: ['Do not put yourself in danger.', 'If a device is gone, write down what was on it.', 'If somebody is where they should not be, tell building security too.'],
  insider_threat: ['Do not confront anybody.', 'Tell no one but the security team.', 'Write down what you saw, with times.'],
  denial_of_service: ['Do not keep reloading: it adds to the load.', 'Note when it began and what still works.'],
  other: ['Note what you saw and when.', 'Leave things as they are until the team has looked.'],
};

/** Safe first advice for the person who reported, in plain words. */
export function firstAdvice(category: Category, factorKeys: readonly string[]): string[] {
  const lines = [...advice[category]];
  if (factorKeys.includes('safety')) lines.unshift('If anybody is in danger, call the emergency number first.');
  if (factorKeys.includes('credentials')) lines.unshift('Change the password that you gave away now, from another device.');
  return lines.slice(0, 4);
}
