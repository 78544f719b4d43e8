import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configFile, deriveConfig, emulatorPolicy, type FirebaseConfig } from './config.ts';
import { root } from './paths.ts';
import { portsAt } from './ports.ts';

const production = JSON.parse(readFileSync(join(root, 'firebase.json'), 'utf8')) as FirebaseConfig;
const ports = portsAt(100);

function policyOf(config: FirebaseConfig): string {
  const headers = config.hosting.headers?.flatMap((entry) => entry.headers) ?? [];
  return headers.find((header) => header.key === 'Content-Security-Policy')?.value ?? '';
}

describe('deriveConfig', () => {
  const derived = deriveConfig(production, {
    ports,
    webFolder: 'web/dist-emulator/100',
    extraCodebases: [{ codebase: 'floor', source: 'bench/floor' }],
  });

  it('serves the build that was made for these ports', () => {
    expect(derived.hosting.public).toBe('web/dist-emulator/100');
    expect(derived.hosting.rewrites).toEqual(production.hosting.rewrites);
  });

  it('sets the ports of all emulators, on this machine only', () => {
    expect(derived.emulators).toMatchObject({
      hosting: { host: '127.0.0.1', port: 5100 },
      firestore: { host: '127.0.0.1', port: 8180, websocketPort: 9250 },
      hub: { port: 4500 },
      ui: { enabled: false },
    });
  });

  it('adds other functions beside ours and deploys nothing', () => {
    expect(derived.functions.map((entry) => entry.codebase)).toEqual(['default', 'floor']);
    expect(JSON.stringify(derived)).not.toContain('predeploy');
  });

  it('lets pages reach the emulators and keeps every other line of the policy', () => {
    const before = policyOf(production).split('; ');
    const after = policyOf(derived).split('; ');
    const changed = after.filter((part) => !before.includes(part));
    expect(changed.map((part) => part.split(' ')[0])).toEqual(['img-src', 'connect-src']);
    expect(changed[1]).toContain(`http://127.0.0.1:${ports.firestore}`);
  });

  it('leaves production as it was', () => {
    expect(policyOf(production)).not.toContain('127.0.0.1');
  });
});

describe('the production policy', () => {
  it.each(["default-src 'self'", "frame-ancestors 'none'", "base-uri 'self'", "object-src 'none'", "form-action 'self'"])('holds %s', (part) => {
    expect(policyOf(production).split('; ')).toContain(part);
  });

  it('allows no inline or evaluated script', () => {
    const scripts = policyOf(production).split('; ').find((part) => part.startsWith('script-src'));
    expect(scripts).not.toMatch(/unsafe|\*|data:/);
  });
});

it('drops the upgrade to https, which the emulators do not speak', () => {
  expect(emulatorPolicy("default-src 'self'; upgrade-insecure-requests", ports)).toBe("default-src 'self'");
});

it('gives every suite a configuration file of its own', () => {
  expect(configFile(0)).toBe('firebase.emulators.json');
  expect(configFile(100)).not.toBe(configFile(200));
});
