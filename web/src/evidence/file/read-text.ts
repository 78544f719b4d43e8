/** What is shown of a text: more would make the page slow. */
const mostBytes = 200_000;

// Characters that make a text read differently from what it holds, and those that have no shape of their own.
// oxlint-disable-next-line no-control-regex -- naming control characters is the point
const invisible = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** Reads bytes as text: UTF-8, UTF-16 with a mark, or an older encoding. What cannot be seen is shown as `\u{…}`. */
export async function readText(blob: Blob): Promise<{ text: string; cut: boolean }> {
  const bytes = new Uint8Array(await blob.slice(0, mostBytes).arrayBuffer());
  const decoded = decode(bytes).replace(/\r\n?/g, '\n');
  return { text: decoded.replace(invisible, (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`), cut: blob.size > mostBytes };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // Cut anywhere, the last character may be torn: streaming leaves it away.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
