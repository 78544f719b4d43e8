import { describe, expect, it } from 'vitest';
import { evidenceLimits } from '../../domain/src/evidence/evidence.ts';
import { discoveryMethods } from '../../domain/src/incidents/vocabulary.ts';
import { reportLimits } from '../../domain/src/incidents/report.ts';
import { attachmentLimit, editLimit, editWindowMs, mentionLimit, messageLimit } from '../../domain/src/conversation/message.ts';
import { rulesOf } from './world.ts';

const withoutComments = (source: string): string => source.replace(/^\s*\/\/.*$/gm, '');

/** The text between a brace and its partner. */
function block(source: string, open: number): string {
  let depth = 0;
  for (let at = open; at < source.length; at++) {
    if (source[at] === '{') depth += 1;
    if (source[at] === '}' && --depth === 0) return source.slice(open + 1, at);
  }
  throw new Error('The braces do not match.');
}

function functionsOf(source: string): Map<string, string> {
  const found = [...source.matchAll(/function (\w+)\([^)]*\) \{/g)];
  return new Map(found.map((match) => [match[1]!, block(source, match.index + match[0].length - 1)]));
}

const allowsOf = (source: string): string[] => [...source.matchAll(/allow [\w, ]+: if ([^;]+);/g)].map((match) => match[1]!);

/** Documents that an expression may ask for, through all functions that it calls. The same one asked twice is one access call. */
function documentsAsked(expression: string, functions: Map<string, string>): Set<string> {
  const documents = new Set<string>();
  const seen = new Set<string>();
  const visit = (text: string): void => {
    for (const [, path] of text.matchAll(/\b(?:get|exists|getAfter)\((\/(?:[^()]|\([^()]*\))*)\)/g)) documents.add(path!);
    for (const [name, body] of functions) {
      if (seen.has(name) || !new RegExp(`\\b${name}\\(`).test(text)) continue;
      seen.add(name);
      visit(body);
    }
  };
  visit(expression);
  return documents;
}

describe.each([
  ['firestore', 10, 3],
  ['storage', 2, 2],
] as const)('the rules of %s', (service, allowed, expected) => {
  const file = rulesOf(service);
  const source = withoutComments(file);
  const functions = functionsOf(source);
  const allows = allowsOf(source);

  it('are found by this test', () => {
    expect(functions.size).toBeGreaterThan(3);
    expect(allows.length).toBe(source.match(/\ballow\b/g)!.length);
  });
  it(`need at most ${expected} of ${allowed} access calls for any operation`, () => {
    for (const allow of allows) expect(documentsAsked(allow, functions).size, allow).toBeLessThanOrEqual(expected);
    expect(Math.max(...allows.map((allow) => documentsAsked(allow, functions).size))).toBe(expected);
  });
  it('ask for the live profile before anything else is decided', () => {
    const ownProfile = 'request.auth != null && uid == request.auth.uid';
    for (const allow of allows) if (allow !== ownProfile) expect(allow.startsWith('active()'), allow).toBe(true);
  });
  it('are smaller than a quarter of what Firebase takes', () => expect(Buffer.byteLength(file)).toBeLessThan(64 * 1024));
  it('have no function with more than 10 variables', () => {
    for (const [name, body] of functions) expect(body.match(/\blet\b/g)?.length ?? 0, name).toBeLessThanOrEqual(10);
  });
  it('never open a path to everybody', () => expect(source).not.toMatch(/if true|\{\w+=\*\*\}|allow [\w, ]+;/));
});

describe('the bounds in the rules are those of the domain', () => {
  const source = rulesOf('firestore');
  it('for a report', () => {
    expect(source).toContain(`isLine(data.title, 3, ${reportLimits.title})`);
    expect(source).toContain(`isText(data.description, 10, ${reportLimits.description})`);
    expect(source).toContain(`isLineOrNull(data.location, ${reportLimits.location})`);
    expect(source).toContain(`isLineOrNull(data.affected, ${reportLimits.affected})`);
    expect(source).toContain(`data.noticedHow in [${discoveryMethods.map((method) => `'${method}'`).join(', ')}]`);
  });
  it('for a message', () => {
    expect(source).toContain(`isText(data.text, 1, ${messageLimit})`);
    expect(source).toContain(`isText(after.text, 1, ${messageLimit})`);
    expect(source.match(/mentions\.size\(\) <= (\d+)/g)).toEqual(Array.from({ length: 2 }, () => `mentions.size() <= ${mentionLimit}`));
    expect(source).toContain(`data.attachments.size() <= ${attachmentLimit}`);
    expect(source).toContain(`earlier.size() < ${editLimit}`);
    expect(source).toContain(`duration.value(${editWindowMs / 60_000}, 'm')`);
  });
  it('for evidence, here and in Storage', () => {
    expect(source).toContain(`isLine(data.name, 1, ${evidenceLimits.name})`);
    expect(source).toContain(`.get('evidence', 0) < ${evidenceLimits.files}`);
    for (const rules of [source, rulesOf('storage')]) expect(rules).toContain('size <= 10 * 1024 * 1024');
    for (const rules of [source, rulesOf('storage')]) expect(rules).toContain('<= 100 * 1024 * 1024');
    expect(evidenceLimits).toMatchObject({ bytes: 10 * 1024 * 1024, totalBytes: 100 * 1024 * 1024 });
  });
});
