import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Java } from './java.ts';

interface LauncherJar {
  java: Java;
  target: string;
  mainClass: string;
  /** The jar that holds the program; the launcher only points at it. */
  classPath: string;
  /** Fills a folder with class files to pack in as well. */
  compile?: (folder: string) => void;
}

/** Makes a jar that `java -jar` can start, out of a jar that names no main class. */
export function makeLauncherJar({ java, target, mainClass, classPath, compile }: LauncherJar): void {
  if (existsSync(target)) return;
  if (!java.compiler) {
    throw new Error(
      `The Java in ${java.home} is a runtime only, and preparing the emulators needs the tools of a JDK. ` +
        'Install a JDK 21 or newer, for example with `apt-get install openjdk-21-jdk-headless`.',
    );
  }
  mkdirSync(dirname(target), { recursive: true });
  const work = mkdtempSync(join(tmpdir(), 'secura-jar-'));
  try {
    const manifest = join(work, 'manifest.txt');
    writeFileSync(
      manifest,
      manifestLine('Main-Class', mainClass) + manifestLine('Class-Path', pathToFileURL(classPath).href),
    );
    const classes = join(work, 'classes');
    mkdirSync(classes);
    compile?.(classes);
    const unfinished = `${target}.${process.pid}`;
    runJavaTool(java, 'jar', ['--create', '--file', unfinished, '--manifest', manifest, '-C', classes, '.']);
    renameSync(unfinished, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Runs a tool of the JDK and throws what it printed when it fails. */
export function runJavaTool(java: Java, tool: 'jar' | 'javac', args: string[]): void {
  const result = spawnSync(join(java.home, 'bin', tool), args, { encoding: 'utf8' });
  if (result.status === 0) return;
  throw new Error(`${tool} failed: ${result.error?.message ?? `${result.stderr}${result.stdout}`}`);
}

/** A manifest line may have 72 bytes; longer ones continue on the next line after a space. */
function manifestLine(name: string, value: string): string {
  const text = `${name}: ${value}`;
  const lines = [text.slice(0, 70)];
  for (let at = 70; at < text.length; at += 69) lines.push(` ${text.slice(at, at + 69)}`);
  return `${lines.join('\n')}\n`;
}
