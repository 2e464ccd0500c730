// npm run package: installers for this system; what follows `--` goes to electron-builder (`-- --linux deb`).
// `--test-output DIR` builds into DIR what is not to be shipped.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { bundle } from './bundle.mjs';
import { electronInPlace } from './electron-runtime.mjs';
import { at } from './project.mjs';
import { fail, Stop, say } from './say.mjs';
import { setUp } from './set-up.mjs';

async function makePackages(args) {
  const asked = takeTestOutput(args);
  await setUp();
  bundle();
  const env = {
    ...process.env,
    ...(asked && { CARAVAN_TEST_PACKAGE: asked }),
    ...(electronInPlace().isStandIn && standInTools()),
  };
  const cli = at('node_modules/electron-builder/cli.js');
  const run = spawnSync(process.execPath, [cli, '--config', 'build/electron-builder.config.mjs', ...args], {
    cwd: at(),
    env,
    stdio: ['ignore', 2, 2],
  });
  if (run.status !== 0) throw new Stop('electron-builder failed (see above).');
}

/** Takes `--test-output DIR` out of the arguments, which electron-builder would not know. */
function takeTestOutput(args) {
  const index = args.indexOf('--test-output');
  if (index === -1) return null;
  const [, folder] = args.splice(index, 2);
  if (!folder) throw new Stop('--test-output wants a folder.');
  return folder;
}

/** Where Electron cannot be downloaded, neither can electron-builder's 7-Zip and fpm: ours from the registry and Debian. */
function standInTools() {
  const { version } = electronInPlace();
  say(`NOT FOR RELEASE: packing Electron ${version}, a stand-in, so the result goes to a test folder. Never ship it.`);
  const { path7za } = createRequire(import.meta.url)('7zip-bin');
  fs.chmodSync(path7za, 0o755);
  return { ELECTRON_BUILDER_7ZIP_PATH: path7za, CUSTOM_FPM_PATH: at('build/fpm-deb.mjs') };
}

await makePackages(process.argv.slice(2)).catch(fail);
