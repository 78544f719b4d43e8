import { connectFunctionsEmulator, getFunctions, httpsCallable, type Functions } from 'firebase/functions';
import { firebaseApp } from './app.ts';
import { emulatorHost, emulatorPorts, inEmulator, region } from './config.ts';

let starting: Promise<Functions> | undefined;

async function start(): Promise<Functions> {
  const functions = getFunctions(await firebaseApp(), region);
  if (inEmulator) connectFunctionsEmulator(functions, emulatorHost, emulatorPorts.functions);
  return functions;
}

/** Calls the callable function of an operation; a session that just expired gets one fresh token. */
export async function call<Input, Output>(name: string, input: Input): Promise<Output> {
  const functions = await (starting ??= start());
  const callable = httpsCallable<Input, Output>(functions, name.replace('.', '-'), { timeout: 30_000 });
  try {
    return (await callable(input)).data;
  } catch (error) {
    if ((error as { code?: string }).code !== 'functions/unauthenticated') throw error;
    const { refreshClaims } = await import('./auth.ts');
    await refreshClaims();
    return (await callable(input)).data;
  }
}
