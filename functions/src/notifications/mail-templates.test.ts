import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileMails, inlineStyles } from '../../mail/compile.mjs';
import { noticeHtml, noticeText, unsubscribeHtml } from './mail-templates.ts';
import type { NoticeView } from './mail-view.ts';

const line = (text: string) => ({ text, when: '2026-01-15 12:34 UTC', href: 'https://secura.example/incidents/one' });
const view: NoticeView = {
  subject: 'Secura: yours', preheader: 'Open it.', name: 'Ana', lines: [line('One'), line('Two')],
  preferences: 'https://secura.example/inbox/preferences', unsubscribe: 'https://secura.example/api/unsubscribe/t.m', stops: 'all mails of notices',
};
const html = noticeHtml(view);

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
}

/** Reads HTML as a strict reader would. @throws where an element is not closed by its own end */
function parse(source: string): Element {
  const root: Element = { name: 'root', attributes: {}, text: '', children: [] };
  const open = [root];
  for (const [, comment, end, name, list, text] of source.matchAll(/(<!--[^]*?-->|<!doctype[^>]*>)|<(\/?)([a-z0-9:]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*>|([^<]+)/gi)) {
    const here = open.at(-1)!;
    if (comment) continue;
    if (text !== undefined) here.text += text;
    else if (end) {
      if (here.name !== name) throw new Error(`</${name}> ends <${here.name}>.`);
      open.pop();
    } else {
      const attributes = Object.fromEntries([...list!.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key, value]) => [key!, value ?? '']));
      const element: Element = { name: name!, attributes, text: '', children: [] };
      here.children.push(element);
      if (!['meta', 'input', 'br'].includes(name!)) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)!.name}> is not closed.`);
  return root;
}

const flat = (element: Element): Element[] => [element, ...element.children.flatMap(flat)];
const elements = flat(parse(html));
const all = (name: string): Element[] => elements.filter((element) => element.name === name);
const styleOf = ({ attributes }: Element, property: string): string | undefined => new RegExp(`(?:^|;)${property}:([^;]+)`).exec(attributes['style'] ?? '')?.[1]?.trim();

function contrast(one: string, other: string): number {
  const light = (hex: string): number => {
    const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe('the templates', () => {
  test('are compiled as they stand (npm run build --workspace functions)', () => {
    expect(readFileSync(new URL('mail-templates.ts', import.meta.url), 'utf8')).toBe(compileMails());
  });

  test('name no class that has no style', () => {
    expect(inlineStyles('<style inline>.a { color: red }</style><p class="a">x</p>')).toBe('<p style="color:red">x</p>');
    expect(() => inlineStyles('<p class="b">x</p>')).toThrow('no style names the class b');
  });
});

describe('a mail', () => {
  test('is whole: every element ends where it should, with any number of lines, with and without a way to stop it', () => {
    for (const lines of [[], [line('One')], Array.from({ length: 50 }, () => line('x'))]) {
      for (const unsubscribe of ['', view.unsubscribe]) expect(() => parse(noticeHtml({ ...view, lines, unsubscribe }))).not.toThrow();
    }
    expect(() => parse('<p><b>x</p>')).toThrow();
  });

  test('asks nobody for anything: no picture, script, font or sheet from elsewhere', () => {
    expect(html).not.toMatch(/<(img|script|link|iframe|form|object|svg)\b|@import|url\(|\ssrc=/i);
  });

  test('stands without a style sheet: layout by tables that a screen reader passes over, colours in the elements', () => {
    for (const table of all('table')) expect(table.attributes['role']).toBe('presentation');
    for (const element of elements.filter(({ name, text }) => ['p', 'a'].includes(name) && text.trim())) {
      for (const property of ['color', 'font-size']) {
        expect(styleOf(element, property) ?? (element.name === 'a' && 'as around'), `${element.text.trim()}: ${property}`).toBeTruthy();
      }
    }
    for (const element of elements.filter((one) => styleOf(one, 'background-color'))) {
      if (element.name === 'body' || element.name === 'table' || element.name === 'td') expect(element.attributes['bgcolor']).toBe(styleOf(element, 'background-color'));
    }
  });

  test('has for each line a button that is one without its style as well', () => {
    const buttons = all('td').filter(({ children }) => children.some(({ name, text }) => name === 'a' && text === 'Open in Secura'));
    expect(buttons).toHaveLength(2);
    for (const { attributes, children } of buttons) {
      expect(attributes['bgcolor']).toMatch(/^#/);
      expect(attributes['style']).toContain('mso-padding-alt');
      expect(children[0]!.attributes['href']).toBe('https://secura.example/incidents/one');
    }
  });

  test('can be read in the light and in the dark (contrast of 4.5 at least)', () => {
    const dark = new Map([...html.matchAll(/^\.([\w, .]+) \{([^}]*)\}$/gm)].flatMap(([, names, rule]) => names!.split(', .').map((name) => [name, rule!] as const)));
    const inDark = (name: string, property: string): string => new RegExp(`(?:^|[ ;])${property}: (#\\w{6}) !important`).exec(dark.get(name) ?? '')![1]!;
    const pairs: [string, string][] = [['words', 'card'], ['small', 'card'], ['small', 'page'], ['brand', 'page'], ['link', 'page'], ['label', 'go']];
    for (const [front, back] of pairs) {
      expect(contrast(inDark(front, 'color'), inDark(back, 'background-color')), `${front} on ${back}, dark`).toBeGreaterThanOrEqual(4.5);
      const [over, under] = [front, back].map((name) => elements.find(({ attributes }) => attributes['class']?.split(' ').includes(name))!) as [Element, Element];
      expect(contrast(styleOf(over, 'color')!, styleOf(under, 'background-color')!), `${front} on ${back}, light`).toBeGreaterThanOrEqual(4.5);
    }
    expect(html).toContain('name="color-scheme" content="light dark"');
  });

  test('begins with what a list of mails shows, unseen in the mail itself', () => {
    const [first] = all('body')[0]!.children;
    expect(first!.text).toBe('Open it.');
    expect(first!.attributes['style']).toMatch(/display:none.*mso-hide:all/);
  });

  test('escapes every value wherever it stands, in the page as well', () => {
    const bad = `"><script>alert(1)</script>&\``;
    const hostile = noticeHtml({ subject: bad, preheader: bad, name: bad, lines: [{ text: bad, when: bad, href: bad }], preferences: bad, unsubscribe: bad, stops: bad });
    for (const page of [hostile, unsubscribeHtml({ title: bad, text: bad, asks: true })]) {
      expect(page).not.toContain('<script');
      expect(flat(parse(page)).filter(({ name }) => name === 'script')).toEqual([]);
    }
  });

  test('is as whole in plain text', () => {
    expect(noticeText(view)).toBe(
      'Hello Ana,\n\nOne\n2026-01-15 12:34 UTC\nhttps://secura.example/incidents/one\n\nTwo\n2026-01-15 12:34 UTC\nhttps://secura.example/incidents/one\n\nSecura sends you this because of what you chose to be told of.\nChange it: https://secura.example/inbox/preferences\nStop all mails of notices: https://secura.example/api/unsubscribe/t.m\n',
    );
    expect(noticeText({ ...view, unsubscribe: '' })).not.toContain('Stop');
  });
});

test('the page that stops mails asks with one button, and needs nothing from anywhere', () => {
  const page = flat(parse(unsubscribeHtml({ title: 'Stop these mails?', text: 'x', asks: true })));
  expect(page.filter(({ name }) => name === 'button')).toHaveLength(1);
  expect(page.find(({ name }) => name === 'form')!.attributes).toEqual({ method: 'post' });
  expect(unsubscribeHtml({ title: 'Stopped', text: 'x', asks: false })).not.toContain('<form');
});
