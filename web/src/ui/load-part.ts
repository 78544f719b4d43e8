/**
 * A part of the app that is loaded when it is needed.
 * @throws an Error with a sentence for the person when it does not arrive, since browsers speak of modules and addresses
 */
export async function loadPart<T>(part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch (cause) {
    throw new Error('A part of Secura could not be loaded. Check your connection and try again; what you typed stays here.', { cause });
  }
}
