/** The whole of functions/src/notifications/mail-templates.ts, made from the templates of this folder. */
export function compileMails(): string;

/** Writes the rules of `<style inline>` into the elements of their classes. @throws when no rule names a class */
export function inlineStyles(html: string, file?: string): string;
