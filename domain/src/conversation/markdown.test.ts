import { describe, expect, it } from 'vitest';
import { readMarkdown, type Block, type Inline } from './markdown.ts';

const inline = (text: string, names: string[] = []): Inline[] => {
  const [block] = readMarkdown(text, names);
  if (block?.kind !== 'paragraph') throw new Error('Not a paragraph.');
  return block.lines[0]!;
};
const t = (text: string): Inline => ({ kind: 'text', text });

function textOf(pieces: readonly Inline[]): string {
  return pieces.map((piece) => ('children' in piece ? textOf(piece.children) : piece.text)).join('');
}

function allText(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === 'code' ? block.text : (block.kind === 'list' ? block.items : block.lines).map(textOf).join('\n'))).join('\n');
}

describe('what a message may look like', () => {
  it('marks strong, emphasised and verbatim words', () => {
    expect(inline('a **b *c* d** `e*f*`')).toEqual([t('a '), { kind: 'strong', children: [t('b '), { kind: 'emphasis', children: [t('c')] }, t(' d')] }, t(' '), { kind: 'code', text: 'e*f*' }]);
  });
  it('leaves marks without a partner alone', () => {
    for (const text of ['2 * 3 * 4', '**open', 'a ` b', '[no](link', '[x](javascript:alert(1))', '@nobody', 'snake_case_name']) expect(textOf(inline(text))).toBe(text);
    expect(inline('2 * 3 * 4')).toEqual([t('2 * 3 * 4')]);
  });
  it('knows lists, quotes and code', () => {
    expect(readMarkdown('Do:\n- one\n- two\n\n1. first\n2. then\n> said\n```\n<b>*x*</b>\n```').map((block) => block.kind)).toEqual(['paragraph', 'list', 'list', 'quote', 'code']);
    expect(readMarkdown('```\nnever closed')).toEqual([{ kind: 'code', text: 'never closed' }]);
  });
  it('takes only http, https and paths of this app for links', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc', '//evil.example', '/\\evil.example', 'vbscript:x', ' https://a.example']) {
      expect(inline(`[x](${url})`).some((piece) => piece.kind === 'link' && piece.url === url.trim() && piece.text === 'x'), url).toBe(false);
    }
    expect(inline('[x](https://a.example/b)')).toEqual([{ kind: 'link', text: 'x', url: 'https://a.example/b' }]);
    expect(inline('See https://a.example/b?c=d. Now.')).toEqual([t('See '), { kind: 'link', text: 'https://a.example/b?c=d', url: 'https://a.example/b?c=d' }, t('. Now.')]);
  });
  it('marks the people that are named, the longest name first', () => {
    expect(inline('Ask @Ana Ruiz, @Ana', ['Ana', 'Ana Ruiz'])).toEqual([t('Ask '), { kind: 'mention', text: '@Ana Ruiz' }, t(', '), { kind: 'mention', text: '@Ana' }]);
  });
});

/** The same texts each time, of what the reader looks for. */
function* someTexts(count: number): Generator<string> {
  const parts = ['*', '**', '`', '```', '[', '](', ')', '> ', '- ', '1. ', '\n', ' ', 'https://', 'http://a.b', '<script>', '</b>', '&amp;', '"', "'", '@Ana', 'word', 'javascript:', '\\', 'é🙂'];
  let seed = 7;
  const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  for (let made = 0; made < count; made++) yield Array.from({ length: 1 + next(24) }, () => parts[next(parts.length)]).join('');
}

describe('whatever somebody writes', () => {
  it('no word is lost and none invented', () => {
    const letters = (text: string) => text.match(/[a-zA-Z<&;é🙂]/gu)?.join('') ?? '';
    for (const text of someTexts(3000)) {
      const kept = allText(readMarkdown(text, ['Ana']));
      // A fence line is a mark as a whole, and an address in brackets is shown beside its text.
      if (!text.includes('```') && !text.includes('](')) expect(letters(kept), text).toEqual(letters(text));
    }
  });
  it('only http, https and paths become addresses', () => {
    const check = (pieces: readonly Inline[]): void => {
      for (const piece of pieces) {
        if ('children' in piece) check(piece.children);
        else if (piece.kind === 'link') expect(piece.url).toMatch(/^(https?:\/\/|\/(?![/\\]))/i);
      }
    };
    for (const text of someTexts(3000)) for (const block of readMarkdown(text)) if (block.kind !== 'code') (block.kind === 'list' ? block.items : block.lines).forEach(check);
  });
  it('is read in linear time', () => {
    for (const part of ['*', '**', '`', '[', '[a](', '@', 'h', 'http://', '*a ', '**a* ', '> ', '](']) {
      const started = performance.now();
      readMarkdown(part.repeat(40_000 / part.length), ['Ana']);
      expect(performance.now() - started, part).toBeLessThan(1500);
    }
  });
});
