/** What a mail's HTML shows as text, and where its links lead. Read in one pass; nothing of it is run or fetched. */
export function readHtml(source: string): { text: string; links: { text: string; target: string }[] } {
  const html = source.slice(0, mostHtml);
  const lower = html.toLowerCase();
  const links: { text: string; target: string }[] = [];
  let text = '';
  let link: { target: string; from: number } | null = null;
  let at = 0;
  const endLink = (): void => {
    if (link) links.push({ text: squeeze(text.slice(link.from)), target: link.target });
    link = null;
  };
  while (at < html.length && text.length < mostText && links.length < mostLinks) {
    const open = html.indexOf('<', at);
    text += entities(html.slice(at, open < 0 ? html.length : open));
    if (open < 0) break;
    const close = html.indexOf('>', open);
    if (close < 0) break;
    const tag = html.slice(open + 1, Math.min(close, open + longestTag));
    const name = /^\/?[a-z0-9]+/i.exec(tag)?.[0].toLowerCase() ?? '';
    at = close + 1;
    if (name === 'a' || name === '/a') {
      endLink();
      const target = name === 'a' ? attribute(tag, 'href') : null;
      if (target !== null) link = { target, from: text.length };
    } else if (name === 'form' || name === 'area') {
      const target = attribute(tag, name === 'form' ? 'action' : 'href');
      if (target !== null) links.push({ text: name === 'form' ? '(a form that sends what is typed)' : '(an area of a picture)', target });
    } else if (name === 'script' || name === 'style' || name === 'head') {
      const end = lower.indexOf(`</${name}`, at);
      at = end < 0 ? html.length : end;
    } else if (blocks.has(name)) text += '\n';
  }
  endLink();
  return { text: text.replace(/[ \t\u00A0]+/g, ' ').replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n').trim(), links };
}

const mostHtml = 2_000_000;
const mostText = 100_000;
const mostLinks = 500;
const longestTag = 8192;
const blocks = new Set(['br', 'p', '/p', 'div', '/div', 'tr', '/tr', 'li', 'h1', 'h2', 'h3', '/h1', '/h2', '/h3', 'hr', '/table']);

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 500);

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s{0,20}=\\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? null : entities(value).replace(/[\t\n\r]/g, '').trim().slice(0, 4000);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' };

function entities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole;
    const code = name[1]!.toLowerCase() === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
  });
}
