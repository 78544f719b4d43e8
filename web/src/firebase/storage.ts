import { appCheckToken, firebaseApp } from './app.ts';
import { idToken } from './auth.ts';
import { emulatorHost, emulatorPorts, firebaseOptions, inEmulator } from './config.ts';
import { sendResumably, type Journey } from './resumable.ts';

const host = inEmulator ? `http://${emulatorHost}:${emulatorPorts.storage}` : 'https://firebasestorage.googleapis.com';

async function authorize(): Promise<Record<string, string>> {
  await firebaseApp();
  const [token, attestation] = await Promise.all([idToken(), appCheckToken()]);
  return { ...(token !== null && { Authorization: `Firebase ${token}` }), ...(attestation !== null && { 'X-Firebase-AppCheck': attestation }) };
}

/**
 * Stores a file under a path that the rules allow; a session that is kept goes on where it was. Import this module with
 * `await import(...)`: authentication loads with it.
 */
export async function uploadFile(path: string, blob: Blob, contentType: string, journey: Journey): Promise<void> {
  await sendResumably(blob, { objects: `${host}/v0/b/${firebaseOptions.storageBucket}/o`, path, contentType, authorize }, journey);
}
