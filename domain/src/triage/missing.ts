import type { Category } from '../incidents/vocabulary.ts';
import { certaintyOf } from './certainty.ts';
import { glue } from './explain.ts';
import type { FactKey } from './facts.ts';
import type { Fact } from './result.ts';
import type { Words } from './techniques/cues.ts';

/** Words that a report of anything may hold. */
const anything = new Set(
  (
    'help wrong thing things thx thanks thank hello hi dear question problem issue strange weird odd funny again happened happens happening work works working look looks looking bad feel feeling feels bit maybe know think same usual about back call ring come ' +
    "urgent asap pls kind regards sorry sure need want like seems seem normal anybody anyone everything nothing mean more way time day today yesterday morning afternoon could should going make see seen saw tell said say says worried concern concerned check report doesn't doesnt don't dont can't cant it's i'm im isn't"
  ).split(' '),
);
/**
 * A report without an incident that has fewer words of its own is too vague. With those that are unclear, more is asked of 165 of the 288
 * reports labelled vague in bench/eval/data, of 10 of the 1,368 other everyday troubles, and of 30 of the 3,011 incidents.
 */
const fewestOfItsOwn = 3;

const places = new Set('laptop notebook pc computer mac phone mobile tablet server printer screen mail email mailbox outlook teams account login website page site app program software excel sharepoint drive folder file stick usb badge door office building room shop portal intranet vpn wifi network camera router'.split(' '));
const acts: readonly FactKey[] = ['clicked', 'opened-file', 'gave-password', 'gave-code', 'paid', 'remote', 'untouched', 'complied'];

/**
 * What a report that is too vague leaves open, each as it goes on after "say"; empty where it says enough.
 * @param category what the report is taken for, and how surely
 */
export function missingIn(words: readonly Words[], facts: readonly Fact[], { category, confidence }: { category: Category; confidence: number }): string[] {
  const told = new Set(words.flatMap(({ tokens }) => tokens.map(({ text }) => text)));
  const own = [...told].filter((word) => !word.startsWith('<') && word.length > 1 && !glue.has(word) && !anything.has(word));
  if (certaintyOf(confidence) !== 'unclear' && (category !== 'other' || own.length >= fewestOfItsOwn)) return [];
  return [
    'what you saw or heard, word for word where you can',
    ...([...told].some((word) => places.has(word)) ? [] : ['which device, account or place it is about']),
    ...(facts.some(({ key }) => (acts as readonly string[]).includes(key)) ? [] : ['what you did before and after']),
  ];
}
