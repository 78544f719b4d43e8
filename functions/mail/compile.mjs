// Compiles the mail templates beside this file into functions of TypeScript: styles of classes go into the elements, because
// mail programs drop or rewrite style sheets; every value is escaped; a value that the view has not fails the type check.
import { readFileSync } from 'node:fs';

/** Template, the function that it becomes, its view, and how a value gets into it. */
const templates = [
  ['notice.html', 'noticeHtml', 'NoticeView', 'escapeHtml'],
  ['notice.txt', 'noticeText', 'NoticeView', 'oneLine'],
  ['unsubscribe.html', 'unsubscribeHtml', 'UnsubscribeView', 'escapeHtml'],
];

const head = `// Made from functions/mail by \`npm run build --workspace functions\`; change it there.
import { escapeHtml, oneLine, type NoticeView, type UnsubscribeView } from './mail-view.ts';
`;

/** The whole of functions/src/notifications/mail-templates.ts. */
export function compileMails() {
  const functions = templates.map(([file, name, view, escape]) => {
    const source = readFileSync(new URL(file, import.meta.url), 'utf8');
    const inlined = file.endsWith('.html') ? shrink(inlineStyles(source, file)) : source.trimEnd();
    return `\nexport const ${name} = (view: ${view}): string =>\n  \`${toLiteral(inlined, escape)}\`;\n`;
  });
  return head + functions.join('');
}

/** Takes `<style inline>` away and writes its rules, all of one class each, into the elements of these classes. */
export function inlineStyles(html, file = 'template') {
  const rules = new Map();
  const rest = html.replace(/<style inline>([^]*?)<\/style>\s*/, (_, css) => {
    for (const [, name, body] of css.matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g)) {
      rules.set(name, body.split(';').map((line) => line.trim()).filter(Boolean).join(';').replace(/:\s+/g, ':'));
    }
    return '';
  });
  const kept = new Set([...rest.matchAll(/\.([\w-]+)(?=[^<{}]*\{)/g)].map(([, name]) => name));
  return rest.replace(/ class="([^"]+)"/g, (_, list) => {
    const names = list.split(/\s+/);
    const unknown = names.filter((name) => !rules.has(name) && !kept.has(name));
    if (unknown.length > 0) throw new Error(`${file}: no style names the class ${unknown.join(', ')}.`);
    const classes = names.filter((name) => kept.has(name)).join(' ');
    const style = names.flatMap((name) => rules.get(name) ?? []).join(';');
    return `${classes && ` class="${classes}"`}${style && ` style="${style}"`}`;
  });
}

// Conditional comments are for Outlook; no other comment goes out.
const shrink = (html) => html.replace(/<!--(?!\[if|<!\[endif)[^]*?-->/g, '').replace(/\n\s*/g, '\n').replace(/\n+/g, '\n').trim();

function toLiteral(template, escape) {
  const items = [];
  return template
    .replace(/\\|`|\$(?=\{)/g, '\\$&')
    .replace(/\{\{\s*([^}]+?)\s*\}\}\n?/g, (whole, expression) => {
      const [, each, item] = /^#each (\w+) as (\w+)$/.exec(expression) ?? [];
      const [, condition] = /^#if (\w+)$/.exec(expression) ?? [];
      if (each) return items.push(item) && `\${view.${each}.map((${item}) => \``;
      if (expression === '/each') return items.pop() && "`).join('')}";
      if (condition) return `\${view.${condition} ? \``;
      if (expression === '/if') return "` : ''}";
      if (!/^\w+(\.\w+)?$/.test(expression)) throw new Error(`A template cannot say ${whole}.`);
      const known = items.includes(expression.split('.')[0]);
      return `\${${escape}(${known ? '' : 'view.'}${expression})}${whole.endsWith('\n') ? '\n' : ''}`;
    });
}
