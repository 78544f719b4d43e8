import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { webFolder } from '../../emulators/config.ts';
import { root } from '../../emulators/paths.ts';
import { suiteUnderTest } from '../../emulators/running.ts';

const suite = suiteUnderTest();
const get = (path: string): Promise<Response> => fetch(`${suite.origin}${path}`);

describe('every page', () => {
  it.each(['/', '/login', '/incidents/any'])('%s is the app, with the headers that protect it', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(response.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(response.headers.get('permissions-policy')).toContain('camera=()');
  });

  it('holds no inline script, which the policy would block', async () => {
    expect(await (await get('/')).text()).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
  });
});

describe('caching', () => {
  it.each(['/', '/sw.js', '/manifest.webmanifest'])('%s is asked for anew each time', async (path) => {
    expect((await get(path)).headers.get('cache-control')).toBe('no-cache');
  });

  it('a hashed asset is kept for ever', async () => {
    const [asset] = readdirSync(join(root, webFolder(suite.offset), 'assets'));
    expect((await get(`/assets/${asset}`)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('an asset of an older version is missing, and not the start page under its name', async () => {
    expect((await get('/assets/index-0ld0ld0l.js')).status).toBe(404);
  });
});

describe('the server behind the pages', () => {
  it('reports its health', async () => {
    const response = await get('/health');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: 'healthy', service: 'Secura Backend' });
  });

  it('answers an unknown caller with 401 in the shape of all errors', async () => {
    const response = await get('/api/incidents');
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'unauthenticated', message: expect.any(String) as string } });
  });
});
