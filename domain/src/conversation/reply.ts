import type { Incident } from '../incidents/incident.ts';
import type { Category } from '../incidents/vocabulary.ts';
import type { FactKey } from '../triage/facts.ts';
import type { Fact } from '../triage/result.ts';

type Asked = Pick<Incident, 'number' | 'title' | 'description' | 'category' | 'status' | 'reporter' | 'occurredAt' | 'affected' | 'location' | 'counts' | 'triage'>;

/** A question for the reporter, unless the report has answered it. */
interface Question {
  text: string;
  /** Asked only when the report says one of these. */
  when?: readonly FactKey[];
  /** Not asked when the report says one of these. */
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

const mostQuestions = 3;
const mostAdvice = 2;

/**
 * A first draft of an answer to the reporter, out of the triage and of what the report leaves open. Deterministic: the same
 * report gives the same words. A person reads, changes and sends it.
 * @param facts what the report says happened, as triage found it
 */
export function draftReply(incident: Asked, facts: readonly Fact[], writer: { name: string }): string {
  const said = new Set(facts.map(({ key }) => key));
  const open = [...ofCategory[incident.category ?? 'other'], ...ofAll]
    .filter(({ when, unless, unlessGiven }) => (!when || when.some((key) => said.has(key))) && !unless?.some((key) => said.has(key)) && !unlessGiven?.(incident))
    .slice(0, mostQuestions);
  const over = incident.status === 'resolved' || incident.status === 'closed';
  const advice = over ? [] : (incident.triage?.advice ?? []).slice(0, mostAdvice);
  const greeting = `Hello ${incident.reporter.name.split(' ')[0]},`;
  const thanks = over ? `about your report ${incident.number ?? ''}`.trim() + ': it is done on our side.' : 'thank you for reporting this. I am looking at it now.';
  const parts = [
    `${greeting}\n${thanks}`,
    advice.length > 0 && `Until you hear from us:\n${advice.map((line) => `- ${line}`).join('\n')}`,
    !over && open.length > 0 && `So that we can go on, please answer here:\n${open.map(({ text }, index) => `${index + 1}. ${text}`).join('\n')}`,
    over && 'If you notice it again, or anything still seems wrong, write here.',
    `${writer.name}`,
  ];
  return parts.filter((part) => typeof part === 'string').join('\n\n');
}
