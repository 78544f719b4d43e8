import type { Fact } from './result.ts';
import type { Words } from './techniques/cues.ts';

/** How many people or their records, computers, and how much money a report speaks of. */
export type QuantityKey = 'people-hundreds' | 'people-thousands' | 'sum-middling' | 'sum-large' | 'machines';

const words = new Map(Object.entries({
  one: 1, two: 2, both: 2, couple: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, dozen: 12, fourteen: 14, fifteen: 15, sixteen: 16, eighteen: 18,
  twenty: 20, dozens: 30, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, hundred: 100, hundreds: 300, thousand: 1000, thousands: 3000, million: 1e6, millions: 2e6,
}));
const factors = new Map(Object.entries({ dozen: 12, hundred: 100, thousand: 1000, k: 1000, million: 1e6, m: 1e6, mio: 1e6 }));
const currencies = /^(?:euros?|eur|dollars?|usd|pounds?|gbp|quid|francs?|chf|sek|nok|dkk|zloty|kr|crowns)$/u;
const people = /^(?:people|persons?|customers?|clients?|patients?|employees?|staff|colleagues?|coworkers|students?|pupils?|members?|users?|guests?|residents?|tenants?|applicants?|candidates|donors?|famil(?:y|ies)|households?|children|kids|participants?|subscribers?|accounts?|records?|rows?|names?|entries|cards?|citizens?|taxpayers|parents|mothers|men|women|workers|drivers|nurses|volunteers|policyholders?|passengers?|travellers|victims|recipients?|mailboxes|payslips|passports|contracts|files|shareholders|owners|borrowers|insured|beneficiaries|leads|contacts|profiles|identities|pensioners|boxes)$/u;
const machines = /^(?:pcs?|computers?|machines?|laptops?|notebooks?|servers?|terminals?|tills?|screens?|workstations?|tablets?|devices?|stations?|hosts?|endpoints?|drives?|shares|desks)$/u;
const numbers = new Set(['<number>', '<hundreds>', '<thousands>', '<money>']);
const reach = 3;

/** A number as it stands in a text: 1,200 or 1.200 or 31k; null for times, dates and versions. */
function valueOf(raw: string): number | null {
  const text = raw.replace(/^[$€£]\s?/u, '').replace(/[.,:]+$/u, '');
  if (/^\d{1,3}(?:[.,]\d{3})+$/u.test(text)) return Number(text.replace(/[.,]/gu, ''));
  if (/^\d+(?:[.,]\d{1,2})?$/u.test(text)) return Number(text.replace(',', '.'));
  return null;
}

type Kind = 'people' | 'sum' | 'machines';

/** A number with the words that belong to it: "two hundred thousand", "31 k", "92 000". */
function numberAt({ whole, tokens }: Words, at: number): { value: number; last: number } | null {
  const token = tokens[at]!;
  const numeric = numbers.has(token.text);
  let value = numeric ? valueOf(whole.slice(token.start, token.end)) : (words.get(token.text) ?? null);
  if (value === null) return null;
  let last = at;
  const next = tokens[at + 1];
  if (numeric && value < 1000 && next && /^\s\d{3}$/u.test(whole.slice(token.end, next.end))) return { value: value * 1000 + Number(whole.slice(next.start, next.end)), last: at + 1 };
  for (let factor = factors.get(tokens[last + 1]?.text ?? ''); factor !== undefined; factor = factors.get(tokens[last + 1]?.text ?? '')) {
    value *= factor;
    last += 1;
  }
  return { value, last };
}

/** What a number counts, and the last word of that. */
function kindAt({ whole, tokens, clauses }: Words, at: number, last: number): { kind: Kind; last: number } | null {
  if (tokens[at]!.text === '<money>' || /[$€£]\s?$/u.test(whole.slice(Math.max(0, tokens[at]!.start - 2), tokens[at]!.start))) return { kind: 'sum', last };
  // The end of a sentence may be read as a part of the number.
  if (/[.:,]$/u.test(whole.slice(tokens[last]!.start, tokens[last]!.end))) return null;
  if (currencies.test(tokens[last + 1]?.text ?? '')) return { kind: 'sum', last: last + 1 };
  for (let next = last + 1; next <= last + reach && next < tokens.length && clauses[next] === clauses[last]; next++) {
    if (people.test(tokens[next]!.text)) return { kind: 'people', last: next };
    if (machines.test(tokens[next]!.text)) return { kind: 'machines', last: next };
  }
  return tokens[last]!.text === 'k' ? { kind: 'sum', last } : null;
}

/** From how many on it is which, the largest first. */
const sizes: Record<Kind, readonly (readonly [from: number, key: QuantityKey])[]> = {
  people: [[1000, 'people-thousands'], [100, 'people-hundreds']],
  sum: [[20_000, 'sum-large'], [100, 'sum-middling']],
  machines: [[2, 'machines']],
};

/** How large the numbers of a report are, each kind once, by its largest. Linear in the text. */
export function quantitiesIn(fields: readonly Words[]): (Fact & { key: QuantityKey })[] {
  const largest = new Map<Kind, { value: number; span: Fact['span'] }>();
  for (const own of fields) {
    const { field, picture, whole, tokens } = own;
    for (let at = 0; at < tokens.length; at++) {
      const number = numberAt(own, at);
      if (!number) continue;
      const counted = kindAt(own, at, number.last);
      if (counted && number.value > (largest.get(counted.kind)?.value ?? 0)) {
        const [{ start }, { end }] = [tokens[at]!, tokens[counted.last]!];
        largest.set(counted.kind, { value: number.value, span: { field, ...(picture !== undefined && { picture }), start, end, text: whole.slice(start, end) } });
      }
      at = number.last;
    }
  }
  return [...largest].flatMap(([kind, { value, span }]) => {
    const size = sizes[kind].find(([from]) => value >= from);
    return size ? [{ key: size[1], span }] : [];
  });
}
