import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launch, stop } from '../../build/launch.mjs';
import { startFeedServer } from '../support/feed-server';

// The release as it would ship, inspector off: driven from outside, over Chromium's own protocol.
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'caravan-package-'));
const unpacked = path.join(folder, 'packages', 'linux-unpacked');
const binary = path.join(unpacked, 'caravan');

describe.runIf(process.platform === 'linux')('the package for Linux', () => {
  beforeAll(() => {
    const args = ['build/package.mjs', '--linux', 'dir', '--test-output', path.join(folder, 'packages')];
    execFileSync(process.execPath, args, { stdio: ['ignore', 2, 2] });
  });

  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('fetches and shows a feed in the library it is given, and quits when asked', async () => {
    const server = await startFeedServer();
    onTestFinished(() => server.close());
    const library = path.join(folder, 'library');
    const profile = `--user-data-dir=${path.join(folder, 'profile')}`;
    const app = launch(binary, ['--remote-debugging-port=0', profile, '--library', library], {
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    onTestFinished(() => stop(app));
    const ended = once(app, 'exit');
    const browser = await chromium.connectOverCDP(await debuggerAddress(app));
    const context = browser.contexts()[0];
    const window = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    await expect.poll(() => window?.title(), { timeout: 30_000 }).toBe('Caravan');
    await window?.getByRole('textbox', { name: 'Address of a site or feed' }).fill(server.papers[0]?.feedUrl ?? '');
    await window?.keyboard.press('Enter');
    await window?.getByRole('row').filter({ hasText: 'Two new crossings open' }).click();
    const page = window?.getByRole('main', { name: 'Article' }).frameLocator('iframe');
    await page?.locator('.body').getByText('Lorries began rolling').waitFor();

    stop(app);
    expect(await ended).toEqual([0, null]);
  });

  test('has the fuses of a release', async () => {
    const wire = await getCurrentFuseWire(binary);
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ];
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    // The wire is bytes in the binary: an ASCII '1' is on, '0' is off.
    expect(on.map((fuse) => wire[fuse])).toEqual(on.map(() => 0x31));
    expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => 0x30));
  });

  test('holds nothing but Caravan', () => {
    expect(fs.readdirSync(path.join(unpacked, 'resources'))).toEqual(['app.asar']);
    expect(fs.existsSync(path.join(unpacked, 'version'))).toBe(false);
  });
});

async function debuggerAddress({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error('The app was started without a pipe for its errors.');
  const said: string[] = [];
  for await (const line of createInterface(stderr)) {
    const address = /^DevTools listening on (\S+)$/.exec(line)?.[1];
    if (address) {
      // Whatever it says from now on must not fill the pipe and hold it up.
      stderr.resume();
      return address;
    }
    said.push(line);
  }
  throw new Error(`The app ended before it could be reached:\n${said.join('\n')}`);
}
