import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findJavas, parseJavaMajor } from './java.ts';

describe('parseJavaMajor', () => {
  it.each([
    ['25.0.1', 25],
    ['21', 21],
    ['1.8.0_392', 8],
    ['openjdk version "17.0.12" 2024-07-16\nOpenJDK Runtime Environment', 17],
    ['java version "1.8.0_392"', 8],
    ['', 0],
  ])('reads %j as %i', (text, major) => {
    expect(parseJavaMajor(text)).toBe(major);
  });
});

describe.skipIf(process.platform === 'win32')('findJavas', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'secura-java-')));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function install(path: string, version: string, compiler: boolean): string {
    const home = join(folder, path);
    mkdirSync(join(home, 'bin'), { recursive: true });
    for (const tool of compiler ? ['java', 'javac'] : ['java']) {
      writeFileSync(join(home, 'bin', tool), '#!/bin/sh\n');
      chmodSync(join(home, 'bin', tool), 0o755);
    }
    writeFileSync(join(home, 'release'), `IMPLEMENTOR="Test"\nJAVA_VERSION="${version}"\n`);
    return home;
  }

  it('puts the newest first, wherever it was found', () => {
    const old = install('named', '17.0.9', true);
    const inPath = install('path', '21.0.2', true);
    const usual = install('jvm/jdk-25', '25', true);
    const found = findJavas({ JAVA_HOME: old, PATH: join(inPath, 'bin') }, [join(folder, 'jvm')]);
    expect(found.map((java) => java.home)).toEqual([usual, inPath, old]);
  });

  it('prefers a JDK to a runtime of the same version', () => {
    const runtime = install('jvm/a-jre', '25.0.1', false);
    const kit = install('jvm/b-jdk', '25.0.1', true);
    expect(findJavas({}, [join(folder, 'jvm')])).toEqual([
      { home: kit, major: 25, compiler: true },
      { home: runtime, major: 25, compiler: false },
    ]);
  });

  it('finds the home inside a macOS bundle', () => {
    const home = install('Library/temurin-21.jdk/Contents/Home', '21.0.4', true);
    expect(findJavas({}, [join(folder, 'Library')])[0]?.home).toBe(home);
  });

  it('finds nothing where there is nothing', () => {
    expect(findJavas({ PATH: '' }, [join(folder, 'missing')])).toEqual([]);
  });
});
