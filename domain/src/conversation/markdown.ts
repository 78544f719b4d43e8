/** A piece of a line. Text is text: whoever draws this never has to read it as markup. */
export type Inline =
  | { kind: 'text' | 'code' | 'mention'; text: string }
  | { kind: 'strong' | 'emphasis'; children: Inline[] }
  | { kind: 'link'; text: string; url: string };

export type Block =
  | { kind: 'paragraph' | 'quote'; lines: Inline[][] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'code'; text: string };

/**
 * Reads the small part of Markdown that messages may use: **strong**, *emphasis*, `code`, fenced code, lists, quotes,
 * [text](url), bare http(s) addresses and @names. Everything else, HTML above all, stays the text that it is.
 * Linear in the length of the text, whatever it holds.
 * @param names people who are named in the message, as they are called
 */
export function readMarkdown(text: string, names: readonly string[] = []): Block[] {
  const blocks: Block[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    if (line.startsWith('```')) {
      let end = at + 1;
      while (end < lines.length && !lines[end]!.startsWith('```')) end += 1;
      blocks.push({ kind: 'code', text: lines.slice(at + 1, end).join('\n') });
      at = end + 1;
      continue;
    }
    const { kind, ordered, rest } = lineKind(line);
    if (kind === 'blank') {
      at += 1;
      continue;
    }
    const content = readInline(rest, names);
    const last = at > 0 && lineKind(lines[at - 1]!).kind === kind ? blocks.at(-1) : undefined;
    if (kind === 'list') {
      if (last?.kind === 'list' && last.ordered === ordered) last.items.push(content);
      else blocks.push({ kind, ordered, items: [content] });
    } else if (last?.kind === kind) last.lines.push(content);
    else blocks.push({ kind, lines: [content] });
    at += 1;
  }
  return blocks;
}

function lineKind(line: string): { kind: 'blank' | 'paragraph' | 'quote' | 'list'; ordered: boolean; rest: string } {
  if (line.trim() === '') return { kind: 'blank', ordered: false, rest: '' };
  if (line.startsWith('> ')) return { kind: 'quote', ordered: false, rest: line.slice(2) };
  if (line.startsWith('- ') || line.startsWith('* ')) return { kind: 'list', ordered: false, rest: line.slice(2) };
  const number = /^\d{1,3}\. /.exec(line);
  if (number) return { kind: 'list', ordered: true, rest: line.slice(number[0].length) };
  return { kind: 'paragraph', ordered: false, rest: line };
}

type Wrapper = 'strong' | 'emphasis';

function readInline(text: string, names: readonly string[], inside: readonly Wrapper[] = []): Inline[] {
  const found: Inline[] = [];
  let plain = '';
  // What was looked for once without success is not there further on either: this keeps the reading linear.
  const absent = new Set<string>();
  const find = (mark: string, from: number): number => {
    if (absent.has(mark)) return -1;
    const end = text.indexOf(mark, from);
    if (end < 0) absent.add(mark);
    return end;
  };
  const push = (piece: Inline) => {
    if (plain !== '') found.push({ kind: 'text', text: plain });
    plain = '';
    found.push(piece);
  };
  for (let at = 0; at < text.length; ) {
    const char = text[at]!;
    if (char === '`') {
      const end = find('`', at + 1);
      if (end > at + 1) {
        push({ kind: 'code', text: text.slice(at + 1, end) });
        at = end + 1;
        continue;
      }
    } else if (char === '*') {
      const mark = text.startsWith('**', at) ? '**' : '*';
      const kind: Wrapper = mark === '**' ? 'strong' : 'emphasis';
      const from = at + mark.length;
      const end = inside.includes(kind) || isBlank(text[from]) ? -1 : find(mark, from + 1);
      if (end > 0 && !isBlank(text[end - 1])) {
        push({ kind, children: readInline(text.slice(from, end), names, [...inside, kind]) });
        at = end + mark.length;
        continue;
      }
    } else if (char === '[') {
      const middle = find('](', at + 1);
      const end = middle < 0 || middle - at > 500 ? -1 : find(')', middle + 2);
      const url = end > 0 ? text.slice(middle + 2, end) : '';
      if (middle > at + 1 && isAddress(url)) {
        push({ kind: 'link', text: text.slice(at + 1, middle), url });
        at = end + 1;
        continue;
      }
    } else if (char === 'h' || char === 'H') {
      const url = addressAt(text, at);
      if (url) {
        push({ kind: 'link', text: url, url });
        at += url.length;
        continue;
      }
    } else if (char === '@') {
      const name = names.filter((each) => text.startsWith(each, at + 1)).sort((a, b) => b.length - a.length)[0];
      if (name) {
        push({ kind: 'mention', text: `@${name}` });
        at += name.length + 1;
        continue;
      }
    }
    plain += char;
    at += 1;
  }
  if (plain !== '') found.push({ kind: 'text', text: plain });
  return found;
}

const isBlank = (char: string | undefined): boolean => char === undefined || char === ' ' || char === '\t';

/** Only http and https: nothing that runs or opens a program. A path of this app counts as well. */
function isAddress(url: string): boolean {
  return url.length <= 2000 && !/\s/.test(url) && (/^https?:\/\/[^/]/i.test(url) || /^\/(?![/\\])/.test(url));
}

function addressAt(text: string, at: number): string | null {
  const scheme = /^https?:\/\//i.exec(text.slice(at, at + 8))?.[0];
  if (!scheme || /[A-Za-z0-9]/.test(text[at - 1] ?? '')) return null;
  let end = at + scheme.length;
  while (end < text.length && end - at < 2000 && !/[\s<>"`]/.test(text[end]!)) end += 1;
  // A sentence ends after an address, not within it.
  while (end > at && /[.,;:!?)\]}*'"]/.test(text[end - 1]!)) end -= 1;
  return end > at + scheme.length ? text.slice(at, end) : null;
}
