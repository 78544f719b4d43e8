/** What went wrong, as a sentence for the person at the keyboard. */
export class Refusal extends Error {}

/**
 * Which project a script works on: the one that is named, else the one in the environment.
 * @throws Refusal when none is named, or when it is unclear whether emulators are meant
 */
export function chooseProject(named: string | undefined, usage: string): { project: string; where: string } {
  const project = named ?? process.env.GCLOUD_PROJECT ?? process.env.GOOGLE_CLOUD_PROJECT;
  if (!project) throw new Refusal(`Say where: give --project, or set GCLOUD_PROJECT.\n\n${usage}`);
  const emulators = [process.env.FIRESTORE_EMULATOR_HOST, process.env.FIREBASE_AUTH_EMULATOR_HOST].filter(Boolean).length;
  if (emulators === 1) throw new Refusal('Only one of FIRESTORE_EMULATOR_HOST and FIREBASE_AUTH_EMULATOR_HOST is set: set both for emulators, none for a real project.');
  if (emulators === 0 && project.startsWith('demo-')) {
    throw new Refusal(`${project} is an emulator project. Set FIRESTORE_EMULATOR_HOST and FIREBASE_AUTH_EMULATOR_HOST, or name a real project.`);
  }
  // The Admin SDK of the functions takes the project from here.
  process.env.GCLOUD_PROJECT = project;
  return { project, where: emulators === 2 ? `${project} (emulators)` : project };
}

/** Runs a script's work and says what went wrong in words. */
export async function runScript(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
}

function explain(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  if (/default credentials|credential/i.test(message)) {
    return `There are no credentials for this project. Run "gcloud auth application-default login" and try again.\n(${message})`;
  }
  return `That did not work: ${message}`;
}
