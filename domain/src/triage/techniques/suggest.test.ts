import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { loadAttack } from '../attack.ts';
import { tokenise } from '../text.ts';
import { wordsOf } from './cues.ts';
import { suggestTechniques, techniqueRules } from './suggest.ts';
import type { Category } from '../../incidents/vocabulary.ts';

const suggest = (description: string, category: Category, title = '') => suggestTechniques(wordsOf({ title, description }), category);
const ids = (description: string, category: Category, title = '') => suggest(description, category, title).map(({ id }) => id);

describe('the techniques', () => {
  it('are sixty at least, each once', () => {
    expect(techniqueRules.length).toBeGreaterThanOrEqual(60);
    expect(new Set(techniqueRules.map(({ id }) => id)).size).toBe(techniqueRules.length);
  });
  it('stand in ATT&CK under this id, name and tactic', async () => {
    const { techniques } = await loadAttack();
    for (const { id, name, tactic } of techniqueRules) {
      expect(techniques[id], id).toBeDefined();
      expect([id, name]).toEqual([id, techniques[id]![0]]);
      expect(techniques[id]![1], id).toContain(tactic);
    }
  });
  it('are told in words that a report can hold', () => {
    for (const { id, cues, hints } of techniqueRules) {
      for (const cue of [...cues, ...(hints?.cues ?? [])]) {
        for (const word of cue.split(/[ |]/)) {
          if (word === '~' || /^[A-Z]+$/.test(word)) continue;
          const plain = word.replace(/\*$/, '');
          if (!plain.startsWith('<')) expect(tokenise(plain).map(({ text }) => text), `${id}: ${cue}`).toEqual([plain]);
        }
      }
    }
  });
});

describe('suggestions', () => {
  it.each([
    ['got an email with a link to a fake login page, i clicked the link and typed my password', 'phishing', ['T1566.002', 'T1598', 'T1204.001']],
    ['I opened the attachment from the mail and pressed enable content, a black window flashed', 'malware', ['T1566.001', 'T1204.002', 'T1059']],
    ['my authenticator keeps asking me to approve, all night, i never tried to log in', 'unauthorized_access', ['T1621']],
    ['there is a rule in outlook that forwards all mails to an external gmail, I did not make it', 'unauthorized_access', ['T1114.003']],
    ['all my files are encrypted and a note wants bitcoin', 'malware', ['T1486']],
    ['found a usb stick in the car park and plugged it in', 'malware', ['T1091']],
    ['he copied the customer list to a private usb stick before he left', 'insider_threat', ['T1052']],
    ['the caller said he was from Microsoft and I let him in with AnyDesk', 'social_engineering', ['T1656', 'T1219']],
    ['we paid 40,000 euros to the new bank account, the real supplier never changed it', 'social_engineering', ['T1657']],
    ['our homepage shows a flag and says hacked by somebody', 'unauthorized_access', ['T1491']],
    ['UDP flood, 40 Gbps, the line is saturated', 'denial_of_service', ['T1498']],
  ] as const)('%s', (text, category, expected) => {
    expect(ids(text, category)).toEqual(expect.arrayContaining([...expected]));
  });

  it('quote the words of the report that led to them', () => {
    const description = 'Hello,\nI have CLICKED on the link in that mail.';
    for (const { span } of suggest(description, 'phishing')) expect(description.slice(span.start, span.end)).toBe(span.text);
    expect(suggest(description, 'phishing').find(({ id }) => id === 'T1204.001')?.span.text).toMatch(/CLICKED on/);
  });

  it.each([
    ['I did not click the link.', 'T1204.001'],
    ["i didn't click or open the link", 'T1204.001'],
    ['Nobody clicked the link.', 'T1204.001'],
    ['I stopped before I clicked the link.', 'T1204.001'],
    ['I have not opened the attachment.', 'T1204.002'],
    ['The attachment was never opened.', 'T1204.002'],
    ['No files are encrypted.', 'T1486'],
  ])('leave out what is denied: %s', (text, id) => {
    expect(ids(`A mail came. ${text}`, 'phishing')).not.toContain(id);
  });
  it.each(['No, I clicked the link.', 'I did not know it and clicked the link.', 'I did not answer but I clicked the link.', 'I not only clicked the link.'])('do not take a denial of something else for one: %s', (text) => {
    expect(ids(text, 'phishing')).toContain('T1204.001');
  });

  it('keep to plain words where it is everyday trouble', () => {
    expect(ids('The printer holds my letters to ransom again.', 'other')).toEqual([]);
    expect(ids('A trojan horse made of wood blocks the fire exit. Somebody clicked on something.', 'other')).toEqual([]);
  });
  it('name a sub-technique in place of its parent', () => {
    const found = ids('phishing mail with a link', 'phishing');
    expect(found).toContain('T1566.002');
    expect(found).not.toContain('T1566');
  });
  it('are six at most, in the order of an attack', () => {
    const all = techniqueRules.flatMap(({ cues }) => cues.slice(0, 2)).map((cue) => cue.replaceAll('~', '').replaceAll('*', '').replace(/\|\S+/g, '')).join('. ');
    const found = suggest(all, 'malware');
    expect(found.length).toBe(6);
    const places = found.map(({ id }) => techniqueRules.findIndex((rule) => rule.id === id));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('lie in any text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 1500 }), fc.constantFrom('phishing' as const, 'other' as const), (title, description, category) => {
        for (const { span } of suggest(description, category, title)) expect({ title, description, picture: '', affected: '' }[span.field].slice(span.start, span.end)).toBe(span.text);
      }),
      { numRuns: 60 },
    );
  });
  it.each([
    ['a word that begins many cues', 'mail '.repeat(2400)],
    ['a cue that is never finished', 'someone mail file account password '.repeat(340)],
    ['no end of a word', 'a'.repeat(12_000)],
    ['punctuation', '.,;:!?'.repeat(2000)],
  ])('take time in proportion to %s', (_, text) => {
    const once = (length: number): number => {
      const started = performance.now();
      for (let round = 0; round < 3; round++) suggest(text.slice(0, length), 'phishing');
      return performance.now() - started;
    };
    once(3000);
    expect(once(12_000)).toBeLessThan(Math.max(1500, 12 * once(3000)));
  });
});
