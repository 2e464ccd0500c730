import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { at } from './project.mjs';
import { fail, Stop, say } from './say.mjs';
import { installStandIn, installStandInTypings, standInExists, standInVersion } from './stand-in-electron.mjs';

const folder = 'node_modules/electron';
// Only a download that has begun and hangs gets here: where nothing answers, it gives up by itself in seconds.
const downloadLimit = 10 * 60_000;

/**
 * The Electron that is in place.
 *
 * @returns {{ version: string, pinned: string, isStandIn: boolean, binary: string } | null}
 */
export function electronInPlace() {
  try {
    const binary = at(folder, 'dist', fs.readFileSync(at(folder, 'path.txt'), 'utf8'));
    fs.accessSync(binary, fs.constants.X_OK);
    const version = fs.readFileSync(at(folder, 'dist/version'), 'utf8').trim().replace(/^v/, '');
    const { version: pinned } = JSON.parse(fs.readFileSync(at(folder, 'package.json'), 'utf8'));
    return { version, pinned, isStandIn: version !== pinned, binary };
  } catch {
    // Any piece missing means that an install was never finished: there is none.
    return null;
  }
}

/**
 * Puts an Electron into node_modules/electron/dist: the pinned one by electron's own download, else the stand-in.
 * ELECTRON_RUNTIME=pinned or =stand-in insists on one of the two.
 */
export async function ensureElectron() {
  const wanted = process.env.ELECTRON_RUNTIME ?? 'either';
  if (!suits(electronInPlace(), wanted)) await install(wanted);
  const electron = electronInPlace();
  if (electron === null)
    throw new Stop(`Electron was installed but cannot be run. Delete ${folder} and run this again.`);
  if (electron.isStandIn) {
    installStandInTypings();
    announce(electron);
  }
  return electron;
}

function suits(electron, wanted) {
  if (electron === null) return false;
  if (wanted === 'pinned') return !electron.isStandIn;
  if (wanted === 'stand-in') return electron.version === standInVersion;
  return !electron.isStandIn || electron.version === standInVersion;
}

async function install(wanted) {
  if (wanted !== 'stand-in') {
    const trouble = download(wanted === 'pinned' ? undefined : downloadLimit);
    if (trouble === null) return;
    say(`Electron's own download failed: ${trouble}`);
  }
  if (wanted === 'pinned' || !standInExists) {
    throw new Stop(
      'Electron could not be downloaded. Check the network; behind a proxy or mirror set HTTPS_PROXY or ELECTRON_MIRROR, then run this again.',
    );
  }
  await installStandIn(at(folder, 'dist'));
  fs.writeFileSync(at(folder, 'path.txt'), 'electron');
}

/** Runs electron's own installer, which checks what it downloads. Gives null, or what went wrong. */
function download(timeout) {
  say('Downloading Electron (about 115 MB).');
  const run = spawnSync(process.execPath, [at(folder, 'install.js')], {
    encoding: 'utf8',
    timeout,
    stdio: ['ignore', 2, 'pipe'],
  });
  if (run.status === 0) return null;
  if (run.error?.code === 'ETIMEDOUT') return `not done after ${timeout / 60_000} minutes`;
  return run.stderr.trim().split('\n', 1)[0] || `exit code ${run.status}`;
}

function announce({ version, pinned }) {
  say(`NOTE: this is Electron ${version}, out of support, in the place of ${pinned}, which could not be downloaded.`);
  say('It is for tests and for trying Caravan from source only. ELECTRON_RUNTIME=pinned tries the download again.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await ensureElectron().catch(fail);
