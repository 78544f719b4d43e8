import { expect, it } from 'vitest';
import { knownObservables } from './known.ts';
import type { Observable } from './observable.ts';

const domain: Observable = { kind: 'domain', value: 'evil.example', scope: 'external' };

it('names what points outwards, each once, in the same order whatever order it came in', () => {
  const given: Observable[] = [{ kind: 'email', value: 'a@b.example', scope: 'external' }, domain, { kind: 'domain', value: 'bad.example', scope: 'external' }, domain];
  const wanted = [{ kind: 'domain', value: 'bad.example' }, { kind: 'domain', value: 'evil.example' }, { kind: 'email', value: 'a@b.example' }];
  expect(knownObservables(given)).toEqual(wanted);
  expect(knownObservables(given.toReversed())).toEqual(wanted);
});

it("never names the organisation's own or private ones, which nobody should block, nor links, whose hosts are named", () => {
  expect(knownObservables([{ ...domain, scope: 'own' }, { kind: 'ip', value: '10.0.0.5', scope: 'private' }, { kind: 'url', value: 'https://evil.example/a', scope: 'external' }])).toEqual([]);
});
