/** Lines that quote somebody else (`>` in mails): what an attacker wrote proves nothing about the damage. */
export function withoutQuotes(text: string): string {
  return text.replace(/^>.*$/gm, (quoted) => ' '.repeat(quoted.length));
}
