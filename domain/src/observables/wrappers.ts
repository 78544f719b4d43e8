/**
 * The link inside a link that a mail gateway rewrote, one layer: Microsoft Safe Links, Proofpoint URL Defense versions 2 and 3.
 * The wrapper's host is in every mail of an organisation and says nothing.
 * @returns null when it is not wrapped
 */
export function unwrap(link: string): string | null {
  let url: URL;
  try {
    url = new URL(link);
  } catch {
    return null;
  }
  const { hostname, pathname, searchParams } = url;
  if (hostname.endsWith('.safelinks.protection.outlook.com')) return searchParams.get('url');
  if (hostname === 'urldefense.proofpoint.com' && pathname === '/v2/url') return decode(searchParams.get('u')?.replaceAll('-', '%').replaceAll('_', '/'));
  // Characters that version 3 took out of the link stand behind it in an encoding of its own: such a link stays wrapped.
  if (hostname === 'urldefense.com') return /^\/v3\/__(https?:\/[^*]+?)__;/.exec(pathname)?.[1]?.replace(/^(https?:\/)(?!\/)/, '$1/') ?? null;
  return null;
}

function decode(text: string | undefined): string | null {
  try {
    return text ? decodeURIComponent(text) : null;
  } catch {
    return null;
  }
}
