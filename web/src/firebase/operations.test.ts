import { afterEach, describe, expect, it, vi } from 'vitest';
import { OperationError, toOperationError } from './operations.ts';

afterEach(() => vi.unstubAllGlobals());

describe('what people read when an operation fails', () => {
  it('is the sentence of the server, without the status that the SDK appends', () => {
    const error = toOperationError({ code: 'functions/failed-precondition', message: 'Resolve it first. [412]', details: { status: 'open' } });
    expect(error).toMatchObject({ code: 'failed-precondition', message: 'Resolve it first.', details: { status: 'open' } });
  });

  it('calls an overlap a conflict, with the changes', () => {
    expect(toOperationError({ code: 'functions/aborted', message: 'Ada changed the severity. [409]', details: { changes: [1] } })).toMatchObject({
      code: 'conflict',
      message: 'Ada changed the severity.',
      details: { changes: [1] },
    });
  });

  it.each([
    [true, 'unreachable', 'The server could not be reached'],
    [false, 'offline', 'You are offline'],
  ])('tells a lost server from a lost network (online: %s)', (onLine, code, sentence) => {
    vi.stubGlobal('navigator', { onLine });
    const error = toOperationError({ code: 'functions/internal', message: 'internal [0]' });
    expect(error.code).toBe(code);
    expect(error.message).toContain(sentence);
  });

  it('asks to sign in again when the session is over', () => expect(toOperationError({ code: 'functions/unauthenticated', message: 'x' }).message).toContain('Sign in again'));
  it('never shows a bare code', () => {
    vi.stubGlobal('navigator', { onLine: true });
    for (const code of ['functions/deadline-exceeded', 'functions/unavailable', 'functions/resource-exhausted', 'functions/unknown', 'functions/cancelled']) {
      expect(toOperationError({ code, message: code.slice(10) }).message).toMatch(/^[A-Z].{15,}\.$/);
    }
    expect(toOperationError(undefined)).toBeInstanceOf(OperationError);
  });
});
