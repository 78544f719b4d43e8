import type { ReplyMaterial } from './material.ts';

/** Names this way of wording in the ledger; a changed wording is a new one. */
export const template = 'reply-template-1';

const openings: Record<ReplyMaterial['state'], string> = {
  first: 'thank you for reporting this.',
  answered: 'thank you for your answer.',
  waiting: 'I come back to this once more.',
};

/** A reply in plain words, composed of what it rests on: the same material gives the same words. A person checks and sends it. */
export function composeReply({ writer, to, report, state, understood, advice, questions, next, over }: ReplyMaterial): string {
  const list = (lines: readonly string[], mark: (index: number) => string): string => lines.map((line, index) => `${mark(index)} ${line}`).join('\n');
  const parts = over
    ? [`Hello ${to},\n${['about your report', report.number].filter(Boolean).join(' ')}: it is done on our side. ${next}`, 'If you notice it again, or anything still seems wrong, write here.']
    : [
        [`Hello ${to},\n${openings[state]}`, understood].filter(Boolean).join(' '),
        advice.length > 0 && `Please do this now:\n${list(advice, () => '-')}`,
        questions.length > 0 && `${state === 'waiting' ? 'I still need your answer' : 'So that I can go on, please answer here'}:\n${list(questions, (index) => `${index + 1}.`)}`,
        next,
      ];
  return [...parts, writer].filter((part) => typeof part === 'string').join('\n\n');
}
