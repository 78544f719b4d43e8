import { describe, expect, test } from 'vitest';
import { renderMail } from './mail-text.ts';

const at = new Date('2026-01-15T12:34:56Z');
const line = (text: string) => ({ text, link: '/incidents/one', at });
const origin = 'https://secura.example';

describe('a mail', () => {
  test('says one thing in its subject, and links into the app, in text as in HTML', () => {
    const { subject, text, html } = renderMail([line('Bob assigned INC-2026-0007 to you')], { name: 'Ana' }, origin);
    expect(subject).toBe('Secura: Bob assigned INC-2026-0007 to you');
    for (const part of [text, html]) {
      expect(part).toContain('Hello Ana,');
      expect(part).toContain('Bob assigned INC-2026-0007 to you');
      expect(part).toContain('2026-01-15 12:34 UTC');
      expect(part).toContain(`${origin}/incidents/one`);
      expect(part).toContain(`${origin}/inbox/preferences`);
    }
  });

  test('gathers several', () => {
    const { subject, text } = renderMail([line('One'), line('Two'), line('Three')], { name: 'Ana' }, origin);
    expect(subject).toBe('Secura: 3 notices');
    expect(text.indexOf('One')).toBeLessThan(text.indexOf('Three'));
  });

  test('can be read in the dark', () => {
    expect(renderMail([line('x')], { name: 'Ana' }, origin).html).toMatch(/color-scheme" content="light dark".*prefers-color-scheme: dark/s);
  });

  test('shows what people wrote as text, never as markup, and keeps it in one line', () => {
    const hostile = `<img src=x onerror=alert(1)>"'&\r\nBcc: everybody@example.com`;
    const { subject, html, text } = renderMail([line(hostile)], { name: '<script>Ana</script>\nX: y' }, origin);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toMatch(/<img|<script|onerror=alert\(1\)>/);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp; Bcc');
    expect(text).not.toMatch(/\nBcc:/);
  });

  test('of a very long text has a short subject', () => {
    expect(renderMail([line('x'.repeat(5000))], { name: 'Ana' }, origin).subject).toHaveLength(150);
  });

  test('needs something to tell', () => expect(() => renderMail([], { name: 'Ana' }, origin)).toThrow());
});
