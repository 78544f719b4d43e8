/**
 * Loads a module that brings the functions' logger along, without its info lines: it takes hold of `console.info`
 * once, when it loads, and what the seed does is no news to whoever starts the suite. Warnings and errors still show.
 */
export async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const { info } = console;
  console.info = () => {};
  try {
    return await load();
  } finally {
    console.info = info;
  }
}
