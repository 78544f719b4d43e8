import { getDocFromServer, getDocsFromServer, type DocumentReference, type Query } from 'firebase/firestore';

/**
 * Asks the server, never the cache, and asks again when it could not be reached: a client whose stream is slow to open
 * on a busy machine says "offline", which is no answer of the rules.
 */
async function reaching<T>(read: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await read();
    } catch (error) {
      if ((error as { code?: string }).code !== 'unavailable' || tries === 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500 * tries));
    }
  }
}

export const getDoc = (reference: DocumentReference) => reaching(() => getDocFromServer(reference));
export const getDocs = (query: Query) => reaching(() => getDocsFromServer(query));
