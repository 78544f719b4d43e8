import type { Incident } from '../../incidents/incident.ts';
import type { Category } from '../../incidents/vocabulary.ts';
import type { FactKey } from '../../triage/facts.ts';

export type Asked = Pick<Incident, 'category' | 'occurredAt' | 'affected' | 'location' | 'counts' | 'description'>;

/** A question for the reporter, unless the report has answered it. */
interface Question {
  text: string;
  /** Asked only when one of these happened. */
  when?: readonly FactKey[];
  /** Not asked when one of these happened. */
  unless?: readonly FactKey[];
  unlessGiven?: (incident: Asked) => boolean;
}

const hasFile = ({ counts }: Asked): boolean => counts.evidence > 0;
const saysWhen = ({ occurredAt, description }: Asked): boolean => occurredAt !== null || /\b(today|yesterday|this morning|last night|\d{1,2}[:.]\d{2}|\d{1,2} ?(am|pm))\b/i.test(description);
const saysWho = ({ affected }: Asked): boolean => affected !== null;

const ofCategory: Record<Category, readonly Question[]> = {
  phishing: [
    { text: 'Did you click the link, open a file or type a password or code? If so, about when?', unless: ['clicked', 'opened-file', 'gave-password', 'gave-code', 'untouched'] },
    { text: 'What exactly did you type in: a password, a code, bank data? For which account?', when: ['gave-password', 'gave-code'] },
    { text: 'Did the page that opened ask you for anything, and did you answer?', when: ['clicked'], unless: ['gave-password', 'gave-code'] },
    { text: 'Please add the message as a file (save it, or take a screenshot with the full sender address).', unlessGiven: hasFile },
  ],
  malware: [
    { text: 'Which device is it (name or sticker number), and is it disconnected from the network now?' },
    { text: 'What was opened or installed just before, and where did it come from?', unless: ['opened-file'] },
    { text: 'Please add a photo of what is on the screen.', unlessGiven: hasFile },
  ],
  unauthorized_access: [{ text: 'Which account is it, and what did you see that was not yours?' }, { text: 'Have you used that password anywhere else?' }, { text: 'Please add a screenshot of the sign-in or the notice.', unlessGiven: hasFile }],
  data_breach: [{ text: 'Which data is it, about how many people, and who may have seen it?' }, { text: 'Could it be recalled or unshared, and when?', unless: ['returned'] }],
  social_engineering: [
    { text: 'Which number or address did they use, and what did they say they were?' },
    { text: 'Did you give a code, a password or money, or let them onto your device?', unless: ['gave-code', 'gave-password', 'paid', 'remote', 'untouched'] },
    { text: 'To which account was it paid, how much, and does your bank know?', when: ['paid'] },
  ],
  physical_security: [{ text: 'Where exactly was it, and who else saw it?', unlessGiven: ({ location }) => location !== null }, { text: 'Was the device locked and encrypted, and what was on it?', when: ['device-lost'], unless: ['unencrypted', 'returned'] }],
  insider_threat: [{ text: 'What did you see yourself, and what did others tell you?' }, { text: 'Who else knows of it?' }],
  denial_of_service: [{ text: 'Which address or program does not answer, and what still works?' }, { text: 'Does it concern only you, or others too?', unlessGiven: saysWho }],
  other: [{ text: 'What did you expect to see, and what did you see instead?' }, { text: 'Please add a screenshot if you can.', unlessGiven: hasFile }],
};

const ofAll: readonly Question[] = [
  { text: 'When did it happen?', unlessGiven: saysWhen },
  { text: 'Does it concern anybody or anything else that you know of?', unlessGiven: saysWho },
];

/** What the reporter should still say, the most telling first. */
export function openQuestions(incident: Asked, facts: ReadonlySet<string>): string[] {
  return [...ofCategory[incident.category ?? 'other'], ...ofAll]
    .filter(({ when, unless, unlessGiven }) => (!when || when.some((key) => facts.has(key))) && !unless?.some((key) => facts.has(key)) && !unlessGiven?.(incident))
    .map(({ text }) => text);
}
