import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categories, severities } from '../../incidents/vocabulary.ts';
import { loadAttack } from '../attack.ts';
import type { Fact } from '../result.ts';
import { techniqueRules } from '../techniques/suggest.ts';
import { planLibrary, responsePlan } from './plan.ts';
import type { Situation } from './situation.ts';

const nothing: Situation = { category: 'phishing', severity: 'medium', facts: [], techniques: [], observables: [], similarNeeded: [] };
const fact = (key: string, text: string): Fact => ({ key, span: { field: 'description', start: 0, end: text.length, text } });
const technique = (id: string, name: string, text: string) => ({ id, name, span: { text } });
const plan = (situation: Partial<Situation>) => responsePlan({ ...nothing, ...situation });
const stepOf = (situation: Partial<Situation>, id: string) => plan(situation).find((step) => step.id === id);
const phases = ['contain', 'eradicate', 'recover', 'learn'];

describe('the library', () => {
  it('names each step once', () => {
    expect(new Set(planLibrary.map(({ id }) => id)).size).toBe(planLibrary.length);
    expect(new Set(planLibrary.map(({ step }) => step)).size).toBe(planLibrary.length);
  });
  it('rests on mitigations of ATT&CK and controls of NIST SP 800-53 that exist', async () => {
    const { mitigations, controls } = await loadAttack();
    for (const { id, source } of planLibrary) expect(source.startsWith('M') ? mitigations[source] : controls[source], `${id}: ${source}`).toBeDefined();
  });
  it('speaks of techniques that exist, and of steps that exist', async () => {
    const { techniques } = await loadAttack();
    for (const { id, occasions, insteadOf = [] } of planLibrary) {
      for (const wanted of occasions.flatMap((occasion) => occasion.technique ?? [])) expect(techniques[wanted], `${id}: ${wanted}`).toBeDefined();
      for (const other of insteadOf) expect(planLibrary.map((step) => step.id)).toContain(other);
    }
  });
  it('knows something to do against every technique that can be suggested', () => {
    const known = planLibrary.flatMap(({ occasions }) => occasions.flatMap((occasion) => occasion.technique ?? []));
    const none = techniqueRules.filter(({ id }) => !known.some((wanted) => id === wanted || id.startsWith(`${wanted}.`))).map(({ id }) => id);
    expect(none).toEqual([]);
  });
});

describe('a plan', () => {
  it('has 5 to 12 steps, none twice, in the order of the phases and of the target times, whatever happened', () => {
    const anyFacts = fc.subarray(planLibrary.flatMap(({ occasions }) => occasions.flatMap((occasion) => (occasion.fact ?? []) as string[])));
    const anyTechniques = fc.subarray(techniqueRules.map(({ id, name }) => technique(id, name, name)), { maxLength: 8 });
    const anyObservables = fc.array(fc.record({ kind: fc.constantFrom('domain', 'url', 'ipv4', 'email', 'sha256', 'iban', 'odd'), value: fc.string({ maxLength: 200 }).filter((value) => !/[{}]/.test(value)) }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...categories), fc.constantFrom(...severities), anyFacts, anyTechniques, anyObservables, fc.subarray(planLibrary.map(({ id }) => ({ step: id, numbers: ['INC-2026-0001'] }))), (category, severity, facts, techniques, observables, similarNeeded) => {
        const steps = responsePlan({ category, severity, facts: facts.map((key) => fact(key, key)), techniques, observables, similarNeeded });
        expect(steps.length).toBeGreaterThanOrEqual(5);
        expect(steps.length).toBeLessThanOrEqual(12);
        expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
        const order = steps.map(({ phase, similar, hours }) => phases.indexOf(phase) * 1e6 + (similar ? 0 : 1e5) + hours);
        expect(order).toEqual([...order].sort((a, b) => a - b));
        for (const { step, why } of steps) {
          expect(step).not.toMatch(/\{[a-z]+\}|undefined/);
          expect(why.length).toBeGreaterThan(10);
        }
      }),
      { numRuns: 300 },
    );
  });
  it('resets the password when one was given away, and says by which words it knows', () => {
    expect(stepOf({}, 'reset-credentials')).toBeUndefined();
    expect(stepOf({ facts: [fact('gave-password', 'entered my password')] }, 'reset-credentials')).toMatchObject({ phase: 'contain', owner: 'it', why: '“entered my password”: a stolen password works until it is changed.', source: 'ATT&CK M1027' });
  });
  it('isolates the device when something was opened', () => {
    expect(stepOf({ facts: [fact('opened-file', 'opened the attachment')] }, 'isolate-device')?.step).toContain('leave it switched on');
    expect(stepOf({}, 'isolate-device')).toBeUndefined();
  });
  it('wipes a lost device, and not when somebody merely came in', () => {
    expect(stepOf({ category: 'physical_security', facts: [fact('unencrypted', 'not encrypted')] }, 'remote-wipe')?.why).toContain('whoever has it can read it');
    expect(stepOf({ category: 'physical_security', facts: [fact('stranger', 'no badge')] }, 'remote-wipe')).toBeUndefined();
    expect(stepOf({ category: 'physical_security', facts: [fact('stranger', 'no badge')] }, 'walk-through')).toBeDefined();
  });
  it('calls the bank within the first hour at any severity', () => {
    for (const severity of severities) expect(stepOf({ category: 'social_engineering', severity, facts: [fact('paid', 'paid 40,000')] }, 'call-bank')?.hours).toBe(1);
  });
  it('is in more of a hurry the more severe it is', () => {
    const hours = severities.map((severity) => stepOf({ severity }, 'pull-back-mail')?.hours);
    expect(hours).toEqual([3, 2, 1, 0.5]);
  });
  it('names the domains of the report so that nobody can click them, in place of the step without names', () => {
    const steps = plan({ observables: [{ kind: 'url', value: 'https://evil.example/login?a=b' }, { kind: 'domain', value: 'evil.example' }, { kind: 'domain', value: 'worse.example' }] });
    expect(steps.find(({ id }) => id === 'block-domains')?.step).toBe('Block evil[.]example, worse[.]example at the mail and web gateways.');
    expect(steps.map(({ id }) => id)).not.toContain('block-lure');
  });
  it('follows the techniques', () => {
    const because = stepOf({ techniques: [technique('T1114.003', 'Email Forwarding Rule', 'rule that forwards')] }, 'remove-mail-rules')?.why;
    expect(because).toBe('“rule that forwards” (T1114.003): until then every mail is read along.');
    expect(stepOf({}, 'remove-mail-rules')).toBeUndefined();
  });
  it('moves up what similar incidents needed, and says so', () => {
    const before = plan({});
    const after = plan({ similarNeeded: [{ step: 'pull-back-mail', numbers: ['INC-2026-0007'] }, { step: 'end-sessions', numbers: ['INC-2026-0007', 'INC-2026-0009'] }] });
    expect(before.map(({ id }) => id)).not.toContain('end-sessions');
    expect(after.slice(0, 2).map(({ id }) => id).sort()).toEqual(['end-sessions', 'pull-back-mail']);
    expect(after.find(({ id }) => id === 'end-sessions')?.why).toBe('Also needed in INC-2026-0007, INC-2026-0009.');
    expect(before.every(({ similar, why }) => !similar && !why.includes('Also needed'))).toBe(true);
  });
  it('names no indicators where there are none, even if similar incidents had some', () => {
    expect(plan({ similarNeeded: [{ step: 'block-domains', numbers: ['INC-2026-0007'] }] }).map(({ id }) => id)).not.toContain('block-domains');
  });
});
