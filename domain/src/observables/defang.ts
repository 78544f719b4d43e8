import type { Observable } from './observable.ts';

/**
 * An observable as it is safe to show and to send on: no program makes a link of it, and nobody opens it by a slip.
 * Reading the result with the extractor gives the same observable again.
 */
export function defang({ kind, value }: Pick<Observable, 'kind' | 'value'>): string {
  switch (kind) {
    case 'url':
      return defangUrl(value);
    case 'domain':
      return dots(value);
    case 'ip':
      return value.includes(':') ? value.replaceAll(':', '[:]') : dots(value);
    case 'email':
      return dots(value).replace('@', '[@]');
    default:
      return value;
  }
}

const dots = (text: string): string => text.replaceAll('.', '[.]');

// The path stays as it is: without scheme and host nothing can be opened, and it stays readable.
function defangUrl(url: string): string {
  const [, scheme = '', authority = '', rest = ''] = /^([a-z]+):\/\/([^/?#]*)(.*)$/s.exec(url) ?? [];
  if (!authority) return dots(url);
  const host = authority.startsWith('[') ? authority : dots(authority);
  return `${scheme.replace(/^http/, 'hxxp').replace(/^ftp/, 'fxp')}[:]//${host}${rest}`;
}
