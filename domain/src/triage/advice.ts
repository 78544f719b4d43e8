import type { Category } from '../incidents/vocabulary.ts';
import type { FactKey } from './facts.ts';
import type { Fact } from './result.ts';

/** One sentence, for who did or met one of `when`; without it for everybody. */
interface Sentence {
  text: string;
  when?: readonly FactKey[];
  unless?: readonly FactKey[];
}

const always = (text: string): Sentence => ({ text });

/** What comes before everything that belongs to the kind of incident. */
const first: readonly Sentence[] = [
  { when: ['safety'], text: 'If anybody is in danger, call the emergency number first.' },
  { when: ['paid'], text: 'Call your bank or the finance department now: a payment can be stopped for a few hours only.' },
  { when: ['gave-password'], text: 'Change the password that you gave away now, from another device, and wherever else you use it.' },
  { when: ['gave-code'], text: 'Refuse every further sign-in prompt, and tell nobody another code.' },
  { when: ['remote'], text: 'Disconnect the device from the network so that nobody can work on it from afar, and leave it switched on.' },
  { when: ['opened-file'], unless: ['remote'], text: 'Disconnect the device from the network, leave it switched on, and do not use it.' },
];

const ofCategory: Record<Category, readonly Sentence[]> = {
  phishing: [
    { when: ['clicked'], unless: ['gave-password', 'opened-file'], text: 'Close the page and type nothing into it.' },
    { unless: ['clicked', 'gave-password', 'opened-file'], text: 'Do not click anything in it and do not answer.' },
    always('Keep the message, do not delete it: the team needs it.'),
    { when: ['untouched'], text: 'You did right not to follow it.' },
    { unless: ['gave-password', 'untouched'], text: 'If you typed a password anywhere, change it now from another device.' },
  ],
  malware: [
    { unless: ['opened-file', 'remote'], text: 'Unplug the network cable or switch Wi-Fi off.' },
    { unless: ['opened-file', 'remote'], text: 'Leave the device switched on and do not use it.' },
    always('Do not connect USB sticks or other drives.'),
    { when: ['ransom'], text: 'Pay nothing and write to nobody who asks for money.' },
  ],
  unauthorized_access: [
    { unless: ['gave-password'], text: 'Change the password of that account from another device.' },
    { unless: ['gave-code'], text: 'Refuse sign-in prompts that you did not cause.' },
    always('Keep messages and history as they are: they show what happened.'),
  ],
  data_breach: [always('If you can, recall or unshare it now.'), always('Note who may have seen it and when.'), always('Do not try to cover it up: acting early protects you and the people concerned.')],
  social_engineering: [
    always('Do nothing more of what they ask, and end the contact.'),
    { unless: ['paid', 'gave-code', 'gave-password'], text: 'If money, a password or a code was given, say so to the team at once.' },
    always('Note the number, the name and what you told them.'),
  ],
  physical_security: [
    always('Do not put yourself in danger.'),
    { when: ['device-lost'], text: 'Write down what was on the device and which accounts were signed in.' },
    { when: ['badge-lost'], text: 'Have the badge or key blocked at reception now.' },
    { when: ['stranger'], text: 'Tell building security, and do not confront anybody yourself.' },
    { unless: ['device-lost', 'stranger', 'badge-lost'], text: 'If a device is gone, write down what was on it.' },
    { unless: ['device-lost', 'stranger', 'badge-lost'], text: 'If somebody is where they should not be, tell building security too.' },
  ],
  insider_threat: [always('Do not confront anybody.'), always('Tell no one but the security team.'), always('Write down what you saw, with times.')],
  denial_of_service: [always('Do not keep reloading: it adds to the load.'), always('Note when it began and what still works.')],
  other: [always('Note what you saw and when.'), always('Leave things as they are until the team has looked.')],
};

const most = 4;

/**
 * Safe first advice for the person who reported, by what happened: two to four plain sentences.
 * @param missing what the report leaves open
 */
export function firstAdvice(category: Category, facts: readonly Fact[], missing: readonly string[] = []): string[] {
  const keys = new Set(facts.map(({ key }) => key));
  const holds = ({ when, unless }: Sentence): boolean => (!when || when.some((key) => keys.has(key))) && !unless?.some((key) => keys.has(key));
  const asked = missing.length > 0 ? [`Tell the team what you can add: ${missing.join('; ')}.`] : [];
  return [...[...first, ...ofCategory[category]].filter(holds).slice(0, most - asked.length).map(({ text }) => text), ...asked];
}
