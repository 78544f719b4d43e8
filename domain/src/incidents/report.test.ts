import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PostMessageInput } from '../conversation/operations.ts';
import { PublishAlertInput, WithdrawAlertInput } from '../notifications/alert.ts';
import { CreateProfileInput, SetWorkStateInput } from '../people/operations.ts';
import { AssignmentRule } from '../settings/assignment.ts';
import { CreateTaskInput, UpdateTaskInput } from '../tasks/operations.ts';
import * as operations from './operations.ts';
import { QueueFilter } from './queue.ts';
import { ReportInput } from './report.ts';

const good = { title: 'Strange e-mail', description: 'It asked for my password.', location: 'Office 3', occurredAt: '2026-01-15T12:00:00Z', noticedHow: 'saw_it', affected: 'me' };
const id = 'A1B2C3D4E5';

/** Every schema at a door, with an input that it takes. */
const doors: Record<string, [schema: z.ZodType, input: Record<string, unknown>]> = {
  ReportInput: [ReportInput, good],
  CreateInput: [operations.CreateInput, { ...good, id }],
  GetInput: [operations.GetInput, { id }],
  ListInput: [operations.ListInput, { status: 'active', limit: 10 }],
  UpdateInput: [operations.UpdateInput, { id, changes: { title: 'A better title' } }],
  AssignInput: [operations.AssignInput, { id, uids: ['someone'] }],
  UnassignInput: [operations.UnassignInput, { id, uids: ['someone'] }],
  SetSeverityInput: [operations.SetSeverityInput, { id, severity: 'high', reason: 'It spreads.' }],
  SetCategoryInput: [operations.SetCategoryInput, { id, category: 'malware', reason: 'It ran.' }],
  TransitionInput: [operations.TransitionInput, { id, to: 'resolved', resolutionCode: 'mitigated', summary: 'The sender was blocked.', rootCause: 'No filter.' }],
  ReopenInput: [operations.ReopenInput, { id, reason: 'It came back.' }],
  RetriageInput: [operations.RetriageInput, { id, expectedVersion: 3 }],
  ReviewTriageInput: [operations.ReviewTriageInput, { id, decision: 'accepted' }],
  ReviewTechniqueInput: [operations.ReviewTechniqueInput, { id, techniqueId: 'T1566.002', decision: 'rejected', reason: 'There was no link.' }],
  CreateTaskInput: [CreateTaskInput, { id, title: 'Ask the mail team.', assigneeUid: 'someone', dueAt: '2026-03-01T12:00:00Z' }],
  UpdateTaskInput: [UpdateTaskInput, { id, taskId: 'block-domains', changes: { status: 'done' } }],
  VerifyChainInput: [operations.VerifyChainInput, { id }],
  QueueFilter: [QueueFilter, { severity: 'high', sort: 'severity' }],
  PostMessageInput: [PostMessageInput, { incidentId: id, text: 'Hello.' }],
  CreateProfileInput: [CreateProfileInput, { name: 'Eve Adams', department: 'Finance' }],
  SetWorkStateInput: [SetWorkStateInput, { kind: 'available' }],
  PublishAlertInput: [PublishAlertInput, { title: 'Phishing wave', text: 'Do not open invoices.', severity: 'high', hours: 24 }],
  WithdrawAlertInput: [WithdrawAlertInput, { id }],
  AssignmentRule: [AssignmentRule, { mode: 'off' }],
};

const hostile = fc.oneof(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }), fc.string({ unit: 'binary' }), fc.constantFrom<unknown>({ length: { valueOf: 1, toString: 1 } }, '', '\u202E', 'x'.repeat(10_000), '__proto__', NaN, Infinity, -1, [], {}));

describe.each(Object.entries(doors))('%s', (_name, [schema, input]) => {
  const throwsOnlyZod = (value: unknown): void => {
    try {
      schema.parse(value);
    } catch (error) {
      expect(error).toBeInstanceOf(z.ZodError);
    }
  };

  it('takes a good input', () => expect(schema.safeParse(input).error).toBeUndefined());
  it('throws nothing but a ZodError, whatever comes in its place', () => {
    fc.assert(fc.property(hostile, throwsOnlyZod), { numRuns: 300 });
  });
  it('throws nothing but a ZodError, whatever comes in one of its fields', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(input)), hostile, (field, value) => throwsOnlyZod({ ...input, [field]: value })),
      { numRuns: 500 },
    );
  });
  it('refuses a field that it does not know', () => {
    const unknown = fc.string({ minLength: 1, maxLength: 20 }).map((name) => `x${name}`);
    fc.assert(
      fc.property(unknown, fc.anything(), (field, value) => void expect(schema.safeParse({ ...input, [field]: value }).success).toBe(false)),
      { numRuns: 50 },
    );
    for (const field of ['role', 'isAdmin', 'constructor', 'version']) expect(schema.safeParse({ ...input, [field]: 'admin' }).success, field).toBe(false);
  });
  it('takes nothing over from a forged prototype', () => {
    const forged: unknown = JSON.parse(`{"__proto__": {"role": "admin"}, ${JSON.stringify(input).slice(1)}`);
    const { data } = schema.safeParse(forged);
    expect((data as { role?: string } | undefined)?.role).toBeUndefined();
    expect(({} as { role?: string }).role).toBeUndefined();
  });
  it('refuses a pasted megabyte in any of its texts at once', () => {
    for (const [field, value] of Object.entries(input)) {
      if (typeof value !== 'string') continue;
      const started = performance.now();
      expect(schema.safeParse({ ...input, [field]: 'a\u0301 '.repeat(350_000) }).success, field).toBe(false);
      expect(performance.now() - started, field).toBeLessThan(500);
    }
  });
  it('answers with sentences for people', () => {
    const { error } = schema.safeParse(Object.fromEntries(Object.keys(input).map((field) => [field, { wrong: true }])));
    for (const { message } of error!.issues) expect(message).toMatch(/^[A-Z“"].{5,}/);
  });
});

describe('a report', () => {
  it('turns optional answers that are empty into null', () => {
    expect(ReportInput.parse({ title: good.title, description: good.description, location: '  ', affected: '\u200B' })).toEqual({
      title: good.title,
      description: good.description,
      location: null,
      occurredAt: null,
      noticedHow: null,
      affected: null,
    });
  });
  it('keeps HTML as the text that it is', () => {
    expect(ReportInput.parse({ ...good, title: '<img src=x onerror=alert(1)>' }).title).toBe('<img src=x onerror=alert(1)>');
  });
  it('makes one line of a title and keeps the lines of a description', () => {
    const parsed = ReportInput.parse({ ...good, title: 'one\r\n two\u202E', description: 'first line\r\nsecond line' });
    expect(parsed).toMatchObject({ title: 'one two', description: 'first line\nsecond line' });
  });
  it('needs a moment with a zone', () => {
    for (const occurredAt of ['2026-01-15', '2026-01-15T12:00', 'yesterday', '2026-13-45T12:00:00Z', 1_768_478_400_000]) expect(ReportInput.safeParse({ ...good, occurredAt }).success).toBe(false);
    expect(ReportInput.safeParse({ ...good, occurredAt: '2026-01-15T13:00:00+01:00' }).success).toBe(true);
  });
});
