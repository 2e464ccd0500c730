// Makes a fresh clone runnable with nothing but Node and npm; does only what is not done yet.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureElectron } from './electron-runtime.mjs';
import { npm } from './npm.mjs';
import { at } from './project.mjs';
import { fail, Stop, say } from './say.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/** Sets up what is missing. Throws a Stop that says what to do where it cannot. */
export async function setUp() {
  requireNode(process.versions.node);
  if (dependenciesAreStale(at())) installDependencies();
  const { binary } = await ensureElectron();
  if (process.platform === 'linux') ensureSystemPackages(binary);
}

/** Throws a Stop for a Node that is too old (20.19 is the first 20 that the bundler runs on). */
export function requireNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Stop(
      `Caravan is built with Node 20.19 or newer; this is ${version}. Install a newer one from https://nodejs.org.`,
    );
  }
}

/** Whether `folder` has a lockfile newer than what is installed there (npm leaves a copy in node_modules, when done). */
export function dependenciesAreStale(folder) {
  const changed = (file) => fs.statSync(path.join(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return changed('node_modules/.package-lock.json') < changed('package-lock.json');
}

function installDependencies() {
  say('Installing the dependencies (npm ci).');
  // Install scripts are other people's code that downloads from hosts which a registry-only network lacks.
  // Nothing here needs one: Electron's runtime is fetched in the next step.
  if (!npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'])) {
    throw new Stop('npm ci failed (see above). Check the network and the space on the disk, then run this again.');
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await setUp().catch(fail);
