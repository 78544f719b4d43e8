import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canReopen, judgeTransition, needsRootCause, nextStatuses, type TransitionRequest } from './lifecycle.ts';
import { resolutionCodes, severities, statuses, type Status } from './vocabulary.ts';

/** The lifecycle as one would tell it; everything below is checked against these lines. */
const told = `
  An open incident can become investigating or resolved.
  An investigating incident can become contained or resolved.
  A contained incident can become investigating or resolved.
  A resolved incident can become closed.
  A closed incident can become nothing.
`;

const moves = new Map(
  [...told.matchAll(/An? (\w+) incident can become (.+)\./g)].map(([, from, to]) => [from as Status, to === 'nothing' ? [] : (to!.split(' or ') as Status[])]),
);

const none = [undefined, ''] as const;
const requests: TransitionRequest[] = statuses.flatMap((from) =>
  statuses.flatMap((to) =>
    [null, ...severities].flatMap((severity) =>
      [undefined, ...resolutionCodes].flatMap((resolutionCode) =>
        [...none, 'The sender was blocked.'].flatMap((summary) =>
          [...none, 'There was no filter.'].flatMap((rootCause) => [undefined, false, true].map((override) => ({ from, to, severity, resolutionCode, summary, rootCause, override }))),
        ),
      ),
    ),
  ),
);

/** The field that is wrong, or null when the move is good: in the order in which a form asks. */
function wrongField({ from, to, severity, resolutionCode, summary, rootCause, override }: TransitionRequest): string | null {
  const usual = moves.get(from)!.includes(to);
  // An administrator may file an incident away from any status; no override undoes a resolution, which is reopening.
  const filedAway = override === true && to === 'closed' && from !== 'closed';
  if (!usual && !filedAway) return 'to';
  if (to !== 'resolved') return null;
  if (!resolutionCode) return 'resolutionCode';
  if (!summary) return 'summary';
  if (override) return null;
  // Only a real incident had something to contain; even a false alarm of that weight has a cause.
  if (resolutionCode === 'mitigated' && from !== 'contained') return 'resolutionCode';
  if ((severity === 'high' || severity === 'critical') && !rootCause) return 'rootCause';
  return null;
}

describe('the lifecycle', () => {
  it('is told whole', () => expect([...moves.keys()]).toEqual([...statuses]));

  for (const from of statuses) {
    for (const to of statuses) {
      const cases = requests.filter((request) => request.from === from && request.to === to);
      it(`judges ${from} → ${to} as told, in all ${cases.length} combinations`, () => {
        for (const request of cases) {
          const verdict = judgeTransition(request);
          expect(verdict.ok ? null : verdict.field, JSON.stringify(request)).toBe(wrongField(request));
        }
      });
    }
  }

  it('says "overridden" just when the same move without the override is refused', () => {
    for (const request of requests.filter(({ override }) => override)) {
      const verdict = judgeTransition(request);
      if (verdict.ok) expect(verdict.overridden, JSON.stringify(request)).toBe(!judgeTransition({ ...request, override: false }).ok);
    }
  });
  it('gives every refusal a sentence', () => {
    for (const request of requests) {
      const verdict = judgeTransition(request);
      if (!verdict.ok) expect(verdict.reason).toMatch(/^[A-Z].+\.$/);
    }
  });
  it('offers as next just what can be judged good', () => {
    for (const from of statuses) {
      const good = statuses.filter((to) => requests.some((request) => request.from === from && request.to === to && !request.override && judgeTransition(request).ok));
      expect([...nextStatuses(from)].sort()).toEqual(good.sort());
    }
  });
  it('reopens what is resolved or closed, and nothing else', () => {
    expect(statuses.filter(canReopen)).toEqual(['resolved', 'closed']);
  });
  it('asks for a root cause from high severity on', () => {
    expect([null, ...severities].filter(needsRootCause)).toEqual(['high', 'critical']);
  });
});

describe('any course of an incident', () => {
  const step = fc.record({
    to: fc.constantFrom(...statuses),
    severity: fc.constantFrom(null, ...severities),
    resolutionCode: fc.option(fc.constantFrom(...resolutionCodes), { nil: undefined }),
    summary: fc.option(fc.string(), { nil: undefined }),
    rootCause: fc.option(fc.string(), { nil: undefined }),
    override: fc.boolean(),
  });
  const course = (steps: Omit<TransitionRequest, 'from'>[]): { from: Status; to: Status; overridden: boolean; request: TransitionRequest }[] => {
    let from: Status = 'open';
    const taken = [];
    for (const next of steps) {
      const request = { ...next, from };
      const verdict = judgeTransition(request);
      if (!verdict.ok) continue;
      taken.push({ from, to: next.to, overridden: verdict.overridden, request });
      from = next.to;
    }
    return taken;
  };

  it('never leaves resolved but for closed, and never leaves closed', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        for (const { from, to } of course(steps)) {
          if (from === 'resolved') expect(to).toBe('closed');
          expect(from).not.toBe('closed');
        }
      }),
    );
  });
  it('never reaches resolved without a code and a summary, override or not', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        for (const { to, request } of course(steps)) {
          if (to !== 'resolved') continue;
          expect(request.resolutionCode).toBeDefined();
          expect(request.summary).toBeTruthy();
        }
      }),
    );
  });
  it('is mitigated only out of containment unless an administrator overrode it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        for (const { from, to, overridden, request } of course(steps)) {
          if (to === 'resolved' && request.resolutionCode === 'mitigated' && !overridden) expect(from).toBe('contained');
        }
      }),
    );
  });
});
