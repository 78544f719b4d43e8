import { announce } from './announcer.tsx';
import { notify } from './notify.ts';

/** Copies text and says so, or says that it did not work. */
export async function copyText(text: string, what = 'Copied'): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(what);
    notify({ message: what });
  } catch {
    notify({ message: 'The browser did not allow copying. Select the text and copy it by hand.', tone: 'error' });
  }
}
