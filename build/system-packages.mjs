import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Stop, say } from './say.mjs';

// These four bring every other library that Electron needs with them.
const libraries = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];
const virtualDisplay = ['xvfb', 'xauth'];

/** Whether windows have nowhere to go: a Linux without a display. */
export const noDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/** Installs what Electron lacks on this Linux; where it may not or cannot, throws a Stop with the command to run. */
export function ensureSystemPackages(binary) {
  const missing = missingHere(binary);
  if (missing.length === 0) return;
  const packages = [...libraries, ...(noDisplay ? virtualDisplay : [])];
  say(`Electron needs what this system lacks: ${missing.join(', ')}.`);
  if (!onPath('apt-get')) {
    throw new Stop(`Install these with the system's package manager, then run this again: ${missing.join(', ')}.`);
  }
  if (process.getuid() !== 0) {
    throw new Stop(
      `Run this, then try again:\n\n  sudo apt-get update && sudo apt-get install -y ${named(packages).join(' ')}`,
    );
  }
  install(packages);
  const still = missingHere(binary);
  if (still.length > 0) {
    throw new Stop(`Still missing after apt-get: ${still.join(', ')}. Install the packages that have them.`);
  }
}

/** Libraries that the dynamic linker does not find for `binary`, and programs for a virtual display where one is needed. */
function missingHere(binary) {
  const { stdout = '' } = spawnSync('ldd', [binary], { encoding: 'utf8' });
  const absent = [...stdout.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name]) => name);
  const programs = noDisplay ? ['xvfb-run', 'xauth'].filter((name) => !onPath(name)) : [];
  return [...new Set([...absent, ...programs])];
}

function install(packages) {
  say('Bringing the list of packages up to date (apt-get update).');
  apt(['update', '-q']);
  const names = named(packages);
  say(`Installing ${names.join(' ')} with apt: the libraries and the display that Electron needs.`);
  apt(['install', '-y', '-q', '--no-install-recommends', '--no-upgrade', ...names]);
}

function apt(args) {
  const run = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 2, 2],
  });
  if (run.status !== 0) {
    throw new Stop(`apt-get ${args.join(' ')} failed (see above). Put that right, then run this again.`);
  }
}

/** Newer releases renamed some of these for their 64-bit time: libasound2t64. */
function named(packages) {
  const { stdout = '' } = spawnSync('apt-cache', ['pkgnames', 'lib'], { encoding: 'utf8', maxBuffer: 64 << 20 });
  const known = new Set(stdout.split('\n'));
  return packages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}

function onPath(program) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => fs.existsSync(path.join(folder, program)));
}
