import { existsSync, readFileSync } from 'node:fs';

/**
 * Reads a model that lies beside the deployed bundle, or in the domain where the sources run as they are.
 * @throws Error that names what is missing from the deployment
 */
export function readModelFile(name: string): Uint8Array {
  const places = [new URL(`./${name}`, import.meta.url), new URL(`../../../domain/models/${name}`, import.meta.url)];
  const file = places.find((place) => existsSync(place));
  if (!file) throw new Error(`The model ${name} is missing from the deployment.`);
  return readFileSync(file);
}
