import { expect, it } from 'vitest';
import { factsOf } from './facts.ts';
import { impactCues } from './impact.ts';
import { wordsOf } from './techniques/cues.ts';

const keysOf = (description: string): string[] => factsOf(wordsOf({ title: '', description })).map(({ key }) => key);

it.each([
  ['Nobody can work since eight.', 'outage'],
  ['There are two unknown administrators in the tenant.', 'foothold'],
  ['She copied the customer list to her private drive.', 'taken'],
  ['It concerns children in our care.', 'vulnerable'],
  ['I looked, nothing is missing.', 'harmless'],
  ['I have unplugged it.', 'contained'],
  ['It was stopped in time.', 'near-miss'],
  ['They told me to confirm my name and I did.', 'complied'],
  ['I rang the real one and he knows nothing.', 'seen-through'],
  ['The site is slow.', 'degraded'],
  ['The coffee money has gone.', 'petty'],
])('“%s” says how bad it is: %s', (text, key) => {
  expect(keysOf(text)).toContain(key);
});

it.each([
  ['I have not unplugged it.', 'contained'],
  ['We have not disabled the account.', 'contained'],
  ['I never signed in.', 'complied'],
  ['Nobody copied the files.', 'taken'],
])('“%s” is no word of %s', (text, key) => {
  expect(keysOf(text)).not.toContain(key);
});

it('says nothing where somebody only shouts or plays down', () => {
  const limiting = Object.keys(impactCues);
  for (const text of ['URGENT!!! HELP!!!', 'Just saying, for your information, no rush at all.', 'It is probably low.']) expect(keysOf(text).filter((key) => limiting.includes(key))).toEqual([]);
});

it('is read in linear time in texts made to be slow', () => {
  for (const text of ['nothing '.repeat(1500), "can't work ".repeat(1100), 'sent it to his private '.repeat(500), 'new admin '.repeat(1200)]) {
    const started = performance.now();
    keysOf(text);
    expect(performance.now() - started).toBeLessThan(1000);
  }
});
