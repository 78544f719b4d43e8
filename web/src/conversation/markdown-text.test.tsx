import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, it } from 'vitest';
import { MarkdownText } from './markdown-text.tsx';

const draw = (text: string): string => renderToStaticMarkup(createElement(MemoryRouter, null, createElement(MarkdownText, { text, names: ['Ana <b>'] })));

it('draws nothing but its own few elements, whatever is written', () => {
  const hostile = [
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '**<b onclick="x">**', '`</code><script>`', '```\n</pre><svg onload=1>\n```', '> <iframe src=//e>',
    '[<i>](https://evil.example/"><script>)', '[x](javascript:alert(1))', '[x](/\\evil.example)', '@Ana <b>', '- <style>', '1. &lt;script&gt;', '[a](https://e.example/?"onmouseover="x)',
  ];
  for (const one of hostile) {
    for (const text of [one, `a ${one} b`, `**${one}**`, `${one}\n${one}`]) {
      const tags = [...draw(text).matchAll(/<\/?([^\s>/]+)([^>]*)>/g)].map(([, name, attributes]) => ({ name, attributes: attributes!.replace(/ (class|title)="[^"<>]*"/g, '').replace(/ ?\/$/, '') }));
      for (const { name, attributes } of tags) {
        expect(['div', 'p', 'span', 'strong', 'em', 'code', 'pre', 'ul', 'ol', 'li', 'br', 'blockquote'], text).toContain(name);
        expect(attributes, text).toBe('');
      }
    }
  }
});

it('shows an address outside defanged, and a way within the app as a link', () => {
  expect(draw('see https://evil.example/x')).toContain('hxxps[:]//evil[.]example/x');
  expect(draw('[here](https://evil.example/x)')).not.toContain('href');
  expect(draw('[the case](/incidents/abc)')).toContain('href="/incidents/abc"');
});
