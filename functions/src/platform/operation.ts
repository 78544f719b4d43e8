import { randomUUID } from 'node:crypto';
import { SecuraError } from '@secura/domain/platform/errors';
import { can, type Action, type Actor } from '@secura/domain/people/permissions';
import { onCall, type CallableFunction } from 'firebase-functions/v2/https';
import type { z } from 'zod';
import type { SecretParam } from './secrets.ts';
import { callerOf, liveActor, userRef, type Caller } from './actor.ts';
import { toHttpsError, toSecuraError } from './errors.ts';
import { idempotent } from './idempotency.ts';
import { spend, type Cost } from './limits.ts';
import { operationDone, operationFailed, operationRefused } from './logs.ts';

/** The live person, with what a report copies from the profile. */
export type LiveActor = Actor & { department: string; email: string };

/** What an operation's work is given. */
export interface Call<I> {
  caller: Caller;
  input: I;
  now: Date;
  requestId: string;
}

interface Description<I extends z.ZodType, O extends z.ZodType> {
  /** `area.name`; the callable is deployed as `area-name`. */
  name: `${string}.${string}`;
  summary: string;
  input: I;
  output: O;
  cost: Cost;
  /** Secrets that its callable may read. */
  secrets?: readonly SecretParam[];
  rest: { method: 'get' | 'post' | 'patch' | 'delete'; path: `/api/${string}` };
}

/** Something that people and programs may ask for: defined once, served as a callable and as a REST route. */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Description<I, O> {
  callable: CallableFunction<unknown, Promise<z.output<O>>>;
  /** Runs with everything but the transport: validation, permission, limits, log line. */
  serve(request: { door: 'callable' | 'rest'; caller: Caller | null; input: unknown; idempotencyKey: string | null; requestId: string }): Promise<z.output<O>>;
  /** Runs in this process as a person at a moment; for scripts. Checks everything but the rate limit. */
  invoke(call: { caller: Caller; input: z.input<I>; now: Date; requestId?: string }): Promise<z.output<O>>;
}

/**
 * Defines an operation whose permission does not depend on a stored subject: the live profile is read and the
 * permission decided before `run`.
 */
export function operation<I extends z.ZodType, O extends z.ZodType>(
  definition: Description<I, O> & { allow: Action | 'everyone'; run(call: Call<z.output<I>> & { actor: LiveActor }): Promise<z.output<O>> },
): Operation<I, O> {
  const { allow, run } = definition;
  return selfCheckingOperation({
    ...definition,
    async run(call) {
      const actor = liveActor(call.caller, await userRef(call.caller.uid).get());
      if (allow !== 'everyone' && !can(actor, allow)) throw new SecuraError('permission-denied', 'You are not allowed to do that.');
      return run({ ...call, actor });
    },
  });
}

/**
 * Defines an operation that holds the caller against the live profile by itself, because it reads the profile in
 * the same round trip (or transaction) as its subject.
 */
export function selfCheckingOperation<I extends z.ZodType, O extends z.ZodType>(
  definition: Description<I, O> & { run(call: Call<z.output<I>>): Promise<z.output<O>> },
): Operation<I, O> {
  const { name, input: inputSchema, output: outputSchema, cost, run } = definition;

  const invoke: Operation<I, O>['invoke'] = async ({ caller, input, now, requestId = randomUUID() }) =>
    outputSchema.parse(await run({ caller, input: inputSchema.parse(input), now, requestId }));

  const serve: Operation<I, O>['serve'] = async ({ door, caller, input, idempotencyKey, requestId }) => {
    const started = performance.now();
    const fields = { operation: name, door, uid: caller?.uid ?? null, requestId };
    try {
      if (!caller) throw new SecuraError('unauthenticated', 'Please sign in.');
      await spend(cost, caller.uid);
      const now = new Date();
      // The input is judged before the key is taken: a typing mistake must not use it up.
      const valid = inputSchema.parse(input);
      const work = async () => outputSchema.parse(await run({ caller, input: valid, now, requestId }));
      const output = idempotencyKey === null ? await work() : await idempotent({ operation: name, uid: caller.uid, key: idempotencyKey, input: valid }, now, work);
      operationDone({ ...fields, ms: elapsed(started) });
      return output;
    } catch (error) {
      const told = toSecuraError(error, requestId);
      if (told.code === 'internal') operationFailed(fields, error);
      else operationRefused({ ...fields, ms: elapsed(started), code: told.code, reason: told.message });
      throw told;
    }
  };

  const callable = onCall<unknown, Promise<z.output<O>>>({ enforceAppCheck: process.env['ENFORCE_APP_CHECK'] === 'true', secrets: [...(definition.secrets ?? [])] }, async (request) => {
    const { idempotencyKey, input } = splitKey(request.data);
    const caller = request.auth ? callerOf(request.auth.uid, request.auth.token) : null;
    const requestId = request.rawRequest.get('x-request-id')?.slice(0, 64) ?? randomUUID();
    try {
      return await serve({ door: 'callable', caller, input, idempotencyKey, requestId });
    } catch (error) {
      throw toHttpsError(toSecuraError(error, requestId));
    }
  });

  return { ...definition, callable, serve, invoke };
}

const keyPattern = /^[A-Za-z0-9_-]{8,100}$/;

// A callable has no headers of its own, so the key travels beside the input's members.
function splitKey(data: unknown): { idempotencyKey: string | null; input: unknown } {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return { idempotencyKey: null, input: data };
  const { idempotencyKey, ...input } = data as Record<string, unknown>;
  return { idempotencyKey: typeof idempotencyKey === 'string' && keyPattern.test(idempotencyKey) ? idempotencyKey : null, input };
}

function elapsed(since: number): number {
  return Math.round((performance.now() - since) * 10) / 10;
}
